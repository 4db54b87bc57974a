import { assert, elementAt } from "../assert.ts";
import type { Award, MemberId, OrderId } from "../books.ts";
import { standingOf } from "../earning/awards.ts";
import type { Awards, StandingOrder } from "../earning/awards.ts";
import { ByteReader, ByteWriter } from "./byte-record.ts";
import { Names, packAward, readStanding, unpackAward } from "./pack-award.ts";

/** Records lie in blocks of this many bytes; one that is larger has a block of its own. */
const BLOCK_BYTES = 2 ** 20;
/** Room is given in steps of this many bytes, so that a record that grows a little stays where it is. */
const ROOM_STEP = 16;

/**
 * Where `replay` keeps the awards of a whole history. An order must be remembered for as long as it
 * may come back, so memory grows with the orders there were, though not with how often they are told
 * of. Packed, an award takes some eighty bytes instead of a thousand, and the collector of garbage has
 * nothing to look through. What an event works on is unpacked, and packed again by `putAway`.
 *
 * A record is its room in steps, the number of its shelf, and the award.
 */
export class AwardArchive {
  private readonly names = new Names();
  private readonly writer = new ByteWriter();
  private readonly header = new ByteWriter();
  private readonly reader = new ByteReader();
  private readonly blocks: Uint8Array[] = [];
  /** Bytes of the last block that are taken. */
  private used = BLOCK_BYTES;
  private readonly addresses = new Map<OrderId, number>();
  private readonly shelves: Shelf[] = [];
  /** Unpacked since `putAway`. */
  private readonly open = new Map<OrderId, { readonly award: Award; readonly shelf: Shelf }>();

  /** A member's place in the archive, empty. */
  shelfFor(memberId: MemberId): Awards {
    const shelf = new Shelf(this, memberId, this.shelves.length);
    this.shelves.push(shelf);
    return shelf;
  }

  /** Whose an order is; null where it was never seen with anybody. */
  ownerOf(orderId: OrderId): MemberId | null {
    return this.shelfWith(orderId)?.memberId ?? null;
  }

  /** The unit of work has ended: what it looked at, and may have changed, is packed again. */
  putAway(): void {
    if (this.open.size === 0) return;
    for (const { award, shelf } of this.open.values()) this.pack(award, shelf);
    this.open.clear();
  }

  isOpen(orderId: OrderId): boolean {
    return this.open.has(orderId);
  }

  /** Packs one award again before the unit of work ends. */
  close(orderId: OrderId): void {
    const open = this.open.get(orderId);
    if (open === undefined) return;
    this.pack(open.award, open.shelf);
    this.open.delete(orderId);
  }

  find(shelf: Shelf, orderId: OrderId): Award | undefined {
    const open = this.open.get(orderId);
    if (open !== undefined) return open.shelf === shelf ? open.award : undefined;
    if (this.shelfWith(orderId) !== shelf) return undefined;
    const award = unpackAward(this.reader, this.names, { orderId, memberId: shelf.memberId });
    this.open.set(orderId, { award, shelf });
    return award;
  }

  keep(shelf: Shelf, award: Award): void {
    this.open.set(award.orderId, { award, shelf });
  }

  /** Whether an order stands on this shelf. */
  isOn(shelf: Shelf, orderId: OrderId): boolean {
    return this.shelfWith(orderId) === shelf;
  }

  drop(shelf: Shelf, orderId: OrderId): void {
    if (!this.isOn(shelf, orderId)) return;
    this.open.delete(orderId);
    this.addresses.delete(orderId);
  }

  standing(shelf: Shelf, orderId: OrderId): StandingOrder | null {
    if (this.shelfWith(orderId) !== shelf) return null;
    const open = this.open.get(orderId);
    return open === undefined ? readStanding(this.reader, this.names, orderId) : standingOf(open.award);
  }

  /** The shelf an order stands on; if it is packed, the reader is then at its award. */
  private shelfWith(orderId: OrderId): Shelf | null {
    const open = this.open.get(orderId);
    if (open !== undefined) return open.shelf;
    const address = this.addresses.get(orderId);
    if (address === undefined) return null;
    this.turnTo(address);
    this.reader.count();
    return elementAt(this.shelves, this.reader.count());
  }

  private turnTo(address: number): void {
    this.reader.open(elementAt(this.blocks, Math.floor(address / BLOCK_BYTES)), address % BLOCK_BYTES);
  }

  private pack(award: Award, shelf: Shelf): void {
    const { writer } = this;
    writer.reset();
    writer.count(shelf.number);
    packAward(writer, this.names, award);
    const record = writer.written();
    const address = this.addresses.get(award.orderId);
    if (address !== undefined && record.length <= this.roomAt(address)) this.overwrite(record);
    else this.addresses.set(award.orderId, this.append(record));
  }

  /** How many bytes a record may take; the reader is then at its first. */
  private roomAt(address: number): number {
    this.turnTo(address);
    return this.reader.count() * ROOM_STEP;
  }

  private overwrite(record: Uint8Array): void {
    this.reader.bytes.set(record, this.reader.position);
  }

  private append(record: Uint8Array): number {
    const steps = Math.ceil(record.length / ROOM_STEP);
    this.header.reset();
    this.header.count(steps);
    const header = this.header.written();
    const size = header.length + steps * ROOM_STEP;
    if (this.used + size > BLOCK_BYTES) {
      this.blocks.push(new Uint8Array(Math.max(size, BLOCK_BYTES)));
      this.used = 0;
    }
    const block = elementAt(this.blocks, this.blocks.length - 1);
    block.set(header, this.used);
    block.set(record, this.used + header.length);
    const address = (this.blocks.length - 1) * BLOCK_BYTES + this.used;
    this.used += size;
    return address;
  }
}

/** One member's awards, in the order in which their orders were first seen. */
class Shelf implements Awards {
  readonly memberId: MemberId;
  readonly number: number;
  private readonly archive: AwardArchive;
  private orderIds: OrderId[] = [];

  constructor(archive: AwardArchive, memberId: MemberId, number: number) {
    this.archive = archive;
    this.memberId = memberId;
    this.number = number;
  }

  get(orderId: OrderId): Award | undefined {
    return this.archive.find(this, orderId);
  }

  has(orderId: OrderId): boolean {
    return this.archive.isOn(this, orderId);
  }

  set(orderId: OrderId, award: Award): void {
    assert(award.memberId === this.memberId, "an award stands with its member");
    if (!this.has(orderId)) this.orderIds.push(orderId);
    this.archive.keep(this, award);
  }

  delete(orderId: OrderId): void {
    this.archive.drop(this, orderId);
    this.orderIds = this.orderIds.filter((id) => id !== orderId);
  }

  /** Those that moved to another shelf stay there. */
  clear(): void {
    for (const orderId of this.orderIds) this.archive.drop(this, orderId);
    this.orderIds = [];
  }

  /** An award may be changed until the next is asked for: then it is packed again, so that not all of them lie open at once. */
  *values(): Generator<Award> {
    for (const orderId of this.orderIds) {
      const wasOpen = this.archive.isOpen(orderId);
      const award = this.get(orderId);
      if (award === undefined) continue;
      yield award;
      if (!wasOpen) this.archive.close(orderId);
    }
  }

  *standing(): Generator<StandingOrder> {
    for (const orderId of this.orderIds) {
      const standing = this.archive.standing(this, orderId);
      if (standing !== null) yield standing;
    }
  }
}
