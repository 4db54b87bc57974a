import { elementAt } from "../assert.ts";
import type { Instant } from "../calendar.ts";
import type { Tiers } from "../program/program.ts";

/** One line of the qualifying ledger: what counts towards tiers. Refunds lower it at the order's date. */
export interface QualifyingEntry {
  /** `order:1001`, `activity:…`, `adjust:…` */
  readonly id: string;
  /** The date it counts at. */
  readonly at: Instant;
  readonly spendMinor: number;
  /** Earned points; matured ones only. */
  readonly points: number;
  readonly orders: number;
}

type Metric = Tiers["metric"];

/** What an entry counts in each metric. */
export interface Qualifying {
  readonly spendMinor: number;
  readonly points: number;
  readonly orders: number;
}

/** Which dates count: none up to one instant, all after another, between them those that are asked for. */
export interface Window {
  readonly outUntil: Instant;
  readonly inAfter: Instant;
  readonly isIn: (at: Instant) => boolean;
}

/** What an entry counts in the program's metric: minor units of spend, points, or orders. */
export function countOf(entry: Qualifying, metric: Metric): number {
  switch (metric) {
    case "spend":
      return entry.spendMinor;
    case "points":
      return entry.points;
    case "orders":
      return entry.orders;
  }
}

/**
 * What counts towards a member's tier, in rows of one name each. What is written over keeps the date
 * of the first time; rows are never taken out: one that counts nothing any more has zeros. It is
 * summed after every order, so rows lie in chunks that know their sums: only those at a window's
 * ends are looked at one by one.
 */
export class QualifyingLedger {
  private readonly rows = new Map<string, Row>();
  private readonly chunks: Chunk[] = [];

  get(id: string): QualifyingEntry | undefined {
    const row = this.rows.get(id);
    return row === undefined ? undefined : entryOf(row);
  }

  /** What an entry counts in a metric; 0 where there is none. */
  countOf(id: string, metric: Metric): number {
    const row = this.rows.get(id);
    return row === undefined ? 0 : countOf(row, metric);
  }

  has(id: string): boolean {
    return this.rows.has(id);
  }

  /** Writes what an entry counts; its date is that of the first time. */
  write(id: string, at: Instant, value: Qualifying): void {
    const row = this.rows.get(id) ?? this.addRow(id, at);
    row.chunk.rewrite(row, value);
  }

  /** The names, oldest row first. */
  keys(): Iterable<string> {
    return this.rows.keys();
  }

  /** Copies of all entries, oldest row first. */
  *values(): Generator<QualifyingEntry> {
    for (const row of this.rows.values()) yield entryOf(row);
  }

  /** The entries dated later than `after`. */
  datedAfter(after: Instant): QualifyingEntry[] {
    const entries: QualifyingEntry[] = [];
    for (let index = this.firstAfter(after); index < this.chunks.length; index += 1) {
      for (const row of elementAt(this.chunks, index).rows) if (row.at > after) entries.push(entryOf(row));
    }
    return entries;
  }

  /** Sum of a metric over the entries dated later than `after` and not later than `end`. */
  sumBetween(metric: Metric, after: Instant, end: Instant): number {
    return this.sumWithin(metric, end, { outUntil: after, inAfter: after, isIn: () => true });
  }

  /** Sum of a metric over the entries in a window and not later than `end`. */
  sumWithin(metric: Metric, end: Instant, { outUntil, inAfter, isIn }: Window): number {
    let sum = 0;
    for (let index = this.firstAfter(outUntil); index < this.chunks.length; index += 1) {
      const chunk = elementAt(this.chunks, index);
      if (chunk.earliest > inAfter && chunk.latest <= end) {
        sum += countOf(chunk.sums, metric);
        continue;
      }
      for (const row of chunk.rows) {
        if (row.at <= outUntil || row.at > end) continue;
        if (row.at > inAfter || isIn(row.at)) sum += countOf(row, metric);
      }
    }
    return sum;
  }

  /** The latest date of an entry, or `than` where that is later. */
  newest(than: Instant): Instant {
    return Math.max(than, this.chunks.at(-1)?.latestSoFar ?? than);
  }

  /** What entries dated later than `after` add to a metric, without what others take from it. */
  gainsAfter(metric: Metric, after: Instant): number {
    let gains = 0;
    for (let index = this.firstAfter(after); index < this.chunks.length; index += 1) {
      const chunk = elementAt(this.chunks, index);
      if (chunk.earliest > after) {
        gains += countOf(chunk.gains, metric);
        continue;
      }
      for (const row of chunk.rows) if (row.at > after) gains += Math.max(countOf(row, metric), 0);
    }
    return gains;
  }

  private addRow(id: string, at: Instant): Row {
    let chunk = this.chunks.at(-1);
    if (chunk === undefined || chunk.isFull) {
      chunk = new Chunk(this.newest(at));
      this.chunks.push(chunk);
    }
    const row = chunk.add(id, at);
    this.rows.set(id, row);
    return row;
  }

  /** Where the chunks begin that may have rows dated later: those before are not looked at. */
  private firstAfter(after: Instant): number {
    let index = this.chunks.length;
    while (index > 0 && elementAt(this.chunks, index - 1).latestSoFar > after) index -= 1;
    return index;
  }
}

interface Row {
  readonly id: string;
  readonly at: Instant;
  readonly chunk: Chunk;
  spendMinor: number;
  points: number;
  orders: number;
}

const ROWS_A_CHUNK = 32;

/** Rows that were added one after another, with what they come to. */
class Chunk {
  readonly rows: Row[] = [];
  readonly sums = { spendMinor: 0, points: 0, orders: 0 };
  /** What rows add, without what others take. */
  readonly gains = { spendMinor: 0, points: 0, orders: 0 };
  earliest: Instant = Number.POSITIVE_INFINITY;
  latest: Instant = Number.NEGATIVE_INFINITY;
  /** The latest date of it and of all chunks before it. */
  latestSoFar: Instant;

  constructor(latestSoFar: Instant) {
    this.latestSoFar = latestSoFar;
  }

  get isFull(): boolean {
    return this.rows.length >= ROWS_A_CHUNK;
  }

  add(id: string, at: Instant): Row {
    const row: Row = { id, at, chunk: this, spendMinor: 0, points: 0, orders: 0 };
    this.rows.push(row);
    this.earliest = Math.min(this.earliest, at);
    this.latest = Math.max(this.latest, at);
    this.latestSoFar = Math.max(this.latestSoFar, at);
    return row;
  }

  rewrite(row: Row, { spendMinor, points, orders }: Qualifying): void {
    const { sums, gains } = this;
    sums.spendMinor += spendMinor - row.spendMinor;
    sums.points += points - row.points;
    sums.orders += orders - row.orders;
    gains.spendMinor += Math.max(spendMinor, 0) - Math.max(row.spendMinor, 0);
    gains.points += Math.max(points, 0) - Math.max(row.points, 0);
    gains.orders += Math.max(orders, 0) - Math.max(row.orders, 0);
    row.spendMinor = spendMinor;
    row.points = points;
    row.orders = orders;
  }
}

function entryOf({ id, at, spendMinor, points, orders }: Row): QualifyingEntry {
  return { id, at, spendMinor, points, orders };
}
