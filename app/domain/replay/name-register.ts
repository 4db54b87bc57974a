import { assert } from "../assert.ts";
import { ByteWriter, OF_ORDER, some } from "./byte-record.ts";
import { hashOf, PackedIndex } from "./packed-index.ts";
import type { RecordBlocks } from "./record-blocks.ts";

/** What can stand under a name, each at most once. */
export const AWARD = 1;
export const LOT = 2;
export const ROW = 3;
/** In a register of the shop's own orders. */
export const STATE = 1;
export type Kind = typeof AWARD | typeof LOT | typeof ROW;

/** Numbers kept for a name: the place of its text, and one for each kind. */
const COLUMNS = 4;
const TEXT = 0;
const NAMES_A_BLOCK = 2 ** 14;
const NUMBERS_A_BLOCK = COLUMNS * NAMES_A_BLOCK;

export const NO_NAME = -1;
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
  private readonly records: RecordBlocks;
  private readonly index = new PackedIndex();
  private readonly blocks: Uint32Array[] = [];
  private names = 0;
  private owners = 0;
  /** The text asked for last, as it is written, and whose it was asked for: it is asked for several times over. */
  private readonly written = new ByteWriter();
  private lastText: string | null = null;
  private lastHash = 0;
  private isOfOrder = false;
  private lastOwner = NOT_ASKED;
  private lastName = NO_NAME;
  /** What a search looks for. */
  private soughtOwner = ANYBODY;
  private soughtKind: Kind = AWARD;
  /** How many owners of the text it came across. */
  private met = 0;

  constructor(records: RecordBlocks) {
    this.records = records;
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
      this.soughtOwner = owner;
      this.lastName = this.index.find(this.hashFor(owner), this.isSought);
      this.lastOwner = owner;
    }
    return this.lastName;
  }

  /** An owner who has something of a kind under the name of an order; null where nobody has. */
  ownerWith(text: string, kind: Kind): number | null {
    this.turnTo(text);
    assert(this.isOfOrder, "only orders are asked whose they are");
    this.soughtOwner = ANYBODY;
    this.soughtKind = kind;
    this.met = 0;
    const name = this.index.find(this.lastHash, this.isSought);
    this.lastName = name;
    if (name === NO_NAME) {
      this.lastOwner = this.met > 0 ? NOT_ASKED : NOBODY;
      return null;
    }
    this.lastOwner = this.records.readFixed(this.at(name, TEXT)).count();
    return this.lastOwner;
  }

  /** The number of an owner's name, which is given one now if it has none. */
  numberOf(owner: number, text: string): number {
    const found = this.find(owner, text);
    return found === NO_NAME ? this.enter(owner, text) : found;
  }

  /** Numbers the name that was looked for last, and not found. */
  private enter(owner: number, text: string): number {
    const writer = this.records.beginFixed();
    writer.count(owner);
    writer.text(text);
    const name = this.names;
    if (name % NAMES_A_BLOCK === 0) this.blocks.push(new Uint32Array(NUMBERS_A_BLOCK));
    this.names += 1;
    this.setAt(name, TEXT, this.records.endFixed());
    this.index.add(this.hashFor(owner), name);
    this.lastOwner = owner;
    this.lastName = name;
    return name;
  }

  textOf(name: number): string {
    const reader = this.records.readFixed(this.at(name, TEXT));
    reader.count();
    return some(reader.text());
  }

  /** What stands of a kind under a name. */
  at(name: number, kind: Kind | typeof TEXT): number {
    const number = this.blockOf(name)[(name % NAMES_A_BLOCK) * COLUMNS + kind];
    assert(number !== undefined, "a name has a number in every column");
    return number;
  }

  setAt(name: number, kind: Kind | typeof TEXT, value: number): void {
    this.blockOf(name)[(name % NAMES_A_BLOCK) * COLUMNS + kind] = value;
  }

  private turnTo(text: string): void {
    if (text === this.lastText) return;
    const { written } = this;
    written.open(written.bytes, 0);
    written.text(text);
    this.lastText = text;
    this.lastHash = hashOf(written.bytes, written.length);
    this.isOfOrder = text.startsWith(OF_ORDER);
    this.lastOwner = NOT_ASKED;
  }

  /** Names such as that of a level are everybody's; an order's is one member's, and must be found without knowing whose. */
  private hashFor(owner: number): number {
    return this.isOfOrder ? this.lastHash : Math.imul(this.lastHash ^ owner, 0x9e37_79b1) >>> 0;
  }

  private readonly isSought = (name: number): boolean => {
    const reader = this.records.readFixed(this.at(name, TEXT));
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

  private blockOf(name: number): Uint32Array {
    const block = this.blocks[Math.floor(name / NAMES_A_BLOCK)];
    assert(block !== undefined, "a name lies in a block");
    return block;
  }
}
