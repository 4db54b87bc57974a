import { assert } from "../assert.ts";
import { ByteReader, ByteWriter, some } from "./byte-record.ts";
import { hashOf, numberAt, PackedIndex } from "./packed-index.ts";

/** Records lie in blocks of this many bytes; one that is larger has a block of its own. */
const BLOCK_BYTES = 2 ** 20;
/** Records begin at multiples of this many bytes, so that a place is a small number. */
const STEP_BYTES = 8;
const STEPS_A_BLOCK = BLOCK_BYTES / STEP_BYTES;
/** A record begins with the steps it may take, in two bytes. */
const HEAD_BYTES = 2;
/** Stands for the steps of a record that has its block for itself. */
const WHOLE_BLOCK = 0xffff;
export const NO_RECORD = -1;
const ANY_SPACE = -1;

/** How one kind of entry is written, without its name. */
export interface Codec<Entry> {
  pack(to: ByteWriter, entry: Entry): void;
  unpack(from: ByteReader, id: string): Entry;
  /** An entry that cannot change, such as a number, need not be packed again when it was only looked at. */
  readonly isFixed: boolean;
}

/** Where a shelf's entries are told from others of the same name. */
export interface Space {
  readonly number: number;
  /** Spaces of one kin can be asked together who has a name. */
  readonly kin: number;
}

/** A shelf, some of whose entries are unpacked. */
interface OpenShelf {
  readonly space: Space;
  hasOpen(id: string): boolean;
  close(): void;
}

/**
 * Where `replay` keeps what a long history leaves behind. What an order, a lot or an entry says must
 * be remembered for as long as the order may come back, so memory grows with the orders there were,
 * though not with how often they are told of. Packed, an order takes some hundred bytes instead of
 * two thousand, and the collector of garbage has nothing to look through. What an event works on is
 * unpacked, and packed again by `rest`.
 *
 * A record is the steps it may take, its space's number, its name, and the entry.
 */
export class Archive {
  private readonly writer = new ByteWriter();
  private readonly reader = new ByteReader();
  private readonly name = new ByteWriter();
  private readonly blocks: Uint8Array<ArrayBuffer>[] = [];
  /** Steps of the last block that are taken. */
  private taken = STEPS_A_BLOCK;
  private readonly index = new PackedIndex();
  /** By a record's number: the step at which it begins. */
  private places = new Uint32Array(1024);
  private records = 0;
  private spaces = 0;
  /** Those whose entries are not all packed. */
  private readonly open: OpenShelf[] = [];
  /** The space that is looked in, −1 where any will do. */
  private sought = ANY_SPACE;

  /** A space of its own, or of a kin with others. */
  newSpace(kin?: Space): Space {
    this.spaces += 1;
    return { number: this.spaces, kin: kin?.kin ?? this.spaces };
  }

  /** The unit of work has ended: what it looked at, and may have changed, is packed again. */
  rest(): void {
    if (this.open.length === 0) return;
    for (const shelf of this.open) shelf.close();
    this.open.length = 0;
  }

  noteOpen(shelf: OpenShelf): void {
    this.open.push(shelf);
  }

  /** The number of a record, `NO_RECORD` where there is none. */
  find(space: Space, id: string): number {
    return this.look(space.kin, space.number, id);
  }

  /** The number of the space of this kin that has an entry of this name; null where none has. */
  spaceWith({ kin }: Space, id: string): number | null {
    for (const shelf of this.open) {
      if (shelf.space.kin === kin && shelf.hasOpen(id)) return shelf.space.number;
    }
    const record = this.look(kin, ANY_SPACE, id);
    if (record === NO_RECORD) return null;
    this.openAt(record);
    return this.reader.count();
  }

  /** A record's name; the reader is then at its entry. */
  turnTo(record: number): { readonly id: string; readonly reader: ByteReader } {
    this.openAt(record);
    this.reader.count();
    return { id: some(this.reader.text()), reader: this.reader };
  }

  /** The reader, at the entry of a record whose name is known. */
  turnToEntry(record: number): ByteReader {
    this.openAt(record);
    this.reader.count();
    this.reader.skipText();
    return this.reader;
  }

  /** Writes an entry over its record, or where it has none, or no room, into a new place. Returns the record's number. */
  write<Entry>(space: Space, id: string, record: number, codec: Codec<Entry>, entry: Entry): number {
    const { writer } = this;
    writer.open(this.lastBlock(), this.taken * STEP_BYTES);
    for (let byte = 0; byte < HEAD_BYTES; byte += 1) writer.byte(0);
    writer.count(space.number);
    writer.text(id);
    codec.pack(writer, entry);
    if (record !== NO_RECORD && this.writeOver(record)) return record;
    const place = this.append();
    if (record === NO_RECORD) return this.enter(this.hashOfName(space.kin, id), place);
    this.places[record] = place;
    return record;
  }

  remove({ kin }: Space, id: string, record: number): void {
    this.index.remove(this.hashOfName(kin, id), record);
  }

  private look(kin: number, space: number, id: string): number {
    const hash = this.hashOfName(kin, id);
    this.sought = space;
    return this.index.find(hash, this.isSought);
  }

  private hashOfName(kin: number, id: string): number {
    const { name } = this;
    name.open(name.bytes, 0);
    name.text(id);
    return hashOf(kin, name.bytes, name.length);
  }

  /** Whether a record is of the space and name that are looked for. */
  private readonly isSought = (record: number): boolean => {
    const { reader, name, sought } = this;
    this.openAt(record);
    const space = reader.count();
    if (sought !== ANY_SPACE && space !== sought) return false;
    for (let index = 0; index < name.length; index += 1) {
      if (reader.byte() !== name.bytes[index]) return false;
    }
    return true;
  };

  /** Turns the reader to a record behind its head, which is returned. */
  private openAt(record: number): number {
    const place = this.places[record];
    assert(place !== undefined, "a record has a place");
    const block = this.blocks[Math.floor(place / STEPS_A_BLOCK)];
    assert(block !== undefined, "a place lies in a block");
    this.reader.open(block, (place % STEPS_A_BLOCK) * STEP_BYTES);
    return this.reader.byte() + this.reader.byte() * 256;
  }

  /** Puts what was just written in a record's old place, if that has the room. */
  private writeOver(record: number): boolean {
    const { writer, reader } = this;
    const steps = this.openAt(record);
    const room = steps === WHOLE_BLOCK ? reader.bytes.length : steps * STEP_BYTES;
    const { length } = writer;
    if (length > room) return false;
    const { bytes } = reader;
    const from = writer.position - length;
    const to = reader.position - HEAD_BYTES;
    // Most records are a few dozen bytes, for which this is quicker than a copy by the machine.
    for (let index = HEAD_BYTES; index < length; index += 1)
      bytes[to + index] = numberAt(writer.bytes, from + index);
    return true;
  }

  /** Keeps what was just written, and says where: at the end of the last block, where it lies, or in a new one. */
  private append(): number {
    const { writer } = this;
    const steps = Math.ceil(writer.length / STEP_BYTES);
    const isLarge = steps >= WHOLE_BLOCK;
    if (writer.bytes !== this.lastBlock() || isLarge) {
      const written = writer.bytes.subarray(writer.position - writer.length, writer.position);
      this.addBlock(isLarge ? steps * STEP_BYTES : BLOCK_BYTES).set(written);
    }
    const block = this.lastBlock();
    const begin = this.taken * STEP_BYTES;
    const head = isLarge ? WHOLE_BLOCK : steps;
    block[begin] = head & 255;
    block[begin + 1] = head >> 8;
    const place = (this.blocks.length - 1) * STEPS_A_BLOCK + this.taken;
    this.taken = isLarge ? STEPS_A_BLOCK : this.taken + steps;
    return place;
  }

  /** The block with room at its end. */
  private lastBlock(): Uint8Array<ArrayBuffer> {
    const last = this.blocks[this.blocks.length - 1];
    return last === undefined || this.taken === STEPS_A_BLOCK ? this.addBlock(BLOCK_BYTES) : last;
  }

  private addBlock(bytes: number): Uint8Array<ArrayBuffer> {
    const block = new Uint8Array(bytes);
    this.blocks.push(block);
    this.taken = 0;
    return block;
  }

  private enter(hash: number, place: number): number {
    if (this.records === this.places.length) {
      const larger = new Uint32Array(2 * this.records);
      larger.set(this.places);
      this.places = larger;
    }
    const record = this.records;
    this.records += 1;
    this.places[record] = place;
    this.index.add(hash, record);
    return record;
  }
}
