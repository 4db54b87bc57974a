import { describe, expect, it } from "vitest";
import { orderBodyOf } from "./order-node.ts";

const set = (amount: string) => ({ shop_money: { amount } });
const line = (id: string, amount: string, more: object = {}) => ({
  id,
  title: "Something",
  product: null,
  variant: null,
  quantity: 1,
  requires_shipping: false,
  price_set: set(amount),
  discount_allocations: [],
  ...more,
});
const tips = (subtotal: string | null, lines: readonly object[]) => {
  const order = {
    currency: "EUR",
    total_tip_received_set: set("5.00"),
    ...(subtotal === null ? {} : { subtotal_price_set: set(subtotal) }),
  };
  const { line_items } = orderBodyOf(order, lines, []);
  return Array.isArray(line_items)
    ? line_items.flatMap(({ id, tip }: { id: string; tip: unknown }) => (tip === null ? [] : [id]))
    : null;
};

describe("a tip among the lines the Admin API tells", () => {
  it.each([
    ["is the line for exactly the tip, where lines come to more than the subtotal", "10.00", ["b"]],
    ["is taken for a line where the subtotal is not known", null, ["b"]],
    ["is no line where the lines alone come to the subtotal", "15.00", []],
  ])("%s", (_, subtotal, expected) => {
    expect(tips(subtotal, [line("a", "10.00"), line("b", "5.00")])).toEqual(expected);
  });

  it("is one line, the last, where a custom sale looks the same", () => {
    expect(tips("5.00", [line("a", "5.00"), line("b", "5.00")])).toEqual(["b"]);
  });

  it("is told from a custom sale by what is left of the others after their discounts", () => {
    const discounted = line("a", "10.00", { discount_allocations: [{ amount_set: set("2.00") }] });
    expect(tips("13.00", [discounted, line("b", "5.00")])).toEqual([]);
    expect(tips("8.00", [discounted, line("b", "5.00")])).toEqual(["b"]);
  });
});
