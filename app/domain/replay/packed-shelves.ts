import type { Award, MemberId, OrderId, Shelves } from "../books.ts";
import { standingOf } from "../earning/awards.ts";
import type { Awards, StandingOrder } from "../earning/awards.ts";
import { QualifyingLedger } from "../tiers/qualifying-ledger.ts";
import { Archive } from "./archive.ts";
import type { Codec, Space } from "./archive.ts";
import { packAward, readStanding, unpackAward } from "./pack-award.ts";
import { lotCodec } from "./pack-lot.ts";
import { PackedShelf } from "./packed-shelf.ts";
import { SharedParts } from "./shared-parts.ts";

/** Shelves in one archive; they also know whose award an order has. */
export interface PackedShelves extends Shelves {
  readonly memberOfOrder: (orderId: OrderId) => MemberId | null;
}

export function packedShelves(): PackedShelves {
  const archive = new Archive();
  const shared = new SharedParts();
  const awards = archive.newSpace();
  const shelves = new Map<number, PackedAwards>();
  return {
    placesFor: (memberId) => {
      const space = archive.newSpace(awards);
      const shelf = new PackedAwards(archive, shared, memberId, space);
      shelves.set(space.number, shelf);
      const lots = new PackedShelf(archive, lotCodec);
      // An order's lot and what it counts towards tiers have one name, and are looked for one after the other.
      const rows = new PackedShelf(archive, rowCodec, archive.newSpace(lots.space));
      return { awards: shelf, lots, qualifying: new QualifyingLedger(rows) };
    },
    memberOfOrder: (orderId) => {
      const space = archive.spaceWith(awards, orderId);
      return space === null ? null : (shelves.get(space)?.memberId ?? null);
    },
    rest: () => {
      archive.rest();
    },
  };
}

function awardCodec(shared: SharedParts, memberId: MemberId): Codec<Award> {
  return {
    isFixed: false,
    pack: (to, award) => {
      packAward(to, shared, award);
    },
    unpack: (from, orderId) => unpackAward(from, shared, { orderId, memberId }),
  };
}

const rowCodec: Codec<number> = {
  isFixed: true,
  pack: (to, row) => {
    to.count(row);
  },
  unpack: (from) => from.count(),
};

class PackedAwards extends PackedShelf<Award> implements Awards {
  readonly memberId: MemberId;
  private readonly shared: SharedParts;

  constructor(archive: Archive, shared: SharedParts, memberId: MemberId, space: Space) {
    super(archive, awardCodec(shared, memberId), space);
    this.memberId = memberId;
    this.shared = shared;
  }

  *standing(): Generator<StandingOrder> {
    const seen = this.seen(standingOf, (from, orderId) => readStanding(from, this.shared, orderId));
    for (const order of seen) if (order !== null) yield order;
  }
}
