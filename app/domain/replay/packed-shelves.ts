import type { Award, MemberId, Shelves } from "../books.ts";
import { standingOf } from "../earning/awards.ts";
import type { Awards, StandingOrder } from "../earning/awards.ts";
import type { Holding } from "../holding.ts";
import { QualifyingLedger } from "../tiers/qualifying-ledger.ts";
import { Archive, PackedShelf } from "./archive.ts";
import type { Codec } from "./archive.ts";
import { lotCodec } from "./pack-lot.ts";
import { Names, packAward, readStanding, unpackAward } from "./pack-award.ts";

/** Shelves in one archive, and beside them whose every order is. */
export function packedShelves(): Shelves & { readonly memberByOrder: Holding<MemberId> } {
  const archive = new Archive();
  const names = new Names();
  return {
    awards: (memberId) => new PackedAwards(archive, names, memberId),
    lots: () => new PackedShelf(archive, lotCodec),
    qualifying: () => new QualifyingLedger(new PackedShelf(archive, rowCodec)),
    memberByOrder: new PackedShelf(archive, memberCodec(names)),
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

class PackedAwards extends PackedShelf<Award> implements Awards {
  private readonly names: Names;

  constructor(archive: Archive, names: Names, memberId: MemberId) {
    super(archive, awardCodec(names, memberId));
    this.names = names;
  }

  *standing(): Generator<StandingOrder> {
    const seen = this.seen(standingOf, (from, orderId) => readStanding(from, this.names, orderId));
    for (const order of seen) if (order !== null) yield order;
  }
}
