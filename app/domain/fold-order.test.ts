import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { OrderState } from "./event.ts";
import { foldOrder, type OrderFact } from "./fold-order.ts";

const bare: OrderState = {
  id: "1",
  name: null,
  currency: "EUR",
  placedAt: 0,
  paidAt: null,
  fulfilledAt: null,
  cancelledAt: null,
  updatedAt: 0,
  test: false,
  taxesIncluded: true,
  channel: "online",
  paymentMethods: [],
  lines: [],
  orderDiscountMinor: 0,
  shippingMinor: 0,
  shippingTaxMinor: 0,
  paidByGiftCardMinor: 0,
  discountCodes: [],
  refunds: [],
};
const refund = (id: string, at: number) => ({ id, at, amountMinor: 100, lines: [], shippingMinor: 0 });
const stateAt = (updatedAt: number, more: Partial<OrderState> = {}): OrderFact => ({
  type: "order",
  at: updatedAt,
  customer: null,
  order: { ...bare, updatedAt, ...more },
});
const refunded = (id: string, at: number): OrderFact => ({
  type: "order_refunded",
  at,
  orderId: "1",
  refund: refund(id, at),
});

describe("what a batch says of an order becomes one state", () => {
  it("a refund without its order waits for it", () => {
    expect(foldOrder(null, [], [refunded("r1", 5)])).toEqual({ state: null, refunds: [refund("r1", 5)] });
  });

  it("an older state changes nothing", () => {
    const { state } = foldOrder({ ...bare, updatedAt: 9, paidAt: 9 }, [], [stateAt(4)]);
    expect(state?.paidAt).toBe(9);
  });

  it("a newer state that does not tell of an older refund means that it is no more", () => {
    const known = { ...bare, refunds: [refund("r1", 3)], updatedAt: 3 };
    expect(foldOrder(known, [], [stateAt(8)]).state?.refunds).toEqual([]);
  });

  it("a deleted order counts as cancelled", () => {
    const deleted: OrderFact = { type: "order_deleted", at: 7, orderId: "1" };
    expect(foldOrder(bare, [], [deleted]).state?.cancelledAt).toBe(7);
  });

  it("a deleted order stays so when a state from before the deletion comes late", () => {
    const deleted: OrderFact = { type: "order_deleted", at: 7, orderId: "1" };
    const { state } = foldOrder(bare, [], [deleted]);
    expect(foldOrder(state, [], [stateAt(5, { paidAt: 2 })]).state?.cancelledAt).toBe(7);
  });

  it("the same state again does not undo a refund of its own instant that was told alone", () => {
    const paid = stateAt(3, { paidAt: 2 });
    const { state } = foldOrder(null, [], [paid, refunded("r1", 3)]);
    expect(foldOrder(state, [], [paid]).state?.refunds).toHaveLength(1);
  });

  it("ends the same in whatever order and batches deliveries come", () => {
    const history = [
      stateAt(1),
      stateAt(2, { paidAt: 2 }),
      refunded("r1", 3),
      stateAt(3, { paidAt: 2, refunds: [refund("r1", 3)] }),
      refunded("r2", 4),
    ];
    const shuffled = fc.shuffledSubarray([...history, ...history], { minLength: 2 * history.length });
    fc.assert(
      fc.property(shuffled, fc.array(fc.boolean(), { minLength: 10, maxLength: 10 }), (facts, cuts) => {
        let known: OrderState | null = null;
        let early = foldOrder(null, [], []).refunds;
        let batch: OrderFact[] = [];
        facts.forEach((fact, index) => {
          batch.push(fact);
          if (cuts[index] !== true && index < facts.length - 1) return;
          const folded = foldOrder(known, early, batch);
          [known, early, batch] = [folded.state, [...early, ...folded.refunds], []];
          if (known !== null) early = [];
        });
        const ended = foldOrder(known, early, []).state;
        expect(ended).toMatchObject({ updatedAt: 3, paidAt: 2 });
        expect(ended?.refunds.map(({ id }) => id).sort()).toEqual(["r1", "r2"]);
      }),
    );
  });
});
