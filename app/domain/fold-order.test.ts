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
const aLine = {
  id: "1",
  product: "p1",
  variant: null,
  quantity: 1,
  unitPriceMinor: 1_000,
  discountMinor: 0,
  taxMinor: 0,
  giftCard: false,
  tags: [],
  collections: [],
  vendor: "",
  kind: "",
};
const refund = (id: string, at: number) => ({ id, at, amountMinor: 100, lines: [], shippingMinor: 0 });
const stateAt = (
  updatedAt: number,
  more: Partial<OrderState> = {},
): Extract<OrderFact, { type: "order" }> => ({
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

  it("what a later state leaves out stays as it is known, whichever delivery comes first", () => {
    const whole = stateAt(4, { paidAt: 1, refunds: [refund("r1", 3)] });
    const partly: OrderFact = { ...stateAt(9), unsaid: ["paidAt", "refunds"] };
    const expected = { updatedAt: 9, paidAt: 1, refunds: [refund("r1", 3)] };
    expect(foldOrder(null, [], [whole, partly]).state).toMatchObject(expected);
    expect(foldOrder(null, [], [partly, whole]).state).toMatchObject(expected);
    const { state } = foldOrder(null, [], [whole]);
    expect(foldOrder(state, [], [partly]).state).toMatchObject(expected);
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

  describe("an edit that adds to a paid order", () => {
    const line = (id: string) => ({ ...aLine, id });
    const paid = stateAt(1, { paidAt: 1, lines: [line("1")] });
    const partly = stateAt(2, { partlyPaid: true, lines: [line("1"), line("2")] });

    it("leaves what was paid as it was, in whatever order both are told", () => {
      for (const told of [
        [paid, partly],
        [partly, paid],
      ]) {
        const { state } = foldOrder(null, [], told);
        expect(state).toMatchObject({ paidAt: 1, updatedAt: 2, lines: [{ id: "1" }] });
      }
    });

    it("counts whole once the rest is paid, and not at all once it is cancelled", () => {
      const known = foldOrder(null, [], [paid, partly]).state;
      const whole = stateAt(3, { paidAt: 1, lines: [line("1"), line("2")] });
      expect(foldOrder(known, [], [whole]).state?.lines).toHaveLength(2);
      const cancelled = stateAt(3, { partlyPaid: true, cancelledAt: 3, lines: [line("1"), line("2")] });
      expect(foldOrder(known, [], [cancelled]).state).toMatchObject({ paidAt: 1, cancelledAt: 3 });
    });

    it("is not paid where it never was in full", () => {
      expect(foldOrder(null, [], [partly]).state?.paidAt).toBeNull();
    });
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
