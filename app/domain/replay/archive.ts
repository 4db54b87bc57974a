import type { ByteReader, ByteWriter } from "./byte-record.ts";
import { NameRegister } from "./name-register.ts";
import type { PagedMemory } from "./paged-memory.ts";
import { Records } from "./records.ts";

/** How one kind of entry is written, without its name. */
export interface Codec<Entry> {
  pack(to: ByteWriter, entry: Entry): void;
  unpack(from: ByteReader, id: string): Entry;
}

/** A shelf, some of whose entries are unpacked. */
interface OpenShelf {
  close(): void;
}

/**
 * Where `replay` keeps what a long history leaves behind. What an order, a lot or an entry says must
 * be remembered for as long as the order may come back. Packed, an order takes some hundred bytes
 * instead of two thousand, which the collector of garbage need not look through, and which can be put
 * away where they find no room in memory. What an event works on is unpacked, and packed again by
 * `rest`.
 */
export class Archive {
  readonly memory: PagedMemory;
  readonly records: Records;
  readonly names: NameRegister;
  /** Those whose entries are not all packed. */
  private readonly open: OpenShelf[] = [];

  constructor(memory: PagedMemory) {
    this.memory = memory;
    this.records = new Records(memory);
    this.names = new NameRegister(memory, this.records);
  }

  /** The unit of work has ended: what it looked at, and may have changed, is packed again. */
  rest(): void {
    for (let shelf = this.open.pop(); shelf !== undefined; shelf = this.open.pop()) shelf.close();
  }

  noteOpen(shelf: OpenShelf): void {
    this.open.push(shelf);
  }
}
