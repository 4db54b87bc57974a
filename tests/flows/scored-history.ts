import { assert } from "#app/domain/assert.ts";
import type { Instant } from "#app/domain/calendar.ts";
import type { SegmentChoice } from "#app/domain/customers/insight/choice.ts";
import type { Window } from "#app/domain/customers/insight/window.ts";
import { CustomersRun } from "#app/domain/customers/run-customers.ts";
import { PLAIN_LIFETIME } from "#app/domain/customers/scores/lifetime-value.ts";
import { segmentsOfShop } from "#app/domain/customers/segments/shop-segments.ts";
import type { ShopFact } from "#app/domain/event.ts";
import { parseProgram } from "#app/domain/program/document/parse-program.ts";
import { sameChance } from "#tests/support/made-up-customers.ts";
import { customer, DAY, guest, orderFact, orderLine, refund, START, type PlainShop } from "./plain-shop.ts";

/** When the program begins and the first one joins. */
const BEGUN = START - 30 * DAY;
/** A Monday's midnight in Berlin: fitted on what was paid before, scored for that very midnight. */
export const MONDAY = Date.parse("2026-06-01T00:00:00+02:00");
export const PEOPLE = 60;

export const scoredProgram = {
  format: "regulars.program/1",
  name: "Club",
  currency: "EUR",
  timezone: "Europe/Berlin",
  earning: {
    rules: [
      { id: "spend", kind: "spend", points: 1, per: "1.00" },
      { id: "review", kind: "activity", activity: "review", points: 7 },
    ],
  },
} as const;

interface Bought {
  readonly id: string;
  readonly who: string;
  readonly at: number;
  readonly euros: number;
  readonly back: number;
}

/** Five months of a shop, the same in every run: most come back, a tenth of the orders is given back in part. */
function purchases(): Bought[] {
  const chance = sameChance(7);
  const bought: Bought[] = [];
  for (let person = 0; person < PEOPLE; person += 1) {
    const times = 2 + Math.floor(chance() * 2);
    for (let time = 0; time < times; time += 1) {
      const at = START + Math.floor(chance() * 20) * 7 * DAY;
      const euros = 5 + Math.floor(chance() * 60);
      const back = chance() < 0.1 ? 2 : 0;
      bought.push({ id: `${String(person)}-${String(time)}`, who: `c${String(person)}`, at, euros, back });
    }
  }
  bought.push({ id: "g", who: "Guest@Example.com", at: START + DAY, euros: 30, back: 0 });
  bought.push({ id: "n", who: "", at: START + DAY, euros: 12, back: 0 });
  return bought.sort((a, b) => a.at - b.at);
}

function asFact({ id, who, at, euros, back }: Bought): ShopFact {
  const by = who === "" ? null : who.includes("@") ? guest(who) : customer(who);
  const refunds = back === 0 ? [] : [refund("r", back, at)];
  const state = {
    euros,
    paidAt: at,
    placedAt: at,
    updatedAt: at,
    refunds,
    lines: [{ ...orderLine("1", euros), kind: "Coffee" }],
  };
  return orderFact(id, by, state, at);
}

function asLine({ id, who, at, euros, back }: Bought) {
  const when = new Date(at).toISOString();
  const member = who === "" ? undefined : who.includes("@") ? { email: who } : { id: who };
  const lines = [{ id: "1", product: "p1", quantity: 1, unitPrice: `${String(euros)}.00`, kind: "Coffee" }];
  const refunds = back === 0 ? [] : [{ id: "r", at: when, amount: `${String(back)}.00` }];
  const order = {
    id,
    currency: "EUR",
    placedAt: when,
    paidAt: when,
    lines,
    refunds,
    ...(member && { member }),
  };
  return { at: when, type: "order", order };
}

/** Tells all of it to a shop. Somebody is a member, and points are booked, from when it was told. */
export async function tellHistory(shop: PlainShop): Promise<void> {
  const joined: ShopFact = { type: "customer", at: BEGUN, customer: customer("c0"), joined: true };
  const review: ShopFact = {
    type: "activity",
    at: REVIEWED,
    customer: { id: "c1", email: null },
    activity: "review",
    key: "r1",
  };
  await shop.tell([joined], BEGUN);
  const bought = purchases();
  for (const at of new Set(bought.map((one) => one.at)))
    await shop.tell(bought.filter((one) => one.at === at).map(asFact), at);
  await shop.tell([review], REVIEWED);
}

const REVIEWED = MONDAY - 10 * DAY;

interface CommandWish {
  /** Where the clock is stopped. */
  readonly at?: Instant;
  readonly window?: Window;
  readonly segment?: SegmentChoice;
}

/** The same history as the `customers` command tells it. */
export function toldByCommand({ at = MONDAY, window, segment }: CommandWish = {}) {
  const parsed = parseProgram(scoredProgram);
  assert(parsed.ok, "the program is sound");
  const run = new CustomersRun({
    ...{ program: parsed.program, zone: "UTC", currency: null, stopAt: at },
    translateLine: () => ({ ok: false, reason: "no platform here" }),
    segments: segmentsOfShop(null, 2),
  });
  const review = { member: { id: "c1" }, activity: "review", key: "r1" };
  const lines = [
    { at: new Date(BEGUN).toISOString(), type: "join", member: { id: "c0" } },
    ...purchases().map(asLine),
    { at: new Date(REVIEWED).toISOString(), type: "activity", ...review },
  ];
  lines.forEach((line, index) => {
    run.line(JSON.stringify(line), index + 1);
  });
  const report = run.finish({
    settings: { ...PLAIN_LIFETIME, rfmWithin: null },
    segmentsFor: (digits) => segmentsOfShop(null, digits),
    windowAt: () => window ?? null,
    segment: segment ?? null,
  });
  return { report, rejected: run.rejected };
}
