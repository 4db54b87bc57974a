import { describe, expect, test } from "vitest";
import type { OrderOutcome } from "../history/order-outcome.ts";
import { outcomeAt } from "../history/order-outcome.ts";
import { neighboursOf, othersBought } from "./bought-together.ts";
import { dueProducts, favouriteProducts } from "./own-products.ts";

const DAY_MS = 86_400_000;

function purchase(day: number, ...products: readonly string[]): OrderOutcome {
  const goods = products.map((product, index) => ({
    ...{
      id: String(index),
      quantity: 1,
      netMinor: 100,
      taxMinor: 0,
      costMinor: null,
      keptMinor: 100,
      keptUnits: 1,
    },
    ware: { product, variant: null, tags: [], collections: [], vendor: "", kind: "" },
  }));
  const outcome = outcomeAt(
    {
      ...{ id: String(day), toldAt: 0, paidAt: day * DAY_MS, paidOn: day, cancelledAt: null, test: false },
      ...{ taxesIncluded: true, channel: "", discountCodes: [], discountMinor: 0, goods, refunds: [] },
      ...{ netMinor: 100 * goods.length, units: goods.length },
    },
    Number.MAX_SAFE_INTEGER,
  );
  if (outcome === null) throw new Error("a paid order has an outcome");
  return outcome;
}

describe("what to recommend", () => {
  const monthly = [0, 30, 60].map((day) => purchase(day, "sidamo"));

  test("a product bought again is due after nine tenths of the usual interval", () => {
    expect(dueProducts(monthly, 86)).toEqual([]);
    expect(dueProducts(monthly, 87)).toEqual([{ product: "sidamo", medianDays: 30, daysSince: 27 }]);
  });

  test("one interval is no rhythm", () => {
    expect(dueProducts(monthly.slice(1), 400)).toEqual([]);
  });

  test("a favourite is in four purchases, however many lines say so", () => {
    expect(favouriteProducts([...monthly, purchase(61, "mug", "mug")])).toEqual([]);
    expect(favouriteProducts([...monthly, purchase(61, "mug"), purchase(90, "sidamo", "sidamo")])).toEqual([
      "sidamo",
    ]);
  });

  test("what others bought with it: at least five in common, the most alike first, ties by product", () => {
    const customers = [
      ...Array.from({ length: 5 }, () => new Set(["a", "b", "c"])),
      ...Array.from({ length: 4 }, () => new Set(["a", "d"])),
      ...Array.from({ length: 5 }, () => new Set(["b", "e"])),
    ];
    const neighbours = neighboursOf(customers);
    expect(neighbours.get("a")?.map(({ product }) => product)).toEqual(["c", "b"]);
    expect(neighbours.get("a")?.[0]?.likeness).toBeCloseTo(5 / Math.sqrt(9 * 5), 14);
    expect(othersBought(new Set(["a"]), neighbours, () => true)).toEqual(["c", "b"]);
    expect(othersBought(new Set(["a"]), neighbours, (product) => product !== "c")).toEqual(["b"]);
    expect(othersBought(new Set(["a", "b", "c"]), neighbours, () => true)).toEqual(["e"]);
  });
});
