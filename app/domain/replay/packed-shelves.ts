import type { Award, MemberId, OrderId, Shelves } from "../books.ts";
import { standingOf } from "../earning/awards.ts";
import type { Awards, StandingOrder } from "../earning/awards.ts";
import type { Holding } from "../holding.ts";
import { QualifyingLedger } from "../tiers/qualifying-ledger.ts";
import { Archive } from "./archive.ts";
import type { Codec, PackedShelf } from "./archive.ts";
import { lotCodec } from "./pack-lot.ts";
import { Names, packAward, readStanding, unpackAward } from "./pack-award.ts";

/** Shelves in one archive, and beside them whose every order is. */
export function packedShelves(): Shelves & { readonly memberByOrder: Holding<MemberId> } {
  const archive = new Archive();
  const names = new Names();
  return {
    awards: (memberId) => new PackedAwards(archive.shelf(awardCodec(names, memberId)), names),
    lots: () => archive.shelf(lotCodec),
    qualifying: () => new QualifyingLedger(archive.shelf(rowCodec)),
    memberByOrder: archive.shelf(memberCodec(names)),
    rest: () => {
      archive.rest();
    },
  };
}

function awardCodec(names: Names, memberId: MemberId): Codec<Award> {
  return {
    pack: (to, award) => {
      packAward(to, names, award);
    },
    unpack: (from, orderId) => unpackAward(from, names, { orderId, memberId }),
  };
}

const rowCodec: Codec<number> = {
  pack: (to, row) => {
    to.count(row);
  },
  unpack: (from) => from.count(),
};

function memberCodec(names: Names): Codec<MemberId> {
  return {
    pack: (to, memberId) => {
      to.count(names.numberOf(memberId));
    },
    unpack: (from) => names.nameOf(from.count()),
  };
}

class PackedAwards implements Awards {
  private readonly shelf: PackedShelf<Award>;
  private readonly names: Names;

  constructor(shelf: PackedShelf<Award>, names: Names) {
    this.shelf = shelf;
    this.names = names;
  }

  get(orderId: OrderId): Award | undefined {
    return this.shelf.get(orderId);
  }

  has(orderId: OrderId): boolean {
    return this.shelf.has(orderId);
  }

  set(orderId: OrderId, award: Award): void {
    this.shelf.set(orderId, award);
  }

  delete(orderId: OrderId): void {
    this.shelf.delete(orderId);
  }

  clear(): void {
    this.shelf.clear();
  }

  keys(): Iterable<OrderId> {
    return this.shelf.keys();
  }

  values(): Iterable<Award> {
    return this.shelf.values();
  }

  *standing(): Generator<StandingOrder> {
    const seen = this.shelf.seen(standingOf, (from, orderId) => readStanding(from, this.names, orderId));
    for (const order of seen) if (order !== null) yield order;
  }
}
