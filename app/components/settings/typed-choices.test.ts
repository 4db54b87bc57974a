import { expect, it } from "vitest";
import { FIRST_CHOICES, type MerchantChoices } from "#app/domain/shops/merchant-choices.ts";
import { readChoices, typedOf, type TypedChoices } from "./typed-choices.ts";

const chosen: MerchantChoices = {
  ...FIRST_CHOICES,
  look: {
    accent: "#7a4b2a",
    surface: null,
    radius: 0,
    side: "left",
    offPages: ["cart"],
    offset: 96,
    shown: false,
  },
  retentionMonths: 24,
};

it.each([
  ["at first", FIRST_CHOICES],
  ["chosen", chosen],
])("choices %s are typed and read as they were", (_, choices) => {
  expect(readChoices(typedOf(choices))).toEqual({ ok: true, choices });
});

it("a colour is read as it is meant", () => {
  const typed = typedOf(chosen);
  const read = readChoices({ ...typed, look: { ...typed.look, accent: " 7A4B2A " } });
  expect(read).toMatchObject({ ok: true, choices: { look: { accent: "#7a4b2a" } } });
});

it.each<[string, (typed: TypedChoices) => TypedChoices]>([
  ["look.accent", (typed) => ({ ...typed, look: { ...typed.look, accent: "brown" } })],
  ["look.radius", (typed) => ({ ...typed, look: { ...typed.look, radius: "25" } })],
  ["look.offset", (typed) => ({ ...typed, look: { ...typed.look, offset: "121" } })],
  ["look.offset", (typed) => ({ ...typed, look: { ...typed.look, offset: "high" } })],
  ["codePrefix", (typed) => ({ ...typed, codePrefix: "KÄSE" })],
  ["noticeDays", (typed) => ({ ...typed, noticeDays: "0" })],
  ["noticeDays", (typed) => ({ ...typed, noticeDays: "" })],
  ["reinstateDays", (typed) => ({ ...typed, reinstateDays: "-1" })],
  ["retentionMonths", (typed) => ({ ...typed, retentionMonths: "5" })],
])("%s that is wrong is named, and nothing else", (field, change) => {
  expect(readChoices(change(typedOf(FIRST_CHOICES)))).toEqual({ ok: false, wrong: new Set([field]) });
});
