import { assert } from "../assert.ts";
import type { Holding } from "../holding.ts";
import { ByteReader, ByteWriter } from "./byte-record.ts";
import { hashOf, PackedIndex } from "./packed-index.ts";

/** Records lie in blocks of this many bytes; one that is larger has a block of its own. */
const BLOCK_BYTES = 2 ** 20;
/** Records begin at multiples of this many bytes, so that a place is a small number. */
const STEP_BYTES = 8;
const STEPS_A_BLOCK = BLOCK_BYTES / STEP_BYTES;
const NO_RECORD = -1;

/** How one kind of entry is written, without its name. */
export interface Codec<Entry> {
  pack(to: ByteWriter, entry: Entry): void;
  unpack(from: ByteReader, id: string): Entry;
}

/**
 * Where `replay` keeps what a long history leaves behind. What an order, a lot or an entry says must
 * be remembered for as long as the order may come back, so memory grows with the orders there were,
 * though not with how often they are told of. Packed, an order takes some hundred bytes instead of
 * two thousand, and the collector of garbage has nothing to look through. What an event works on is
 * unpacked, and packed again by `rest`.
 *
 * A record is the steps it may take, its shelf's number, its name, and the entry.
 */
export class Archive {
  private readonly writer = new ByteWriter();
  private readonly reader = new ByteReader();
  private readonly blocks: Uint8Array[] = [];
  /** Steps of the last block that are taken. */
  private taken = STEPS_A_BLOCK;
  private readonly index = new PackedIndex();
  /** By a record's number: the step at which it begins. */
  private places = new Uint32Array(1024);
  private records = 0;
  private shelves = 0;
  /** Shelves with unpacked entries. */
  private readonly open: PackedShelf<unknown>[] = [];

  /** A number of its own for a shelf. */
  newSpace(): number {
    this.shelves += 1;
    return this.shelves;
  }

  /** The unit of work has ended: what it looked at, and may have changed, is packed again. */
  rest(): void {
    for (const shelf of this.open) shelf.close();
    this.open.length = 0;
  }

  noteOpen(shelf: PackedShelf<unknown>): void {
    this.open.push(shelf);
  }

  /** The number of a record, −1 where there is none. */
  find(space: number, id: string): number {
    return this.index.find(hashOf(space, id), (record) => this.isNamed(record, space, id));
  }

  /** A record's name; the reader is then at its entry. */
  turnTo(record: number): { readonly id: string; readonly reader: ByteReader } {
    this.openAt(record);
    this.reader.count();
    this.reader.count();
    const id = this.reader.text();
    assert(id !== null, "a record has a name");
    return { id, reader: this.reader };
  }

  /** Writes an entry over its record, or where it has none, or no room, into a new place. Returns the record's number. */
  write<Entry>(space: number, id: string, record: number, codec: Codec<Entry>, entry: Entry): number {
    const { writer } = this;
    writer.reset();
    writer.count(space);
    writer.text(id);
    codec.pack(writer, entry);
    const bytes = writer.written();
    if (record !== NO_RECORD && this.fits(record, bytes.length)) {
      this.reader.bytes.set(bytes, this.reader.position);
      return record;
    }
    const place = this.append(bytes);
    if (record !== NO_RECORD) {
      this.places[record] = place;
      return record;
    }
    return this.enter(hashOf(space, id), place);
  }

  remove(space: number, id: string, record: number): void {
    this.index.remove(hashOf(space, id), record);
  }

  private isNamed(record: number, space: number, id: string): boolean {
    this.openAt(record);
    this.reader.count();
    return this.reader.count() === space && this.reader.text() === id;
  }

  /** Whether so many bytes have room; the reader is then where they go. */
  private fits(record: number, bytes: number): boolean {
    const begin = this.openAt(record);
    const steps = this.reader.count();
    return this.reader.position - begin + bytes <= steps * STEP_BYTES;
  }

  private openAt(record: number): number {
    const place = this.places[record];
    assert(place !== undefined, "a record has a place");
    const block = this.blocks[Math.floor(place / STEPS_A_BLOCK)];
    assert(block !== undefined, "a place lies in a block");
    const begin = (place % STEPS_A_BLOCK) * STEP_BYTES;
    this.reader.open(block, begin);
    return begin;
  }

  /** The steps a record takes are told by one byte, or by more for a large one. */
  private append(bytes: Uint8Array): number {
    const tell = bytes.length < 120 * STEP_BYTES ? 1 : 4;
    const steps = Math.ceil((tell + bytes.length) / STEP_BYTES);
    if (this.taken + steps > STEPS_A_BLOCK) {
      this.blocks.push(new Uint8Array(Math.max(steps, STEPS_A_BLOCK) * STEP_BYTES));
      this.taken = 0;
    }
    const block = this.blocks[this.blocks.length - 1];
    assert(block !== undefined, "there is a block to write to");
    const begin = this.taken * STEP_BYTES;
    let rest = steps;
    for (let index = 0; index < tell; index += 1) {
      const isLast = index === tell - 1;
      block[begin + index] = isLast ? rest : (rest % 128) | 128;
      rest = Math.floor(rest / 128);
    }
    block.set(bytes, begin + tell);
    this.taken += steps;
    return (this.blocks.length - 1) * STEPS_A_BLOCK + begin / STEP_BYTES;
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

const NOTHING: readonly never[] = [];

interface Unpacked<Entry> {
  readonly entry: Entry;
  readonly record: number;
}

/** One holding in an archive: entries by name, in the order in which they came. */
export class PackedShelf<Entry> implements Holding<Entry> {
  private readonly archive: Archive;
  private readonly space: number;
  private readonly codec: Codec<Entry>;
  private records: number[] = [];
  /** Unpacked since the archive last rested. Made anew each time: an emptied map kept at hand would outlive its use. */
  private open: Map<string, Unpacked<Entry>> | null = null;
  /** What was looked for last, and found: whatever is new is asked for several times before it is there. */
  private lastId: string | null = null;
  private lastRecord = NO_RECORD;

  constructor(archive: Archive, codec: Codec<Entry>) {
    this.archive = archive;
    this.space = archive.newSpace();
    this.codec = codec;
  }

  get(id: string): Entry | undefined {
    const open = this.open?.get(id);
    if (open !== undefined) return open.entry;
    const record = this.recordOf(id);
    return record === NO_RECORD ? undefined : this.unpack(record);
  }

  has(id: string): boolean {
    return this.open?.has(id) === true || this.recordOf(id) !== NO_RECORD;
  }

  set(id: string, entry: Entry): void {
    const record = this.open?.get(id)?.record ?? this.recordOf(id);
    this.keepOpen(id, { entry, record });
  }

  delete(id: string): void {
    const record = this.open?.get(id)?.record ?? this.recordOf(id);
    this.open?.delete(id);
    if (record === NO_RECORD) return;
    this.archive.remove(this.space, id, record);
    this.lastId = null;
    this.records = this.records.filter((one) => one !== record);
  }

  clear(): void {
    for (const record of this.records)
      this.archive.remove(this.space, this.archive.turnTo(record).id, record);
    this.records = [];
    this.open = null;
    this.lastId = null;
  }

  *keys(): Generator<string> {
    for (const record of this.records) yield this.archive.turnTo(record).id;
    yield* this.fresh().keys();
  }

  *values(): Generator<Entry> {
    for (const record of this.records)
      yield this.open?.get(this.archive.turnTo(record).id)?.entry ?? this.unpack(record);
    for (const { entry } of this.fresh().values()) yield entry;
  }

  /** Looks at all entries in passing: at those that are packed without unpacking them whole. */
  *seen<Seen>(
    ofOpen: (entry: Entry) => Seen,
    ofPacked: (from: ByteReader, id: string) => Seen,
  ): Generator<Seen> {
    for (const record of this.records) {
      const { id, reader } = this.archive.turnTo(record);
      const open = this.open?.get(id);
      yield open === undefined ? ofPacked(reader, id) : ofOpen(open.entry);
    }
    for (const { entry } of this.fresh().values()) yield ofOpen(entry);
  }

  /** Packs what is open; for the archive. */
  close(): void {
    for (const [id, { entry, record }] of this.open ?? NOTHING) {
      const written = this.archive.write(this.space, id, record, this.codec, entry);
      if (record === NO_RECORD) this.records.push(written);
    }
    this.open = null;
    this.lastId = null;
  }

  /** What came since the archive last rested. */
  private fresh(): ReadonlyMap<string, Unpacked<Entry>> {
    return new Map([...(this.open ?? NOTHING)].filter(([, { record }]) => record === NO_RECORD));
  }

  private recordOf(id: string): number {
    if (this.lastId !== id) {
      this.lastRecord = this.archive.find(this.space, id);
      this.lastId = id;
    }
    return this.lastRecord;
  }

  private unpack(record: number): Entry {
    const { id, reader } = this.archive.turnTo(record);
    const entry = this.codec.unpack(reader, id);
    this.keepOpen(id, { entry, record });
    return entry;
  }

  private keepOpen(id: string, unpacked: Unpacked<Entry>): void {
    if (this.open === null) {
      this.open = new Map();
      this.archive.noteOpen(this);
    }
    this.open.set(id, unpacked);
  }
}
