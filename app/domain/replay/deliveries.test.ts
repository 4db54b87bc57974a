import { describe, expect, test } from "vitest";
import { answer, day, order, program, run } from "#tests/support/replay-story.ts";
import type { ShopFact } from "../event.ts";
import type { ReplayOptions } from "./replay.ts";

describe("raw deliveries", () => {
  const placed = { ...order("9", { id: "m1" }, "10.00").order };
  const orderFact = (updatedAt: number | null): ShopFact => ({
    type: "order",
    at: 0,
    customer: {
      id: "m1",
      email: null,
      emailProven: false,
      tags: null,
      birthday: null,
      firstName: null,
      lastName: null,
    },
    order: {
      ...{
        id: "9",
        name: null,
        currency: "EUR",
        placedAt: 0,
        paidAt: 1,
        fulfilledAt: null,
        cancelledAt: null,
        updatedAt,
      },
      ...{ test: false, taxesIncluded: true, channel: "online", paymentMethods: [], orderDiscountMinor: 0 },
      ...{ shippingMinor: 0, shippingTaxMinor: 0, paidByGiftCardMinor: 0, discountCodes: [], refunds: [] },
      lines: [
        {
          id: "1",
          product: null,
          variant: null,
          quantity: 1,
          unitPriceMinor: 2000,
          discountMinor: 0,
          taxMinor: 0,
          giftCard: false,
          tags: [],
          collections: [],
          vendor: "",
          kind: "",
        },
      ],
    },
  });
  const refundFact: ShopFact = {
    type: "order_refunded",
    at: 5,
    orderId: "9",
    refund: { id: "r", at: 5, amountMinor: 500, lines: [], shippingMinor: 0 },
  };
  const delivery = (topic: string, at: string) => ({ at, type: "shopify", topic, payload: placed });
  const translateLine: ReplayOptions["translateLine"] = ({ topic }) => {
    if (topic === "broken") return { ok: false, reason: "id: is missing" };
    return { ok: true, facts: [topic === "refund" ? refundFact : orderFact(topic === "old" ? 2 : 3)] };
  };

  test("a refund that is told alone is merged into the order's last known state", () => {
    const output = answer(
      run([delivery("new", day("01-05")), delivery("refund", day("01-06"))], program, { translateLine }),
    );
    expect(output.members).toMatchObject([{ id: "m1", available: 15 }]);
  });

  test("a late delivery from before the refund does not undo it", () => {
    const output = answer(
      run(
        [delivery("new", day("01-05")), delivery("refund", day("01-06")), delivery("old", day("01-07"))],
        program,
        { translateLine },
      ),
    );
    expect(output.members).toMatchObject([{ id: "m1", available: 15 }]);
  });

  const deletedFact: ShopFact = { type: "order_deleted", at: 6, orderId: "9" };

  test.each([
    ["the same state again does not undo a refund told alone", ["same", "refund", "same"], 15],
    ["a refund that comes before its order waits for it", ["refund", "same"], 15],
    ["a refund told twice counts once", ["refund", "refund", "same", "refund"], 15],
    ["a deleted order stays deleted when its state comes again", ["same", "deleted", "same"], 0],
  ])("%s", (_title, topics, available) => {
    const facts: Record<string, ShopFact> = { same: orderFact(5), refund: refundFact, deleted: deletedFact };
    const lines = topics.map((topic, index) => delivery(topic, day(`01-0${String(index + 5)}`)));
    const output = answer(
      run(lines, program, {
        translateLine: ({ topic }) => ({
          ok: true,
          facts: Object.entries(facts).flatMap(([name, fact]) => (name === topic ? [fact] : [])),
        }),
      }),
    );
    expect(output).toMatchObject({ members: [{ available }], rejected: [] });
  });

  test.each([
    [
      "into each other",
      [
        ["70", "77"],
        ["77", "70"],
      ],
    ],
    ["into themselves", [["70", "70"]]],
  ])("customers who were merged %s before anything was known of them are one member", (_title, pairs) => {
    const facts = pairs.map(([keptCustomerId = "", endedCustomerId = ""]): ShopFact => {
      return { type: "customers_merged", at: 0, keptCustomerId, endedCustomerId };
    });
    const story = [
      ...facts.map((_fact, index) => delivery(String(index), day("01-02"))),
      order("1", { id: pairs[0]?.[1] }, "10.00"),
      order("2", { id: pairs[0]?.[0] }, "10.00"),
    ];
    const readFact: ReplayOptions["translateLine"] = ({ topic }) => {
      const fact = facts[Number(topic)];
      return fact === undefined ? { ok: false, reason: "no fact" } : { ok: true, facts: [fact] };
    };
    const output = answer(run(story, program, { translateLine: readFact }));
    expect(output).toMatchObject({ members: [{ id: "70", available: 40 }], rejected: [] });
  });

  test("a delivery that cannot be read is noted", () => {
    expect(answer(run([delivery("broken", day("01-05"))], program, { translateLine })).rejected).toEqual([
      { line: 1, reason: "id: is missing" },
    ]);
  });
});
