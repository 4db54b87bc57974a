import { expect, it } from "vitest";
import { lineTitle } from "./line-title.ts";

it.each([
  ["as it is", "91", "Sidamo 250 g", { title: "Sidamo 250 g" }],
  ["on one line", "91", " Sidamo\n250  g ", { title: "Sidamo 250 g" }],
  ["cut where it goes on and on, between characters", "91", "🫘".repeat(500), { title: "🫘".repeat(120) }],
  ["not where it is empty", "91", "  ", {}],
  ["not where nobody said", "91", null, {}],
  ["not of free text without a product, which may name a person", null, "For Anna, as agreed", {}],
])("a product's name is kept %s", (_how, product, name, expected) => {
  expect(lineTitle(product, name)).toEqual(expected);
});
