import type { DueLists } from "./ledger/due-lists.ts";
import type { Holding, NameSet } from "./holding.ts";
import type { QualifyingLedger } from "./tiers/qualifying-ledger.ts";
import type { Effect } from "./effect.ts";
import type { Instant } from "./calendar.ts";
import type { Program } from "./program/program.ts";
import type { Lots } from "./ledger/lots.ts";
import type { Codes } from "./redemption/code-book.ts";
import type { CodeOwners, Shelves } from "./shelves.ts";
import type { Explanation } from "./ledger/explanation.ts";
import type { FrozenAward } from "./earning/award.ts";
import type { Awards } from "./earning/awards.ts";

/**
 * The books: the working set the engine reads and changes. Live, they hold just the members a
 * batch concerns, loaded under row locks; in `replay` they hold everybody. The engine is the same.
 *
 * Points and minor units are JavaScript integers, asserted safe (below 2^53) where they are made;
 * products of rates are computed with bigint (see `rational.ts`). No float touches them.
 */
export type MemberId = string;
export type OrderId = string;

/** Where points can be. Member accounts first, then the shop's. Shop accounts mirror the members'. */
export type Account =
  | "pending" // the member's, not yet matured
  | "available" // the member's, spendable
  | "held" // the member's, in an issued or requested reward
  | "debt" // the member's, negative: owed after a clawback
  | "issued" // the shop's, negative: points brought into being
  | "redeemed" // the shop's: used rewards
  | "expired" // the shop's: lapsed
  | "written_off"; // the shop's: clawbacks that were forgiven

/**
 * One movement of points. Append only. Entries of a transaction sum to zero by construction:
 * each transfer takes `points` (> 0) from one account and gives them to another.
 */
export interface Transfer {
  readonly from: Account;
  readonly to: Account;
  readonly points: number;
  /** The lot whose points move; null where no lot is concerned: debts, write-offs, sums taken over in a merge. */
  readonly lotId: string | null;
}

export type TransactionKind =
  | "earned" // an order's or an activity's credit
  | "clawed_back" // a refund, edit or cancellation took points back
  | "taken" // an activity with negative points
  | "matured" // pending became available
  | "debt_offset" // new points paid an old debt
  | "held" // points set aside for a reward
  | "released" // a reward was not used: its points came back
  | "used" // a reward was used
  | "returned" // spent points of a returned order came back
  | "expired"
  | "reinstated" // expired points brought back by the merchant
  | "adjusted" // by hand
  | "tier_entry" // points for entering a tier
  | "merged"; // moved between two members that are one person

/** What happened once, for one member, with its reason. Unique per shop by `key`. */
export interface Transaction {
  /** Names the cause and the step, e.g. `order:1001:award:2`. The same cause never posts twice. */
  readonly key: string;
  readonly memberId: MemberId;
  readonly kind: TransactionKind;
  readonly at: Instant;
  readonly programVersion: number;
  readonly transfers: readonly Transfer[];
  readonly explanation: Explanation;
}

export interface Lot {
  /** Unique per member; derived from the cause: `order:1001`, `activity:link_click:mail-7`, … */
  readonly id: string;
  readonly cause: string;
  readonly kind: "order" | "activity" | "adjustment" | "tier_entry" | "reinstated" | "returned";
  readonly programVersion: number;
  readonly createdAt: Instant;
  /** Points credited in all; grows when an edit adds to the order. */
  points: number;
  /** What is still in it: pending or available according to `state`. */
  remaining: number;
  /** What lapsed from it and was not reinstated. */
  expired: number;
  state: "pending" | "open";
  /** Release instant; null while it is not known (awaiting fulfilment). */
  availableAt: Instant | null;
  /** Half-open end of life: at this instant the rest expires. Null = never, or not known yet. */
  expiresAt: Instant | null;
  /** Expiry notices already sent (0, 1 = 30 days, 2 = 7 days). */
  noticesSent: number;
}

export interface LotDraw {
  readonly lotId: string;
  readonly points: number;
  /** What went back into the lot. */
  readonly returned: number;
}

/**
 * An order's frozen award and what of it is posted. Every order that was seen has one, so that an
 * older state that comes late is known as such; `frozen.excluded` says why one has nothing.
 */
export interface Award {
  readonly orderId: OrderId;
  readonly memberId: MemberId;
  readonly orderName: string | null;
  /** The version it is judged by: the one in effect at `paidAt`. */
  programVersion: number;
  /** The instant it is judged at; null while it was never seen paid. */
  paidAt: Instant | null;
  /** Rules, rates, multipliers and line bases as matched when the order first qualified. Never re-judged. */
  frozen: FrozenAward;
  /** Points this order's present state should have (A'). */
  target: number;
  /** Points really standing for this order in the ledger: credited less clawed back. */
  standing: number;
  /** What clawbacks could not take and was forgiven (`shortfall: "clamp"`); counts as taken. */
  writtenOff: number;
  /** In its present state: cancelled, or no longer paid. */
  cancelled: boolean;
  /** Lots this order's points went into, oldest first: `order:1001`, then `order:1001:2` if the first had lapsed. */
  lotIds: readonly string[];
  /** Number of postings so far; the next transaction key uses postings + 1. */
  postings: number;
  /** The platform's version of the order applied last; an older state is ignored. Null = unknown. */
  orderUpdatedAt: Instant | null;
}

export type RewardCodeState =
  | "held" // points set aside, the platform not yet asked or not yet answered
  | "issued" // the code works
  | "used"
  | "released" // unused: cancelled by the member or expired; points are back
  | "revoked" // taken away by the merchant; points are back
  | "failed" // refused by the platform; points are back
  | "requested" // experience: awaiting the merchant
  | "fulfilled" // experience: given
  | "declined"; // experience: refused; points are back

export interface RewardCode {
  /** Also the text a shopper types; unique for ever within the shop. */
  readonly code: string;
  readonly memberId: MemberId;
  readonly rewardId: string;
  readonly programVersion: number;
  /** Points it cost (0 for tier gifts). */
  readonly points: number;
  /** For variable rewards and money rewards: what it is worth, minor units; null for the others. */
  readonly valueMinor: number | null;
  /** Where its points were taken from; written once, and again only when they had to be taken anew. */
  draws: readonly LotDraw[];
  readonly claimedAt: Instant;
  readonly expiresAt: Instant | null;
  readonly origin: "redemption" | "tier_entry";
  state: RewardCodeState;
  usedByOrderId: OrderId | null;
  /** Spent points that came back because the order was returned (section 6). */
  returnedPoints: number;
  /** Number of postings so far, for transaction keys. */
  postings: number;
  stateReason: string | null;
}

/** One line of the qualifying ledger: what counts towards tiers. Refunds lower it at the order's date. */
export interface QualifyingEntry {
  /** `order:1001`, `activity:…`, `adjust:…` */
  readonly id: string;
  /** The date it counts at. */
  readonly at: Instant;
  readonly spendMinor: number;
  /** Earned points; matured ones only. */
  readonly points: number;
  readonly orders: number;
}

export interface TierState {
  /** Null when the program has no tiers or the lowest level is not reached. */
  levelId: string | null;
  since: Instant | null;
  /** Validity end; null = no end. */
  until: Instant | null;
  /** Set while in grace: the drop happens at this instant. */
  graceUntil: Instant | null;
  graceNoticesSent: number;
  /** By-hand decision: no automatic change before this instant. */
  lockedUntil: Instant | null;
  /** The lock was set with a level downwards: until it ends nothing lifts either. */
  lockBarsLifts: boolean;
  /** Levels whose entry points and rewards were given, ever. */
  entered: string[];
  /** Earlier levels, oldest first, so that a late order is judged by the tier of its instant. */
  history: { levelId: string | null; since: Instant }[];
}

/** Use of a rule's limit or a cap within one period. Key: `rule:click:day:2026-01-05`, `cap:0:month:2026-01`. */
export interface LimitUse {
  readonly key: string;
  count: number;
  points: number;
  lastAt: Instant | null;
}

export interface MemberBalance {
  available: number;
  pending: number;
  held: number;
  /** Positive number of points owed. */
  debt: number;
  /** Net of clawbacks, adjustments included. */
  earned: number;
  /** Held for issued codes and used, net of returned. */
  spent: number;
  expired: number;
}

export interface MemberBook {
  readonly id: MemberId;
  /** `shadow`: a guest known by e-mail only, not proven. `left`: opted out. `erased`: person gone, sums stand. */
  status: "active" | "shadow" | "left" | "erased";
  readonly enrolledAt: Instant;
  email: string | null;
  birthday: string | null;
  tags: readonly string[];
  segments: readonly string[];
  excludedByHand: boolean;
  balance: MemberBalance;
  tier: TierState;
  /** Last order or redemption: what `inactivity` expiry counts from. */
  lastActivityAt: Instant | null;
  readonly lots: Lots;
  readonly awards: Awards;
  readonly codes: Codes;
  readonly qualifying: QualifyingLedger;
  /** In no particular order. */
  readonly limits: Pick<Holding<LimitUse>, "get" | "set" | "keys" | "values">;
  /** `activity name + key` already counted. */
  readonly activityKeys: NameSet;
  /** Transactions posted for this member so far: makes the keys of repeatable steps unique. */
  sequence: number;
  /** The next instant at which something falls due for this member; null = nothing. */
  nextDueAt: Instant | null;
  /** What is due for it by when. */
  readonly due: DueLists;
}

/** What a unit of work posted; the database records it, `replay` prints or drops it. */
export interface Journal {
  transactions: Transaction[];
  effects: Effect[];
}

export interface ProgramVersion {
  readonly version: number;
  readonly effectiveAt: Instant;
  readonly program: Program;
}

export interface Books {
  readonly members: Map<MemberId, MemberBook>;
  /** Every version that was ever live, oldest first: a late order is judged by the version of its instant. */
  readonly programs: Map<number, ProgramVersion>;
  liveVersion: number;
  /** Pieces of a reward with `stock` claimed so far, by reward id. */
  readonly stockClaimed: Map<string, number>;
  /**
   * Who holds a code, by its text in upper case. Live: the codes of the members in these books, and
   * of those whose code an order in this batch carries (they belong into the books as well).
   */
  readonly codeOwners: CodeOwners;
  /** `replay`: there is no platform to ask, so a claimed code works at once. Live: false. */
  readonly codesIssuedAtOnce: boolean;
  /** Live: true. Without, effects are not made and notices do not fall due. */
  readonly effectsWanted: boolean;
  /** Without, transactions are applied and not written down: a long history nobody reads entry by entry. */
  readonly journalWanted: boolean;
  /** Texts for the codes of tier gifts, each handed out once. */
  readonly nextCode: () => string;
  /** Where what a new member has is kept. */
  readonly shelves: Shelves;
  /** By when all that is due for a member has happened before an event at `at`: later where a history went back in time. */
  readonly dueBefore: (memberId: MemberId, at: Instant) => Instant;
  readonly journal: Journal;
  /** Members changed since the last record. */
  readonly changed: Set<MemberId>;
}
