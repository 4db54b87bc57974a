import { expect, it } from "vitest";
import { refusalOf } from "./refusal.ts";

it("a refusal names the field at fault, in Shopify's words", () => {
  const errors = [
    {
      field: ["basicCodeDiscount", "minimumRequirement", "subtotal"],
      code: "LESS_THAN",
      message: "must be less than 1000",
    },
    { field: ["basicCodeDiscount"], code: null, message: "cannot be made" },
    { field: null, code: "INVALID", message: "is wrong" },
  ];
  expect(refusalOf(errors)).toEqual({
    kind: "refused",
    reason:
      "LESS_THAN: must be less than 1000 (minimumRequirement.subtotal); cannot be made; INVALID: is wrong",
  });
});

it("what Shopify itself failed at is tried again", () => {
  expect(refusalOf([{ code: "INTERNAL_ERROR", message: "sorry" }])).toMatchObject({ kind: "retry" });
});
