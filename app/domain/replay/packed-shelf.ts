import type { Holding } from "../holding.ts";
import { NO_RECORD } from "./archive.ts";
import type { Archive, Codec, Space } from "./archive.ts";
import type { ByteReader } from "./byte-record.ts";

interface Unpacked<Entry> {
  readonly id: string;
  readonly record: number;
  entry: Entry;
}

/** So many open entries are looked through quicker than a map of them is made. */
const FEW = 8;
const NOTHING: readonly never[] = [];

/** One holding in an archive: entries by name, in the order in which they came. */
export class PackedShelf<Entry> implements Holding<Entry> {
  readonly space: Space;
  private readonly archive: Archive;
  private readonly codec: Codec<Entry>;
  private records: number[] = [];
  /** Unpacked since the archive last rested. Made anew each time: an emptied list kept at hand would outlive its use. */
  private open: Unpacked<Entry>[] | null = null;
  /** The same by name, once there are more than a few. */
  private openById: Map<string, Unpacked<Entry>> | null = null;
  /** What was looked for last, and found: whatever is new is asked for several times before it is there. */
  private lastId: string | null = null;
  private lastRecord = NO_RECORD;

  constructor(archive: Archive, codec: Codec<Entry>, space: Space = archive.newSpace()) {
    this.archive = archive;
    this.space = space;
    this.codec = codec;
  }

  get(id: string): Entry | undefined {
    const open = this.opened(id);
    if (open !== undefined) return open.entry;
    const record = this.recordOf(id);
    return record === NO_RECORD ? undefined : this.unpack(record, id, this.archive.turnToEntry(record));
  }

  has(id: string): boolean {
    return this.opened(id) !== undefined || this.recordOf(id) !== NO_RECORD;
  }

  set(id: string, entry: Entry): void {
    const open = this.opened(id);
    if (open === undefined) this.keepOpen({ id, record: this.recordOf(id), entry });
    else open.entry = entry;
  }

  delete(id: string): void {
    const open = this.opened(id);
    const record = open?.record ?? this.recordOf(id);
    if (open !== undefined) {
      this.open = this.open?.filter((one) => one !== open) ?? null;
      this.openById?.delete(id);
    }
    if (record === NO_RECORD) return;
    this.archive.remove(this.space, id, record);
    this.lastId = null;
    this.records = this.records.filter((one) => one !== record);
  }

  clear(): void {
    for (const record of this.records)
      this.archive.remove(this.space, this.archive.turnTo(record).id, record);
    this.records = [];
    this.forgetOpen();
  }

  *keys(): Generator<string> {
    for (const record of this.records) yield this.archive.turnTo(record).id;
    for (const { id } of this.fresh()) yield id;
  }

  *values(): Generator<Entry> {
    for (const record of this.records) {
      const { id, reader } = this.archive.turnTo(record);
      const open = this.opened(id);
      yield open === undefined ? this.unpack(record, id, reader) : open.entry;
    }
    for (const { entry } of this.fresh()) yield entry;
  }

  /** Looks at all entries in passing: at those that are packed without unpacking them whole. */
  *seen<Seen>(
    ofOpen: (entry: Entry) => Seen,
    ofPacked: (from: ByteReader, id: string) => Seen,
  ): Generator<Seen> {
    for (const record of this.records) {
      const { id, reader } = this.archive.turnTo(record);
      const open = this.opened(id);
      yield open === undefined ? ofPacked(reader, id) : ofOpen(open.entry);
    }
    for (const { entry } of this.fresh()) yield ofOpen(entry);
  }

  /** Whether an entry of this name is unpacked just now. */
  hasOpen(id: string): boolean {
    return this.opened(id) !== undefined;
  }

  /** Packs what is open; for the archive. */
  close(): void {
    for (const { id, record, entry } of this.open ?? NOTHING) {
      const written = this.archive.write(this.space, id, record, this.codec, entry);
      if (record === NO_RECORD) this.records.push(written);
    }
    this.forgetOpen();
  }

  private opened(id: string): Unpacked<Entry> | undefined {
    if (this.openById !== null) return this.openById.get(id);
    for (const one of this.open ?? NOTHING) if (one.id === id) return one;
    return undefined;
  }

  /** What came since the archive last rested. */
  private fresh(): readonly Unpacked<Entry>[] {
    return (this.open ?? NOTHING).filter(({ record }) => record === NO_RECORD);
  }

  private recordOf(id: string): number {
    if (this.lastId !== id) {
      this.lastRecord = this.archive.find(this.space, id);
      this.lastId = id;
    }
    return this.lastRecord;
  }

  private unpack(record: number, id: string, reader: ByteReader): Entry {
    const entry = this.codec.unpack(reader, id);
    if (!this.codec.isFixed) this.keepOpen({ id, record, entry });
    return entry;
  }

  private keepOpen(unpacked: Unpacked<Entry>): void {
    if (this.open === null) {
      this.open = [unpacked];
      this.archive.noteOpen(this);
      return;
    }
    this.open.push(unpacked);
    if (this.openById !== null) this.openById.set(unpacked.id, unpacked);
    else if (this.open.length > FEW) this.openById = new Map(this.open.map((one) => [one.id, one]));
  }

  private forgetOpen(): void {
    this.open = null;
    this.openById = null;
    this.lastId = null;
  }
}
