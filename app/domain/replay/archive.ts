import type { ByteReader, ByteWriter } from "./byte-record.ts";
import { NameRegister } from "./name-register.ts";
import { RecordBlocks } from "./record-blocks.ts";

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
 * be remembered for as long as the order may come back, so memory grows with the orders there were,
 * though not with how often they are told of. Packed, an order takes some hundred bytes instead of
 * two thousand, and the collector of garbage has nothing to look through. What an event works on is
 * unpacked, and packed again by `rest`.
 */
export class Archive {
  readonly records = new RecordBlocks();
  readonly names = new NameRegister(this.records);
  /** Those whose entries are not all packed. */
  private readonly open: OpenShelf[] = [];

  /** The unit of work has ended: what it looked at, and may have changed, is packed again. */
  rest(): void {
    for (let shelf = this.open.pop(); shelf !== undefined; shelf = this.open.pop()) shelf.close();
  }

  noteOpen(shelf: OpenShelf): void {
    this.open.push(shelf);
  }
}
