import type { Award, Lot, MemberId, OrderId, RewardCode } from "../books.ts";
import { standingOf } from "../earning/awards.ts";
import type { Awards, StandingOrder } from "../earning/awards.ts";
import type { OrderRefund, OrderState } from "../event.ts";
import type { Holding } from "../holding.ts";
import { isAlive } from "../ledger/lots.ts";
import type { Lots } from "../ledger/lots.ts";
import type { Claimed, Codes } from "../redemption/code-book.ts";
import type { CodeOwners, Shelves } from "../shelves.ts";
import { Archive } from "./archive.ts";
import type { Codec } from "./archive.ts";
import { OF_ORDER } from "./byte-record.ts";
import { LOT, NOTHING, OWN } from "./name-register.ts";
import { packAward, readStanding, unpackAward } from "./pack-award.ts";
import { codeCodec, readClaimed } from "./pack-code.ts";
import { limitCodec } from "./pack-limit.ts";
import { lotCodec, readLotLife } from "./pack-lot.ts";
import { orderCodec, refundsCodec } from "./pack-order.ts";
import { PackedDueList, roomForDue } from "./packed-due-list.ts";
import { NO_NAME } from "./packed-index.ts";
import { PackedLimits } from "./packed-limits.ts";
import { PackedNameSet } from "./packed-name-set.ts";
import { PackedQualifying, roomForQualifying } from "./packed-qualifying.ts";
import { PackedShelf } from "./packed-shelf.ts";
import { PagedMemory } from "./paged-memory.ts";
import type { PageLimit } from "./paged-memory.ts";
import { SharedParts } from "./shared-parts.ts";

/** What stands before the ids of shelves whose names are no others'. */
const OF_CODE = "code:";
const OF_LIMIT = "limit:";
const OF_KEY = "key:";
const EARLY = "early:";

/** Shelves in one archive, which also know whose award an order has; and in another, what a platform told of its orders. */
export interface PackedShelves extends Shelves {
  readonly memory: PagedMemory;
  readonly codeOwners: CodeOwners;
  readonly orders: Holding<OrderState>;
  readonly earlyRefunds: Holding<readonly OrderRefund[]>;
  readonly memberOfOrder: (orderId: OrderId) => MemberId | null;
}

export function packedShelves(limit: PageLimit | null): PackedShelves {
  const memory = new PagedMemory(limit);
  const archive = new Archive(memory);
  const shared = new SharedParts();
  const { names } = archive;
  const members = new NumberedMembers();
  const qualifyingRoom = roomForQualifying(archive);
  const dueRoom = roomForDue(archive);
  const told = new Archive(memory);
  const anybody = told.names.newOwner();
  return {
    memory,
    codeOwners: new PackedCodeOwners(told, anybody, members),
    orders: new PackedShelf(told, orderCodec(shared), { owner: anybody, kind: OWN, prefix: OF_ORDER }),
    earlyRefunds: new PackedShelf(told, refundsCodec(shared), { owner: anybody, kind: OWN, prefix: EARLY }),
    placesFor: (memberId) => {
      const owner = names.newOwner();
      members.add(memberId, owner);
      const limits = new PackedShelf(archive, limitCodec, { owner, kind: OWN, prefix: OF_LIMIT });
      return {
        awards: new PackedAwards(archive, shared, memberId, owner),
        lots: new PackedLots(archive, lotCodec, { owner, kind: LOT, prefix: "" }),
        codes: new PackedCodes(archive, shared, memberId, owner),
        qualifying: new PackedQualifying(qualifyingRoom, owner),
        limits: new PackedLimits(limits),
        activityKeys: new PackedNameSet(archive, owner, OF_KEY),
        due: {
          isKnown: false,
          pending: new PackedDueList(dueRoom, owner, ""),
          open: new PackedDueList(dueRoom, owner, ""),
          codes: new PackedDueList(dueRoom, owner, OF_CODE),
        },
      };
    },
    memberOfOrder: (orderId) => {
      const owner = names.ownerWith(OF_ORDER + orderId, OWN);
      return owner === null ? null : members.idOf(owner);
    },
    rest: () => {
      archive.rest();
      told.rest();
    },
  };
}

/** Members by the numbers of their names' owners, which begin at one. */
class NumberedMembers {
  private readonly ids: MemberId[] = [];
  private readonly numbers = new Map<MemberId, number>();

  add(id: MemberId, number: number): void {
    this.ids[number] = id;
    this.numbers.set(id, number);
  }

  idOf(number: number): MemberId | null {
    return this.ids[number] ?? null;
  }

  numberOf(id: MemberId): number {
    return this.numbers.get(id) ?? NOTHING;
  }
}

/** Who holds a code: the number of the member stands under the code's name. */
class PackedCodeOwners implements CodeOwners {
  size = 0;
  private readonly archive: Archive;
  private readonly owner: number;
  private readonly members: NumberedMembers;

  constructor(archive: Archive, owner: number, members: NumberedMembers) {
    this.archive = archive;
    this.owner = owner;
    this.members = members;
  }

  get(text: string): MemberId | undefined {
    const { names } = this.archive;
    const name = names.find(this.owner, OF_CODE + text);
    return name === NO_NAME ? undefined : (this.members.idOf(names.at(name, OWN)) ?? undefined);
  }

  has(text: string): boolean {
    return this.get(text) !== undefined;
  }

  set(text: string, memberId: MemberId): void {
    const { names } = this.archive;
    const name = names.numberOf(this.owner, OF_CODE + text);
    if (names.at(name, OWN) === NOTHING) this.size += 1;
    names.setAt(name, OWN, this.members.numberOf(memberId));
  }
}

class PackedCodes extends PackedShelf<RewardCode> implements Codes {
  private readonly shared: SharedParts;

  constructor(archive: Archive, shared: SharedParts, memberId: MemberId, owner: number) {
    super(archive, codeCodec(shared, memberId), { owner, kind: OWN, prefix: OF_CODE });
    this.shared = shared;
  }

  issued(): Iterable<RewardCode> {
    return this.where(isIssued, (from) => isIssued(readClaimed(from, this.shared)));
  }

  claims(): Iterable<Claimed> {
    return this.seen(
      (code) => code,
      (from) => readClaimed(from, this.shared),
    );
  }
}

function isIssued({ state }: Pick<RewardCode, "state">): boolean {
  return state === "issued";
}

class PackedLots extends PackedShelf<Lot> implements Lots {
  living(): Iterable<Lot> {
    return this.where(isAlive, (from) => isAlive(readLotLife(from)));
  }
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
    super(archive, awardCodec(shared, memberId), { owner, kind: OWN, prefix: OF_ORDER });
    this.shared = shared;
  }

  *standing(): Generator<StandingOrder> {
    const seen = this.seen(standingOf, (from, orderId) => readStanding(from, this.shared, orderId));
    for (const order of seen) if (order !== null) yield order;
  }
}
