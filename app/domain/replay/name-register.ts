import { assert } from "../assert.ts";
import { ByteWriter, OF_ORDER, some } from "./byte-record.ts";
import { Chunks } from "./chunks.ts";
import { hashOf, NO_NAME, PackedIndex } from "./packed-index.ts";
import { pageOf, wordAt, wordOf } from "./paged-memory.ts";
import type { PagedMemory } from "./paged-memory.ts";
import type { Records } from "./records.ts";

/** What can stand under a name, each at most once: what its prefix says, and what has the name without one. */
export const OWN = 1;
export const LOT = 2;
export const ROW = 3;
export type Kind = typeof OWN | typeof LOT | typeof ROW;
/** Which name has the next of a kind, of the same owner. Rows name each other. */
const NEXT = 3;
export type ListedKind = typeof OWN | typeof LOT;

/** A name's number is the place of six words: that of its text, one for each kind, and the next names of two. */
const TEXT = 0;
const PLACES_A_NAME = 3;

/** What a kind's number is while nothing of the kind stands under the name. */
export const NOTHING = 0;

/** Owners are numbered from one. */
const ANYBODY = 0;
const NOBODY = -1;
const NOT_ASKED = -2;

/**
 * Numbers the names that owners gave. An order's award, its lot and its row of the qualifying ledger
 * have one name, and so one number, beside which it stands where each of them is: an order is looked
 * for once.
 */
export class NameRegister {
  private readonly memory: PagedMemory;
  private readonly records: Records;
  private readonly index: PackedIndex;
  private readonly places: Chunks;
  private owners = 0;
  /** The text asked for last, and whose it was asked for: it is asked for several times over. */
  private lastText: string | null = null;
  private lastOwner = NOT_ASKED;
  private lastName = NO_NAME;
  /** The same as it is written, once it is looked for. */
  private readonly written = new ByteWriter();
  private isWritten = false;
  private hash = 0;
  private isOfOrder = false;
  /** What a search looks for. */
  private soughtOwner = ANYBODY;
  private soughtKind: Kind = OWN;
  /** How many owners of the text it came across. */
  private met = 0;

  constructor(memory: PagedMemory, records: Records) {
    this.memory = memory;
    this.records = records;
    this.index = new PackedIndex(memory);
    this.places = new Chunks(memory, PLACES_A_NAME);
  }

  newOwner(): number {
    this.owners += 1;
    return this.owners;
  }

  /** The number of an owner's name; `NO_NAME` where there is none. */
  find(owner: number, text: string): number {
    this.turnTo(text);
    if (this.lastOwner === NOBODY) return NO_NAME;
    if (this.lastOwner !== owner) {
      this.write(text);
      this.soughtOwner = owner;
      this.lastName = this.index.find(this.hashFor(owner), this.isSought);
      this.lastOwner = owner;
    }
    return this.lastName;
  }

  /** An owner who has something of a kind under the name of an order; null where nobody has. */
  ownerWith(text: string, kind: Kind): number | null {
    this.turnTo(text);
    this.write(text);
    assert(this.isOfOrder, "only orders are asked whose they are");
    this.soughtOwner = ANYBODY;
    this.soughtKind = kind;
    this.met = 0;
    const name = this.index.find(this.hash, this.isSought);
    this.lastName = name;
    if (name === NO_NAME) {
      this.lastOwner = this.met > 0 ? NOT_ASKED : NOBODY;
      return null;
    }
    this.lastOwner = this.records.read(this.at(name, TEXT)).count();
    return this.lastOwner;
  }

  /** The number of an owner's name, which is given one now if it has none. */
  numberOf(owner: number, text: string): number {
    const found = this.find(owner, text);
    return found === NO_NAME ? this.enter(owner, text) : found;
  }

  /** The text of a name of an owner, who will ask for it next. */
  textOf(owner: number, name: number): string {
    const reader = this.records.read(this.at(name, TEXT));
    reader.count();
    const text = some(reader.text());
    this.lastText = text;
    this.lastOwner = owner;
    this.lastName = name;
    this.isWritten = false;
    return text;
  }

  /** What stands of a kind under a name. */
  at(name: number, kind: Kind | typeof TEXT): number {
    return wordAt(this.memory.page(pageOf(name)).words, wordOf(name) + kind);
  }

  setAt(name: number, kind: Kind | typeof TEXT, value: number): void {
    this.memory.changing(pageOf(name)).words[wordOf(name) + kind] = value;
  }

  /** The name that has the next of a kind; `NO_NAME` where it is the last. */
  nextOf(name: number, kind: ListedKind): number {
    return wordAt(this.memory.page(pageOf(name)).words, wordOf(name) + NEXT + kind);
  }

  setNextOf(name: number, kind: ListedKind, next: number): void {
    this.memory.changing(pageOf(name)).words[wordOf(name) + NEXT + kind] = next;
  }

  /** Numbers the name that was looked for last, and not found. */
  private enter(owner: number, text: string): number {
    this.write(text);
    const writer = this.records.begin();
    writer.count(owner);
    writer.text(text);
    const place = this.records.end(NOTHING);
    const name = this.places.take();
    this.setAt(name, TEXT, place);
    this.index.add(this.hashFor(owner), name);
    this.lastOwner = owner;
    this.lastName = name;
    return name;
  }

  private turnTo(text: string): void {
    if (text === this.lastText) return;
    this.lastText = text;
    this.lastOwner = NOT_ASKED;
    this.isWritten = false;
  }

  private write(text: string): void {
    if (this.isWritten) return;
    const { written } = this;
    written.open(written.bytes, 0);
    written.text(text);
    this.hash = hashOf(written.bytes, written.length);
    this.isOfOrder = text.startsWith(OF_ORDER);
    this.isWritten = true;
  }

  /** Names such as that of a level are everybody's; an order's is one member's, and must be found without knowing whose. */
  private hashFor(owner: number): number {
    return this.isOfOrder ? this.hash : Math.imul(this.hash ^ owner, 0x9e37_79b1) >>> 0;
  }

  private readonly isSought = (name: number): boolean => {
    const reader = this.records.read(this.at(name, TEXT));
    const owner = reader.count();
    const isAnybody = this.soughtOwner === ANYBODY;
    if (!isAnybody && owner !== this.soughtOwner) return false;
    const { written } = this;
    for (let index = 0; index < written.length; index += 1) {
      if (reader.byte() !== written.bytes[index]) return false;
    }
    if (!isAnybody) return true;
    this.met += 1;
    return this.at(name, this.soughtKind) !== NOTHING;
  };
}
