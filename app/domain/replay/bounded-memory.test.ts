import { expect, test } from "vitest";
import { adjust, program, redeem, run } from "../../../tests/support/replay-story.ts";
import { scarceMemory } from "../../../tests/support/scarce-memory.ts";
import type { OrderState } from "../event.ts";
import type { ProgramDocumentDraft } from "../program/document.ts";
import { replayOutput } from "./output.ts";
import { PagedMemory } from "./paged-memory.ts";
import { finishReplay } from "./run-replay.ts";
import type { ReadDelivery, Replay } from "./run-replay.ts";
import { replayTable } from "./table.ts";

const MEMBERS = ["anna", "ben", "cem", "dora", "emil"];
const DAYS = 60;

/** Limits, caps, levels, codes and expiry: what is remembered of orders, activities and claims, all of it. */
const full = {
  ...program,
  earning: {
    basis: { giftCards: "whenBought" },
    maturity: { kind: "afterPaid", days: 3 },
    rules: [
      { id: "spend", kind: "spend", points: 1, per: "1.00", limit: { per: "day", points: 400 } },
      { id: "click", kind: "activity", activity: "link_click", points: 5, limit: { per: "day", count: 3 } },
      { id: "leave", kind: "activity", activity: "unsubscribe", points: -1 },
    ],
    caps: [{ points: 100_000, per: "month" }],
  },
  expiry: { kind: "perLot", months: 1 },
  tiers: {
    metric: "points",
    window: { kind: "rolling", months: 1 },
    levels: [
      { id: "base", from: "0" },
      { id: "gold", from: "300", entryPoints: 20, entryRewards: ["five-off"] },
    ],
  },
  rewards: [{ id: "five-off", kind: "amountOff", value: "5.00", cost: 1, validDays: 10 }],
} satisfies ProgramDocumentDraft;

test("a history ten times as long leaves the same in memory, but for pages, as long as members and days are the same", () => {
  const options = { readDelivery, pageLimit: scarceMemory(64) };
  const short = run(history(300), full, options);
  const long = run(history(1000), full, options);
  for (const replay of [short, long]) {
    const end = finishReplay(replay);
    for (const part of [replayOutput(replay, end), replayTable(replay, end)])
      expect([...part]).not.toEqual([]);
  }
  const difference = held(long) - held(short);
  const events = history(1000).length - history(300).length;
  // Where pages lie is kept as well: a number for some hundreds of events.
  expect(difference).toBeLessThan(events / 100);
});

/** So many rounds of events, over the same days however many they are. */
function history(rounds: number): object[] {
  const lines: object[] = MEMBERS.map((id) => ({ at: instant(0), type: "join", member: { id } }));
  for (let round = 0; round < rounds; round += 1) lines.push(...eventsOf(round, rounds));
  return lines;
}

function eventsOf(round: number, rounds: number): object[] {
  const at = instant((round * DAYS * 24) / rounds);
  const member = { id: MEMBERS[round % MEMBERS.length] };
  const name = `n${String(round)}`;
  // A share of its own for nearly every order.
  const paidByGiftCard = (0.01 * (1 + (round % 1000))).toFixed(2);
  const order = { id: name, member, currency: "EUR", paidAt: at, paidByGiftCard };
  const lines = [{ id: "1", quantity: 2, unitPrice: "7.00" }];
  const used = round % 3 === 0 ? [`Cn${String(round - 5)}`] : [];
  const refunds = round % 4 === 0 ? [{ id: "r", at, lines: [{ line: "1", quantity: 1 }] }] : [];
  return [
    { at, type: "order", order: { ...order, lines, discountCodes: used } },
    { at, type: "order", order: { ...order, lines, discountCodes: used, refunds } },
    { at, type: "activity", member, activity: "link_click", key: name },
    { at, type: "activity", member, activity: "unsubscribe", key: name },
    adjust(member.id ?? "", 3, at),
    redeem(member.id ?? "", `C${name}`, at),
    redeem(member.id ?? "", `C${name}`, at),
    // Back in time, a little less far each time.
    { at: instant(0, rounds - round), type: "activity", member, activity: "nothing" },
    { at, type: "shopify", topic: "orders/updated", payload: { order: `told-${name}` } },
    { at, type: "shopify", topic: "refunds/create", payload: { order: `early-${name}` } },
  ];
}

function instant(hours: number, milliseconds = 0): string {
  return new Date(Date.UTC(2026, 0, 1) + hours * 3_600_000 + milliseconds).toISOString();
}

/** An adapter that reads these bodies: an order, or a refund that is there before its order. */
const readDelivery: ReadDelivery = ({ topic, body, at }) => {
  const { order: orderId } = JSON.parse(body) as { order: string };
  const refund = { id: "r", at, amountMinor: 100, lines: [], shippingMinor: 0 };
  return topic === "refunds/create"
    ? { ok: true, facts: [{ type: "order_refunded", at, orderId, refund }] }
    : { ok: true, facts: [{ type: "order", at, customer: null, order: toldOrder(orderId, at) }] };
};

function toldOrder(id: string, at: number): OrderState {
  const moments = { placedAt: at, paidAt: at, fulfilledAt: null, cancelledAt: null, updatedAt: at };
  const money = { orderDiscountMinor: 0, shippingMinor: 0, shippingTaxMinor: 0, paidByGiftCardMinor: 0 };
  const lists = { paymentMethods: [], discountCodes: [], refunds: [], lines: [] };
  const head = { id, name: null, currency: "EUR", test: false, taxesIncluded: true, channel: "web" };
  return { ...head, ...moments, ...money, ...lists };
}

/** What a replay holds on to, pages apart: values, elements of lists, entries of maps and sets. */
function held(replay: Replay): number {
  const seen = new Set<object>();
  const open: unknown[] = [replay];
  let count = 0;
  while (open.length > 0) {
    const one = open.pop();
    count += 1;
    if (typeof one !== "object" || one === null || seen.has(one)) continue;
    seen.add(one);
    if (one instanceof PagedMemory || ArrayBuffer.isView(one)) continue;
    if (one instanceof Map) for (const [key, value] of one) open.push(key, value);
    else if (one instanceof Set) for (const element of one) open.push(element);
    else for (const value of Object.values(one) as unknown[]) open.push(value);
  }
  return count;
}
