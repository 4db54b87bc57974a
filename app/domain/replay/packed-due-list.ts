import type { Instant } from "../calendar.ts";
import type { DueList } from "../ledger/due-list.ts";
import type { Archive } from "./archive.ts";
import { Chunks, NO_CHUNK } from "./chunks.ts";
import type { NameRegister } from "./name-register.ts";
import { figureAt, pageOf, placeInPage } from "./paged-memory.ts";
import type { PagedMemory } from "./paged-memory.ts";

/** A chunk begins with its neighbours and where its entries begin and end: each an instant and a name's number. */
const BEFORE = 0;
const AFTER = 1;
const BEGIN = 2;
const END = 3;
const HEAD = 4;
const NAME = 1;
const FIGURES_AN_ENTRY = 2;
const FIGURES_A_CHUNK = 32;
const NOTHING_DUE = Number.POSITIVE_INFINITY;

/** Room for the lists of all members. */
export interface DueRoom {
  readonly memory: PagedMemory;
  readonly names: NameRegister;
  readonly chunks: Chunks;
}

export function roomForDue({ memory, names }: Archive): DueRoom {
  return { memory, names, chunks: new Chunks(memory, FIGURES_A_CHUNK) };
}

/** What falls due, in a chain of chunks. */
export class PackedDueList implements DueList {
  private readonly room: DueRoom;
  private readonly owner: number;
  /** What stands in names before the ids. */
  private readonly prefix: string;
  private first = NO_CHUNK;
  private last = NO_CHUNK;
  /** When the first entry is due: mostly it is asked whether anything is, and nothing is. */
  private earliest = NOTHING_DUE;

  constructor(room: DueRoom, owner: number, prefix: string) {
    this.room = room;
    this.owner = owner;
    this.prefix = prefix;
  }

  firstAt(): Instant | null {
    return this.earliest === NOTHING_DUE ? null : this.earliest;
  }

  put(at: Instant, id: string): void {
    const name = this.room.names.numberOf(this.owner, this.prefix + id);
    if (at < this.earliest) this.earliest = at;
    if (this.append(at, name)) return;
    let chunk = this.last;
    while (chunk !== NO_CHUNK && this.figure(chunk, this.figure(chunk, BEGIN)) > at) {
      chunk = this.figure(chunk, BEFORE);
    }
    if (chunk === NO_CHUNK) chunk = this.first === NO_CHUNK ? this.addChunk(NO_CHUNK) : this.first;
    if (this.figure(chunk, END) === FIGURES_A_CHUNK) chunk = this.makeRoom(chunk, at);
    this.putInto(chunk, at, name);
  }

  take(now: Instant): string | null {
    if (this.earliest > now) return null;
    const page = this.room.memory.page(pageOf(this.first));
    const { figures } = page;
    const head = placeInPage(this.first);
    const begin = figureAt(figures, head + BEGIN);
    const name = figureAt(figures, head + begin + NAME);
    const next = begin + FIGURES_AN_ENTRY;
    if (next === figureAt(figures, head + END)) {
      this.dropFirst();
    } else {
      figures[head + BEGIN] = next;
      page.isChanged = true;
      this.earliest = figureAt(figures, head + next);
    }
    return this.room.names.textOf(this.owner, name).slice(this.prefix.length);
  }

  clear(): void {
    while (this.first !== NO_CHUNK) this.dropFirst();
  }

  /** Nearly always what comes is due last, and there is room for it behind the others. */
  private append(at: Instant, name: number): boolean {
    if (this.last === NO_CHUNK) return false;
    const page = this.room.memory.page(pageOf(this.last));
    const { figures } = page;
    const head = placeInPage(this.last);
    const end = figureAt(figures, head + END);
    const place = head + end;
    if (end === FIGURES_A_CHUNK || figureAt(figures, place - FIGURES_AN_ENTRY) > at) return false;
    page.isChanged = true;
    figures[place] = at;
    figures[place + NAME] = name;
    figures[head + END] = end + FIGURES_AN_ENTRY;
    return true;
  }

  /** A full chunk gets room: an empty one after it where the entry comes last, else its later half moves into one. Returns which of them the entry goes into. */
  private makeRoom(chunk: number, at: Instant): number {
    const begin = this.figure(chunk, BEGIN);
    if (this.figure(chunk, FIGURES_A_CHUNK - FIGURES_AN_ENTRY) <= at) return this.addChunk(chunk);
    if (begin > HEAD) {
      this.move(chunk, begin, FIGURES_A_CHUNK, chunk);
      return chunk;
    }
    const middle = HEAD + (((FIGURES_A_CHUNK - HEAD) / FIGURES_AN_ENTRY) >> 1) * FIGURES_AN_ENTRY;
    const added = this.addChunk(chunk);
    this.move(chunk, middle, FIGURES_A_CHUNK, added);
    this.room.memory.setFigure(chunk + END, middle);
    return this.figure(added, HEAD) <= at ? added : chunk;
  }

  /** Entries of a chunk to another's begin, or its own. */
  private move(from: number, begin: number, end: number, to: number): void {
    const entries = this.room.memory
      .page(pageOf(from))
      .figures.slice(placeInPage(from) + begin, placeInPage(from) + end);
    const { figures } = this.changing(to);
    const head = placeInPage(to);
    figures.set(entries, head + HEAD);
    figures[head + BEGIN] = HEAD;
    figures[head + END] = HEAD + entries.length;
  }

  /** Puts an entry behind those that are not later, into a chunk that has room. */
  private putInto(chunk: number, at: Instant, name: number): void {
    const { figures } = this.changing(chunk);
    const head = placeInPage(chunk);
    const end = figureAt(figures, head + END);
    const first = head + figureAt(figures, head + BEGIN);
    let place = head + end;
    while (place > first && figureAt(figures, place - FIGURES_AN_ENTRY) > at) place -= FIGURES_AN_ENTRY;
    if (place < head + end) figures.copyWithin(place + FIGURES_AN_ENTRY, place, head + end);
    figures[place] = at;
    figures[place + NAME] = name;
    figures[head + END] = end + FIGURES_AN_ENTRY;
  }

  /** An empty chunk behind another, or as the only one. */
  private addChunk(before: number): number {
    const added = this.room.chunks.take();
    const after = before === NO_CHUNK ? NO_CHUNK : this.figure(before, AFTER);
    const { figures } = this.changing(added);
    const head = placeInPage(added);
    figures[head + BEFORE] = before;
    figures[head + AFTER] = after;
    figures[head + BEGIN] = HEAD;
    figures[head + END] = HEAD;
    if (before === NO_CHUNK) this.first = added;
    else this.room.memory.setFigure(before + AFTER, added);
    if (after === NO_CHUNK) this.last = added;
    else this.room.memory.setFigure(after + BEFORE, added);
    return added;
  }

  private dropFirst(): void {
    const { memory, chunks } = this.room;
    const after = this.figure(this.first, AFTER);
    chunks.giveBack(this.first);
    this.first = after;
    if (after === NO_CHUNK) {
      this.last = NO_CHUNK;
      this.earliest = NOTHING_DUE;
    } else {
      memory.setFigure(after + BEFORE, NO_CHUNK);
      this.earliest = this.figure(after, this.figure(after, BEGIN));
    }
  }

  private changing(chunk: number) {
    return this.room.memory.changing(pageOf(chunk));
  }

  private figure(chunk: number, offset: number): number {
    return this.room.memory.figure(chunk + offset);
  }
}
