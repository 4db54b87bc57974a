import type { Holding } from "../holding.ts";
import type { Archive, Codec } from "./archive.ts";
import type { ByteReader } from "./byte-record.ts";
import { NOTHING } from "./name-register.ts";
import type { ListedKind } from "./name-register.ts";
import { NO_NAME } from "./packed-index.ts";
import { PackedNames } from "./packed-names.ts";

/** Whose shelf it is, and of what. */
export interface ShelfPlace {
  readonly owner: number;
  readonly kind: ListedKind;
  /** What stands in names before the ids of this shelf, so that an order's award is named as its lot is. */
  readonly prefix: string;
}

interface Unpacked<Entry> {
  readonly name: number;
  entry: Entry;
}

/** So many open entries are looked through quicker than a map of them is made. */
const FEW = 8;
/** Stands where an entry's place will be, until it is packed for the first time. */
const NOT_PACKED = 1;
const NONE: readonly never[] = [];

/** One holding in an archive: entries by name, in the order in which they came. */
export class PackedShelf<Entry> implements Holding<Entry> {
  private readonly archive: Archive;
  private readonly codec: Codec<Entry>;
  private readonly place: ShelfPlace;
  private readonly names: PackedNames;
  /** Unpacked since the archive last rested. Made anew each time: an emptied list kept at hand would outlive its use. */
  private open: Unpacked<Entry>[] | null = null;
  /** The same by name, once there are more than a few. */
  private openByName: Map<number, Unpacked<Entry>> | null = null;

  constructor(archive: Archive, codec: Codec<Entry>, place: ShelfPlace) {
    this.archive = archive;
    this.codec = codec;
    this.place = place;
    this.names = new PackedNames(archive.names, place.kind);
  }

  get isEmpty(): boolean {
    return this.names.isEmpty;
  }

  get(id: string): Entry | undefined {
    const name = this.nameOf(id);
    if (name === NO_NAME) return undefined;
    return this.opened(name)?.entry ?? this.unpack(name, id);
  }

  has(id: string): boolean {
    return this.nameOf(id) !== NO_NAME;
  }

  set(id: string, entry: Entry): void {
    const { owner, kind, prefix } = this.place;
    const { names } = this.archive;
    const name = names.numberOf(owner, prefix + id);
    if (names.at(name, kind) === NOTHING) {
      names.setAt(name, kind, NOT_PACKED);
      this.names.push(name);
    }
    const open = this.opened(name);
    if (open === undefined) this.keepOpen({ name, entry });
    else open.entry = entry;
  }

  delete(id: string): void {
    const name = this.nameOf(id);
    if (name === NO_NAME) return;
    this.archive.names.setAt(name, this.place.kind, NOTHING);
    this.names.delete(name);
    this.open = this.open?.filter((one) => one.name !== name) ?? null;
    this.openByName?.delete(name);
  }

  clear(): void {
    for (const name of this.names) this.archive.names.setAt(name, this.place.kind, NOTHING);
    this.names.clear();
    this.forgetOpen();
  }

  *keys(): Generator<string> {
    for (const name of this.names) yield this.idOf(name);
  }

  *values(): Generator<Entry> {
    for (const name of this.names) yield this.opened(name)?.entry ?? this.unpack(name, this.idOf(name));
  }

  /** Those entries only that are asked for: the others are not unpacked. */
  *where(isAsked: (entry: Entry) => boolean, isAskedPacked: (from: ByteReader) => boolean): Generator<Entry> {
    for (const name of this.names) {
      const open = this.opened(name);
      if (open !== undefined) {
        if (isAsked(open.entry)) yield open.entry;
      } else if (isAskedPacked(this.read(name))) {
        yield this.unpack(name, this.idOf(name));
      }
    }
  }

  /** Looks at all entries in passing: at those that are packed without unpacking them whole. */
  *seen<Seen>(
    ofOpen: (entry: Entry) => Seen,
    ofPacked: (from: ByteReader, id: string) => Seen,
  ): Generator<Seen> {
    for (const name of this.names) {
      const open = this.opened(name);
      if (open === undefined) {
        const id = this.idOf(name);
        yield ofPacked(this.read(name), id);
      } else {
        yield ofOpen(open.entry);
      }
    }
  }

  /** Packs what is open; for the archive. */
  close(): void {
    const { names, records } = this.archive;
    const { kind } = this.place;
    for (const { name, entry } of this.open ?? NONE) {
      const place = names.at(name, kind);
      this.codec.pack(records.begin(), entry);
      const written = records.end(place);
      if (written !== place) names.setAt(name, kind, written);
    }
    this.forgetOpen();
  }

  /** The number of the name, if this shelf has an entry of it. */
  private nameOf(id: string): number {
    const { owner, kind, prefix } = this.place;
    const { names } = this.archive;
    const name = names.find(owner, prefix + id);
    return name === NO_NAME || names.at(name, kind) === NOTHING ? NO_NAME : name;
  }

  private idOf(name: number): string {
    return this.archive.names.textOf(this.place.owner, name).slice(this.place.prefix.length);
  }

  private opened(name: number): Unpacked<Entry> | undefined {
    if (this.openByName !== null) return this.openByName.get(name);
    for (const one of this.open ?? NONE) if (one.name === name) return one;
    return undefined;
  }

  private read(name: number): ByteReader {
    const { names, records } = this.archive;
    return records.read(names.at(name, this.place.kind));
  }

  private unpack(name: number, id: string): Entry {
    const entry = this.codec.unpack(this.read(name), id);
    this.keepOpen({ name, entry });
    return entry;
  }

  private keepOpen(unpacked: Unpacked<Entry>): void {
    if (this.open === null) {
      this.open = [unpacked];
      this.archive.noteOpen(this);
      return;
    }
    this.open.push(unpacked);
    if (this.openByName !== null) this.openByName.set(unpacked.name, unpacked);
    else if (this.open.length > FEW) this.openByName = new Map(this.open.map((one) => [one.name, one]));
  }

  private forgetOpen(): void {
    this.open = null;
    this.openByName = null;
  }
}
