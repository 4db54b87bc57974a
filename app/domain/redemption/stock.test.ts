import { expect, test } from "vitest";
import { isNearlyEmpty, stockOf } from "./stock.ts";

test.each([
  { stock: 10, claimed: 0, left: 10, nearlyEmpty: false },
  { stock: 10, claimed: 7, left: 3, nearlyEmpty: false },
  { stock: 10, claimed: 8, left: 2, nearlyEmpty: true },
  { stock: 10, claimed: 10, left: 0, nearlyEmpty: true },
  { stock: 4, claimed: 3, left: 1, nearlyEmpty: false },
  // The stock was set below what had been claimed.
  { stock: 5, claimed: 9, left: 0, nearlyEmpty: true },
])("of $stock with $claimed claimed, $left are left", ({ stock, claimed, left, nearlyEmpty }) => {
  const found = stockOf({ stock }, claimed);
  expect(found).toEqual({ stock, left });
  expect(found !== null && isNearlyEmpty(found)).toBe(nearlyEmpty);
});

test("a reward without a stock has nothing to run out of", () => {
  expect(stockOf({ stock: null }, 3)).toBeNull();
});
