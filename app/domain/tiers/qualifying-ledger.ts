import { assert, elementAt } from "../assert.ts";
import type { QualifyingEntry } from "../books.ts";
import type { Instant } from "../calendar.ts";
import type { Tiers } from "../program/program.ts";

/** What an entry counts in each metric. */
export interface Qualifying {
  readonly spendMinor: number;
  readonly points: number;
  readonly orders: number;
}

/** An entry whose name costs more to tell than its figures. */
export interface DatedEntry extends Omit<QualifyingEntry, "id"> {
  readonly id: () => string;
}

/** Which dates count: none up to one instant, all after another, between them those that are asked for. */
export interface Window {
  readonly outUntil: Instant;
  readonly inAfter: Instant;
  readonly isIn: (at: Instant) => boolean;
}

/**
 * What counts towards a member's tier, in rows of one name each. What is written over keeps the date
 * of the first time; rows are never taken out: one that counts nothing any more has zeros.
 */
export interface QualifyingLedger {
  get(id: string): QualifyingEntry | undefined;
  has(id: string): boolean;
  /** Writes what an entry counts; its date is that of the first time. */
  write(id: string, at: Instant, value: Qualifying): void;
  /** The names, oldest row first. */
  keys(): Iterable<string>;
  /** Copies of all entries, oldest row first. */
  values(): Iterable<QualifyingEntry>;
  /** The entries dated later than `after`; their names are looked up where somebody asks. */
  datedAfter(after: Instant): DatedEntry[];
  /** Sum of a metric over the entries dated later than `after` and not later than `end`. */
  sumBetween(metric: Tiers["metric"], after: Instant, end: Instant): number;
  /** Sum of a metric over the entries in a window and not later than `end`. */
  sumWithin(metric: Tiers["metric"], end: Instant, window: Window): number;
  /** The latest date of an entry, or `than` where that is later. */
  newest(than: Instant): Instant;
  /** What entries dated later than `after` add to a metric, without what others take from it. */
  gainsAfter(metric: Tiers["metric"], after: Instant): number;
}

/** In columns, because it is summed after every order. */
export class OpenQualifying implements QualifyingLedger {
  private readonly rows = new Map<string, number>();
  private readonly dates: Instant[] = [];
  private readonly spendMinor: number[] = [];
  private readonly points: number[] = [];
  private readonly orders: number[] = [];

  get(id: string): QualifyingEntry | undefined {
    const row = this.rows.get(id);
    return row === undefined ? undefined : this.entry(id, row);
  }

  has(id: string): boolean {
    return this.rows.get(id) !== undefined;
  }

  write(id: string, at: Instant, value: Qualifying): void {
    let row = this.rows.get(id);
    if (row === undefined) {
      row = this.dates.push(at) - 1;
      this.rows.set(id, row);
    }
    this.spendMinor[row] = value.spendMinor;
    this.points[row] = value.points;
    this.orders[row] = value.orders;
  }

  keys(): Iterable<string> {
    return this.rows.keys();
  }

  *values(): Generator<QualifyingEntry> {
    let row = 0;
    for (const id of this.rows.keys()) {
      yield this.entry(id, row);
      row += 1;
    }
  }

  datedAfter(after: Instant): DatedEntry[] {
    let ids: readonly string[] | null = null;
    const idOf = (row: number) => elementAt((ids ??= [...this.rows.keys()]), row);
    const entries: DatedEntry[] = [];
    for (let row = 0; row < this.dates.length; row += 1) {
      if (numberAt(this.dates, row) > after) entries.push(this.entry(() => idOf(row), row));
    }
    return entries;
  }

  sumBetween(metric: Tiers["metric"], after: Instant, end: Instant): number {
    return this.sumWithin(metric, end, { outUntil: after, inAfter: after, isIn: () => true });
  }

  sumWithin(metric: Tiers["metric"], end: Instant, window: Window): number {
    const figures = this.column(metric);
    const { dates } = this;
    let sum = 0;
    for (let row = 0; row < dates.length; row += 1) {
      const at = numberAt(dates, row);
      if (at <= window.outUntil || at > end) continue;
      if (at > window.inAfter || window.isIn(at)) sum += numberAt(figures, row);
    }
    return sum;
  }

  newest(than: Instant): Instant {
    let newest = than;
    for (const at of this.dates) if (at > newest) newest = at;
    return newest;
  }

  gainsAfter(metric: Tiers["metric"], after: Instant): number {
    const figures = this.column(metric);
    let gains = 0;
    for (let row = 0; row < figures.length; row += 1) {
      if (numberAt(this.dates, row) > after) gains += Math.max(numberAt(figures, row), 0);
    }
    return gains;
  }

  private column(metric: Tiers["metric"]): readonly number[] {
    switch (metric) {
      case "spend":
        return this.spendMinor;
      case "points":
        return this.points;
      case "orders":
        return this.orders;
    }
  }

  private entry<Id>(id: Id, row: number): Omit<QualifyingEntry, "id"> & { readonly id: Id } {
    return {
      id,
      at: numberAt(this.dates, row),
      spendMinor: numberAt(this.spendMinor, row),
      points: numberAt(this.points, row),
      orders: numberAt(this.orders, row),
    };
  }
}

function numberAt(column: readonly number[], row: number): number {
  const number = column[row];
  assert(number !== undefined, "a row has a figure in every column");
  return number;
}
