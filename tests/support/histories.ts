import fc from "fast-check";
import type { PlainProgram, ToldLine, ToldRefund } from "./story.ts";

/** Amounts as a shop writes them. */
export const price = fc.integer({ min: 0, max: 30_000 }).map((cents) => (cents / 100).toFixed(2));

const tag = fc.constantFrom("new", "sale", "mug");

export const toldLines: fc.Arbitrary<ToldLine[]> = fc
  .array(
    fc.record({
      price,
      quantity: fc.integer({ min: 1, max: 4 }),
      tags: fc.uniqueArray(tag, { maxLength: 2 }),
      giftCard: fc.constantFrom(false, false, false, true),
    }),
    { minLength: 1, maxLength: 4 },
  )
  .map((lines) => lines.map((line, index) => ({ ...line, id: String(index + 1) })));

/** Refunds of an order: of lines by units, by amounts, or as mere amounts. */
export function refundsOf(lines: readonly ToldLine[]): fc.Arbitrary<ToldRefund[]> {
  const ofLine = fc
    .record({
      index: fc.nat({ max: lines.length - 1 }),
      quantity: fc.integer({ min: 0, max: 3 }),
      amount: fc.option(price, { nil: undefined }),
    })
    .map(({ index, quantity, amount }): ToldRefund => {
      const refunded = { line: String(index + 1), quantity };
      return { lines: [amount === undefined ? refunded : { ...refunded, amount }] };
    });
  const ofAmount = fc.record({ amount: price, shipping: fc.constantFrom("0.00", "1.50") });
  return fc
    .array(fc.oneof(ofLine, ofAmount), { maxLength: 5 })
    .map((refunds) => refunds.map((refund, index) => ({ ...refund, id: `r${String(index)}` })));
}

export const programs: fc.Arbitrary<PlainProgram> = fc
  .record({
    maturity: fc.constantFrom(
      { kind: "immediate" },
      { kind: "afterPaid", days: 14 },
      { kind: "afterFulfilled", days: 7 },
    ),
    multipliers: fc.constantFrom("highest", "product"),
    giftCards: fc.constantFrom("whenSpent", "whenBought"),
    shipping: fc.boolean(),
    expiry: fc.constantFrom(
      { kind: "never" },
      { kind: "perLot", months: 2, toMonthEnd: true },
      { kind: "inactivity", months: 3 },
      { kind: "fixedDate", month: 6, day: 30, minAgeDays: 30 },
    ),
    spentPoints: fc.constantFrom("none", "fullOnly", "proportional"),
    shortfall: fc.constantFrom("debt", "clamp", "otherLots"),
    metric: fc.constantFrom("spend", "points", "orders"),
    window: fc.constantFrom({ kind: "lifetime" }, { kind: "rolling", months: 3 }, { kind: "calendarYear" }),
    downgrade: fc.constantFrom("toJustified", "oneStep"),
    graceDays: fc.constantFrom(0, 10),
    hasTiers: fc.boolean(),
    hasCaps: fc.boolean(),
    rate: fc.constantFrom(1, 3, 7),
  })
  .map((chosen) => programWith(chosen));

interface Chosen {
  readonly maturity: object;
  readonly multipliers: string;
  readonly giftCards: string;
  readonly shipping: boolean;
  readonly expiry: object;
  readonly spentPoints: string;
  readonly shortfall: string;
  readonly metric: string;
  readonly window: object;
  readonly downgrade: string;
  readonly graceDays: number;
  readonly hasTiers: boolean;
  readonly hasCaps: boolean;
  readonly rate: number;
}

function programWith(chosen: Chosen): PlainProgram {
  const isSpend = chosen.metric === "spend";
  const from = (count: number) => (isSpend ? `${String(count * 50)}.00` : String(count));
  return {
    earning: {
      maturity: chosen.maturity,
      multipliers: chosen.multipliers,
      basis: { giftCards: chosen.giftCards, shipping: chosen.shipping },
      rules: [
        { id: "spend", kind: "spend", points: chosen.rate, per: "1.00" },
        { id: "new", kind: "spend", stack: "bonus", points: 1, per: "3.00", lines: { tags: ["new"] } },
        {
          id: "steps",
          kind: "spend",
          stack: "bonus",
          points: 10,
          per: "25.00",
          step: true,
          limit: { points: 40, per: "month" },
        },
        { id: "mugs", kind: "item", points: 5, lines: { tags: ["mug"] }, limit: { count: 3, per: "week" } },
        { id: "big", kind: "order", points: 20, order: { minSubtotal: "100.00" } },
        { id: "first", kind: "order", points: 15, order: { first: true } },
        { id: "click", kind: "activity", activity: "click", points: 5, limit: { count: 2, per: "day" } },
        { id: "bye", kind: "activity", activity: "bye", points: -20 },
      ],
      campaigns: [{ id: "double", factor: 1.5, lines: { tags: ["sale"] } }],
      caps: chosen.hasCaps ? [{ points: 500, per: "month" }] : [],
    },
    expiry: chosen.expiry,
    refunds: { spentPoints: chosen.spentPoints, shortfall: chosen.shortfall },
    ...(chosen.hasTiers ? { tiers: tiersWith(chosen, from) } : {}),
    rewards: [
      { id: "five", kind: "amountOff", value: "5.00", cost: 50, validDays: 20 },
      { id: "ship", kind: "freeShipping", cost: 30, stock: 2, limitPerMember: 1, validDays: 60 },
      { id: "course", kind: "experience", cost: 40 },
    ],
  };
}

function tiersWith(chosen: Chosen, from: (count: number) => string): object {
  return {
    metric: chosen.metric,
    window: chosen.window,
    graceDays: chosen.graceDays,
    downgrade: chosen.downgrade,
    levels: [
      { id: "bronze", from: "0" },
      { id: "silver", from: from(2), multiplier: 1.25, entryPoints: 10, entryRewards: ["ship"] },
      { id: "gold", from: from(5), multiplier: 2, entryPoints: 20 },
    ],
  };
}

/** One thing that happens in a history. */
export type Step =
  | {
      readonly type: "order";
      readonly number: number;
      readonly lines: ToldLine[];
      readonly codes: boolean;
      readonly asGuest: boolean;
    }
  | { readonly type: "merge" | "leave" }
  | { readonly type: "refund"; readonly number: number; readonly refund: ToldRefund }
  | { readonly type: "cancel" | "uncancel" | "fulfil"; readonly number: number }
  | { readonly type: "redeem"; readonly reward: "five" | "ship" | "course" }
  | { readonly type: "cancel_code" | "fulfil_code" | "decline_code"; readonly number: number }
  | { readonly type: "adjust"; readonly points: number }
  | { readonly type: "activity"; readonly activity: "click" | "bye" }
  | { readonly type: "tier"; readonly level: "bronze" | "silver" | "gold" }
  | { readonly type: "publish"; readonly program: PlainProgram }
  | { readonly type: "wait"; readonly days: number };

const number = fc.nat({ max: 3 });

export const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record({
        type: fc.constant("order" as const),
        number,
        lines: toldLines,
        codes: fc.boolean(),
        asGuest: fc.boolean(),
      }),
    },
    {
      weight: 3,
      arbitrary: fc.record({
        type: fc.constant("refund" as const),
        number,
        refund: fc.oneof(
          fc.record({ lines: fc.constant([{ line: "1", quantity: 1 }]) }),
          fc.record({ amount: price }),
        ),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({ type: fc.constantFrom("cancel" as const, "uncancel", "fulfil"), number }),
    },
    {
      weight: 3,
      arbitrary: fc.record({
        type: fc.constant("redeem" as const),
        reward: fc.constantFrom("five" as const, "ship", "course"),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        type: fc.constantFrom("cancel_code" as const, "fulfil_code", "decline_code"),
        number,
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        type: fc.constant("adjust" as const),
        points: fc.integer({ min: -80, max: 200 }),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        type: fc.constant("activity" as const),
        activity: fc.constantFrom("click" as const, "bye"),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        type: fc.constant("tier" as const),
        level: fc.constantFrom("bronze" as const, "silver", "gold"),
      }),
    },
    { weight: 1, arbitrary: fc.record({ type: fc.constantFrom("merge" as const, "leave") }) },
    { weight: 1, arbitrary: fc.record({ type: fc.constant("publish" as const), program: programs }) },
    {
      weight: 3,
      arbitrary: fc.record({ type: fc.constant("wait" as const), days: fc.integer({ min: 1, max: 60 }) }),
    },
  ),
  { maxLength: 40, size: "max" },
);
