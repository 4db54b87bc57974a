import type { Award, MemberId, OrderId, Shelves } from "../books.ts";
import { standingOf } from "../earning/awards.ts";
import type { Awards, StandingOrder } from "../earning/awards.ts";
import { QualifyingLedger } from "../tiers/qualifying-ledger.ts";
import { Archive } from "./archive.ts";
import type { Codec } from "./archive.ts";
import { AWARD, LOT, OF_ORDER } from "./name-register.ts";
import { packAward, readStanding, unpackAward } from "./pack-award.ts";
import { lotCodec } from "./pack-lot.ts";
import { PackedRows } from "./packed-rows.ts";
import { PackedShelf } from "./packed-shelf.ts";
import { SharedParts } from "./shared-parts.ts";

/** Shelves in one archive; they also know whose award an order has. */
export interface PackedShelves extends Shelves {
  readonly memberOfOrder: (orderId: OrderId) => MemberId | null;
}

export function packedShelves(): PackedShelves {
  const archive = new Archive();
  const shared = new SharedParts();
  const { names } = archive;
  const memberIds = new Map<number, MemberId>();
  return {
    placesFor: (memberId) => {
      const owner = names.newOwner();
      memberIds.set(owner, memberId);
      return {
        awards: new PackedAwards(archive, shared, memberId, owner),
        lots: new PackedShelf(archive, lotCodec, { owner, kind: LOT, prefix: "" }),
        qualifying: new QualifyingLedger(new PackedRows(names, owner)),
      };
    },
    memberOfOrder: (orderId) => {
      const owner = names.ownerWith(OF_ORDER + orderId, AWARD);
      return owner === null ? null : (memberIds.get(owner) ?? null);
    },
    rest: () => {
      archive.rest();
    },
  };
}

function awardCodec(shared: SharedParts, memberId: MemberId): Codec<Award> {
  return {
    pack: (to, award) => {
      packAward(to, shared, award);
    },
    unpack: (from, orderId) => unpackAward(from, shared, { orderId, memberId }),
  };
}

class PackedAwards extends PackedShelf<Award> implements Awards {
  private readonly shared: SharedParts;

  constructor(archive: Archive, shared: SharedParts, memberId: MemberId, owner: number) {
    super(archive, awardCodec(shared, memberId), { owner, kind: AWARD, prefix: OF_ORDER });
    this.shared = shared;
  }

  *standing(): Generator<StandingOrder> {
    const seen = this.seen(standingOf, (from, orderId) => readStanding(from, this.shared, orderId));
    for (const order of seen) if (order !== null) yield order;
  }
}
