import { elementAt } from "../assert.ts";
import type { QualifyingEntry } from "../books.ts";
import type { Instant } from "../calendar.ts";
import type { Tiers } from "../program/program.ts";
import type { DatedEntry, Qualifying, QualifyingLedger, Window } from "../tiers/qualifying-ledger.ts";
import type { Archive } from "./archive.ts";
import { Chunks, NO_CHUNK } from "./chunks.ts";
import { NOTHING, ROW } from "./name-register.ts";
import type { NameRegister } from "./name-register.ts";
import { NO_NAME } from "./packed-index.ts";
import { figureAt, pageOf, placeInPage } from "./paged-memory.ts";
import type { Page, PagedMemory } from "./paged-memory.ts";

/** A row: its date, what it counts in each metric, and the number of its name. */
const DATE = 0;
const METRICS = { spend: 1, points: 2, orders: 3 } as const;
type Metric = (typeof METRICS)[keyof typeof METRICS];
const NAME = 4;
const FIGURES_A_ROW = 5;

/**
 * A chunk begins with the chunk before it, how many rows it has, their dates' bounds, the latest date
 * of it and all before it, and for each metric the sum and what rows add, without what others take.
 */
const BEFORE = 0;
const ROWS = 1;
const EARLIEST = 2;
const LATEST = 3;
const LATEST_SO_FAR = 4;
const SUM = 4;
const GAINS = 7;
const HEAD = 12;
/** Most members have few rows, so a member's first chunk is small. */
const SMALL = 32;
const LARGE = 128;
const ROWS_IN_SMALL = Math.floor((SMALL - HEAD) / FIGURES_A_ROW);
const ROWS_IN_LARGE = Math.floor((LARGE - HEAD) / FIGURES_A_ROW);

const EVER = Number.NEGATIVE_INFINITY;

/** Room for the rows of all members. */
export interface QualifyingRoom {
  readonly memory: PagedMemory;
  readonly names: NameRegister;
  readonly small: Chunks;
  readonly large: Chunks;
}

export function roomForQualifying({ memory, names }: Archive): QualifyingRoom {
  return { memory, names, small: new Chunks(memory, SMALL), large: new Chunks(memory, LARGE) };
}

/**
 * A member's qualifying ledger in chunks of rows that know their sums: after an order only the rows
 * at a window's ends are looked at one by one, and none of those before it.
 */
export class PackedQualifying implements QualifyingLedger {
  private readonly room: QualifyingRoom;
  private readonly owner: number;
  private first = NO_CHUNK;
  private last = NO_CHUNK;
  private earliest = Number.POSITIVE_INFINITY;
  private latest = EVER;
  /** Of all rows: what a chunk knows of its own, in the same sequence. */
  private readonly totals = new Array<number>(GAINS - SUM + METRICS.orders + 1).fill(0);

  constructor(room: QualifyingRoom, owner: number) {
    this.room = room;
    this.owner = owner;
  }

  get(id: string): QualifyingEntry | undefined {
    const row = this.rowOf(id);
    return row === NOTHING ? undefined : this.entry(id, row);
  }

  has(id: string): boolean {
    return this.rowOf(id) !== NOTHING;
  }

  write(id: string, at: Instant, value: Qualifying): void {
    const { names } = this.room;
    const name = names.numberOf(this.owner, id);
    const known = names.at(name, ROW);
    const row = known === NOTHING ? this.addRow(name, at) : known;
    const page = this.room.memory.changing(pageOf(row));
    const chunk = this.chunkOf(row);
    this.change(page, chunk, row, METRICS.spend, value.spendMinor);
    this.change(page, chunk, row, METRICS.points, value.points);
    this.change(page, chunk, row, METRICS.orders, value.orders);
  }

  *keys(): Generator<string> {
    for (const row of this.rows()) yield this.room.names.textOf(this.owner, this.figure(row, NAME));
  }

  *values(): Generator<QualifyingEntry> {
    for (const row of this.rows()) {
      yield this.entry(this.room.names.textOf(this.owner, this.figure(row, NAME)), row);
    }
  }

  datedAfter(after: Instant): DatedEntry[] {
    const { names } = this.room;
    const entries: DatedEntry[] = [];
    for (const chunk of this.chunksAfter(after)) {
      for (const row of this.rowsOf(chunk)) {
        if (this.figure(row, DATE) <= after) continue;
        const name = this.figure(row, NAME);
        entries.push(this.entry(() => names.textOf(this.owner, name), row));
      }
    }
    return entries;
  }

  sumBetween(metric: Tiers["metric"], after: Instant, end: Instant): number {
    return this.sumWithin(metric, end, { outUntil: after, inAfter: after, isIn: () => true });
  }

  sumWithin(metric: Tiers["metric"], end: Instant, window: Window): number {
    return this.sumOf(SUM, METRICS[metric], end, window);
  }

  newest(than: Instant): Instant {
    return Math.max(than, this.latest);
  }

  gainsAfter(metric: Tiers["metric"], after: Instant): number {
    const window = { outUntil: after, inAfter: after, isIn: () => true };
    return this.sumOf(GAINS, METRICS[metric], Number.POSITIVE_INFINITY, window);
  }

  /** Sums or gains over a window: of chunks that lie in it whole as they know it, of others row by row. */
  private sumOf(what: typeof SUM | typeof GAINS, column: Metric, end: Instant, window: Window): number {
    if (window.inAfter < this.earliest && this.latest <= end) return this.total(what, column);
    let sum = 0;
    for (let chunk = this.last; chunk !== NO_CHUNK;) {
      const { figures } = this.room.memory.page(pageOf(chunk));
      const head = placeInPage(chunk);
      if (figureAt(figures, head + LATEST_SO_FAR) <= window.outUntil) break;
      chunk = figureAt(figures, head + BEFORE);
      const earliest = figureAt(figures, head + EARLIEST);
      const latest = figureAt(figures, head + LATEST);
      if (earliest > end || latest <= window.outUntil) continue;
      if (earliest > window.inAfter && latest <= end) {
        sum += figureAt(figures, head + what + column);
        continue;
      }
      const rowsEnd = head + HEAD + figureAt(figures, head + ROWS) * FIGURES_A_ROW;
      for (let row = head + HEAD; row < rowsEnd; row += FIGURES_A_ROW) {
        const at = figureAt(figures, row + DATE);
        if (at <= window.outUntil || at > end || !(at > window.inAfter || window.isIn(at))) continue;
        const figure = figureAt(figures, row + column);
        if (what === SUM || figure > 0) sum += figure;
      }
    }
    return sum;
  }

  /** The place of a name's row. */
  private rowOf(id: string): number {
    const { names } = this.room;
    const name = names.find(this.owner, id);
    return name === NO_NAME ? NOTHING : names.at(name, ROW);
  }

  private total(what: typeof SUM | typeof GAINS, column: Metric): number {
    return elementAt(this.totals, what - SUM + column);
  }

  private addRow(name: number, at: Instant): number {
    const { memory, names } = this.room;
    if (this.isFull()) this.addChunk();
    const { figures } = memory.changing(pageOf(this.last));
    const head = placeInPage(this.last);
    const rows = figureAt(figures, head + ROWS);
    figures[head + ROWS] = rows + 1;
    figures[head + EARLIEST] = Math.min(figureAt(figures, head + EARLIEST), at);
    figures[head + LATEST] = Math.max(figureAt(figures, head + LATEST), at);
    figures[head + LATEST_SO_FAR] = Math.max(figureAt(figures, head + LATEST_SO_FAR), at);
    const offset = HEAD + rows * FIGURES_A_ROW;
    figures[head + offset + DATE] = at;
    figures[head + offset + NAME] = name;
    this.earliest = Math.min(this.earliest, at);
    this.latest = Math.max(this.latest, at);
    const row = this.last + offset;
    names.setAt(name, ROW, row);
    return row;
  }

  private isFull(): boolean {
    if (this.last === NO_CHUNK) return true;
    const most = this.last === this.first ? ROWS_IN_SMALL : ROWS_IN_LARGE;
    return this.figure(this.last, ROWS) === most;
  }

  private addChunk(): void {
    const { memory, small, large } = this.room;
    const before = this.last;
    this.last = before === NO_CHUNK ? small.take() : large.take();
    if (before === NO_CHUNK) this.first = this.last;
    const { figures } = memory.changing(pageOf(this.last));
    const head = placeInPage(this.last);
    figures[head + BEFORE] = before;
    figures[head + EARLIEST] = Number.POSITIVE_INFINITY;
    figures[head + LATEST] = EVER;
    figures[head + LATEST_SO_FAR] = this.latest;
  }

  /** A row and its chunk lie in one page. */
  private change({ figures }: Page, chunk: number, row: number, column: Metric, value: number): void {
    const at = placeInPage(row) + column;
    const before = figureAt(figures, at);
    if (before === value) return;
    figures[at] = value;
    const change = value - before;
    const gain = Math.max(value, 0) - Math.max(before, 0);
    const head = placeInPage(chunk);
    figures[head + SUM + column] = figureAt(figures, head + SUM + column) + change;
    figures[head + GAINS + column] = figureAt(figures, head + GAINS + column) + gain;
    this.totals[column] = this.total(SUM, column) + change;
    this.totals[GAINS - SUM + column] = this.total(GAINS, column) + gain;
  }

  /** Chunks lie at multiples of their size. */
  private chunkOf(row: number): number {
    const isInFirst = row >= this.first && row < this.first + SMALL;
    return isInFirst ? this.first : row - (row % LARGE);
  }

  /** The places of all rows, oldest first. */
  private *rows(): Generator<number> {
    for (const chunk of this.chunksAfter(EVER).reverse()) yield* this.rowsOf(chunk);
  }

  private *rowsOf(chunk: number): Generator<number> {
    const rows = this.figure(chunk, ROWS);
    for (let row = 0; row < rows; row += 1) yield chunk + HEAD + row * FIGURES_A_ROW;
  }

  /** The chunks that may have rows dated later, newest first. */
  private chunksAfter(after: Instant): number[] {
    const chunks: number[] = [];
    let chunk = this.last;
    while (chunk !== NO_CHUNK && this.figure(chunk, LATEST_SO_FAR) > after) {
      chunks.push(chunk);
      chunk = this.figure(chunk, BEFORE);
    }
    return chunks;
  }

  private figure(place: number, offset: number): number {
    return this.room.memory.figure(place + offset);
  }

  private entry<Id>(id: Id, row: number): Omit<QualifyingEntry, "id"> & { readonly id: Id } {
    return {
      id,
      at: this.figure(row, DATE),
      spendMinor: this.figure(row, METRICS.spend),
      points: this.figure(row, METRICS.points),
      orders: this.figure(row, METRICS.orders),
    };
  }
}
