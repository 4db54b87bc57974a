import { readFileSync } from "node:fs";
import { expect, it } from "vitest";

/** From the first declaration on, without comments; an instant is a number on both sides. */
function declarations(path: string): string {
  const source = readFileSync(path, "utf8");
  return source
    .slice(source.indexOf("export interface StorefrontState"))
    .replaceAll(/\bInstant\b/g, "number")
    .replaceAll(/\s+/g, " ");
}

it("the widget reads exactly what the app answers", () => {
  expect(declarations("storefront/state.ts")).toBe(declarations("app/queries/storefront-state.ts"));
});
