import type { Award, MemberId, OrderId, Shelves } from "../books.ts";
import { standingOf } from "../earning/awards.ts";
import type { Awards, StandingOrder } from "../earning/awards.ts";
import type { OrderState } from "../event.ts";
import type { Holding } from "../holding.ts";
import { QualifyingLedger } from "../tiers/qualifying-ledger.ts";
import { Archive } from "./archive.ts";
import type { Codec } from "./archive.ts";
import { OF_ORDER } from "./byte-record.ts";
import { AWARD, LOT, STATE } from "./name-register.ts";
import { packAward, readStanding, unpackAward } from "./pack-award.ts";
import { lotCodec } from "./pack-lot.ts";
import { orderCodec } from "./pack-order.ts";
import { PackedRows } from "./packed-rows.ts";
import { PackedShelf } from "./packed-shelf.ts";
import { SharedParts } from "./shared-parts.ts";

/** Shelves in one archive, which also know whose award an order has; and in another, what a platform told of its orders. */
export interface PackedShelves extends Shelves {
  readonly orders: Holding<OrderState>;
  readonly memberOfOrder: (orderId: OrderId) => MemberId | null;
}

export function packedShelves(): PackedShelves {
  const archive = new Archive();
  const shared = new SharedParts();
  const { names } = archive;
  const memberIds = new Map<number, MemberId>();
  const told = new Archive();
  return {
    orders: new PackedShelf(told, orderCodec(shared), {
      owner: told.names.newOwner(),
      kind: STATE,
      prefix: OF_ORDER,
    }),
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
      told.rest();
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
