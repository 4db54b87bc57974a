import { assert } from "../assert.ts";
import type { MemberId } from "../books/ids.ts";
import type { Instant } from "../calendar.ts";

/**
 * What a review has counted so far: plain figures, so that they can be kept between two parts of the members.
 * Money is in minor units of the program's currency. Nothing in it names a person but a member's number.
 */
export interface ReviewTally {
  /** Customers with at least one paid order, and those orders. */
  people: number;
  orders: number;
  /** Goods paid for and kept. */
  salesMinor: number;
  /** Goods as they were bought: what thresholds and percentages are about. */
  goodsMinor: number;
  /** Orders that paid for shipping, and how much. */
  shippedOrders: number;
  shippingMinor: number;
  firstOrderAt: Instant | null;
  lastOrderAt: Instant | null;
  /** Orders with a product that rules ask about and the app knows nothing of. */
  unknownOrders: number;
  /** The program there is, and the one that is reviewed. */
  readonly before: SideTally;
  readonly after: SideTally;
  /** What the reviewed program gives members, by the segments they are in as of the last scoring, and `EVERYBODY`. */
  readonly given: Record<string, number>;
  /** How many end on which level, by both programs: see `moveKey`. */
  readonly moves: Record<string, number>;
  readonly losers: LosersTally;
  /** Customers whom the reviewed program lets earn nothing. */
  excluded: number;
  /** Days between two purchases of a customer, and how often. */
  readonly gaps: Record<string, number>;
  /** How many came to a level's threshold at any time, by the reviewed program. */
  readonly reached: Record<string, number>;
  /** The most anybody came to, in steps of two digits. */
  readonly peaks: Record<string, number>;
  /** By rule and campaign of the reviewed program (`rule:…`, `campaign:…`). */
  readonly applied: Record<string, AppliedTally>;
  /** Lines on which two bonus rules hold together, by both ids in order, a blank between them. */
  readonly together: Record<string, number>;
}

export interface SideTally {
  earned: number;
  expired: number;
  outstanding: number;
  /** Rewards given with a level, by their id. */
  readonly gifts: Record<string, number>;
}

/** No segment is called that. */
export const EVERYBODY = "*";

export interface LosersTally {
  /** Whoever has fewer points or a lower level by the reviewed program. */
  people: number;
  /** How many of them have a lower level. */
  lowered: number;
  points: number;
  /** Members who lose most, the first of them the most. */
  most: readonly LosingMember[];
}

export interface LosingMember {
  readonly memberId: MemberId;
  readonly points: number;
  readonly fromLevelId: string | null;
  readonly toLevelId: string | null;
}

export interface AppliedTally {
  orders: number;
  /** Money of goods that nothing but this rule's exception keeps from earning. */
  exceptMinor: number;
  /** Lines it would hold for and another base rule goes before, by that rule's id. */
  readonly behind: Record<string, number>;
}

export function emptyTally(): ReviewTally {
  return {
    people: 0,
    orders: 0,
    salesMinor: 0,
    goodsMinor: 0,
    shippedOrders: 0,
    shippingMinor: 0,
    firstOrderAt: null,
    lastOrderAt: null,
    unknownOrders: 0,
    before: emptySide(),
    after: emptySide(),
    given: {},
    moves: {},
    losers: { people: 0, lowered: 0, points: 0, most: [] },
    excluded: 0,
    gaps: {},
    reached: {},
    peaks: {},
    applied: {},
    together: {},
  };
}

function emptySide(): SideTally {
  return { earned: 0, expired: 0, outstanding: 0, gifts: {} };
}

/** A move from level to level as the tally names it; null is no level. */
export function moveKey(from: string | null, to: string | null): string {
  return JSON.stringify([from, to]);
}

export function movedBy(key: string): {
  readonly fromLevelId: string | null;
  readonly toLevelId: string | null;
} {
  const read: unknown = JSON.parse(key);
  assert(Array.isArray(read), "moves are counted by pairs");
  const [from, to] = read.map((level: unknown) => (typeof level === "string" ? level : null));
  return { fromLevelId: from ?? null, toLevelId: to ?? null };
}

/** What was never counted is none. */
export function countOf(counts: Readonly<Record<string, number>>, key: string): number {
  const count = counts[key];
  return count === undefined ? 0 : count;
}

export function countIn(counts: Record<string, number>, key: string, by = 1): void {
  counts[key] = countOf(counts, key) + by;
}

/** For how many orders a rule (`rule:…`) or a campaign (`campaign:…`) held. */
export function ordersOf({ applied }: ReviewTally, key: string): number {
  const known = applied[key];
  return known === undefined ? 0 : known.orders;
}

/** Rounded down to two digits: few steps, and each a figure a merchant would choose. */
export function stepOf(value: number): number {
  if (value < 100) return Math.max(0, Math.floor(value));
  const size = 10 ** (Math.floor(Math.log10(value)) - 1);
  return Math.floor(value / size) * size;
}

/** The value that a share of what was counted comes to at least; null where nothing was. */
export function valueReachedBy(counts: Readonly<Record<string, number>>, share: number): number | null {
  const values = Object.entries(counts)
    .map(([value, count]) => ({ value: Number(value), count }))
    .sort((a, b) => b.value - a.value);
  const all = values.reduce((sum, { count }) => sum + count, 0);
  let seen = 0;
  for (const { value, count } of values) {
    seen += count;
    if (seen >= all * share) return value;
  }
  return null;
}
