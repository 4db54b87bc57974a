import type { Instant } from "../calendar.ts";
import type { Explanation } from "../ledger/explanations/explanation.ts";
import type { MemberId } from "./ids.ts";

/** Where points can be. Member accounts first, then the shop's. Shop accounts mirror the members'. */
export type Account =
  | "pending" // the member's, not yet matured
  | "available" // the member's, spendable
  | "held" // the member's, in an issued or requested reward
  | "debt" // the member's, negative: owed after a clawback
  | "issued" // the shop's, negative: points brought into being
  | "redeemed" // the shop's: used rewards
  | "expired" // the shop's: lapsed
  | "written_off";

// the shop's: clawbacks that were forgiven

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
  | "opening" // a balance carried over from another program
  | "tier_entry" // points for entering a tier
  | "merged" // moved between two members that are one person
  | "unmerged"; // moved back: they are two after all

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
