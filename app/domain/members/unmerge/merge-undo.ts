import type { MemberBook } from "../../books/member-book.ts";
import type { Qualifying } from "../../books/qualifying-ledger.ts";
import type { TierBefore } from "../../books/tier-state.ts";
import type { MemberId } from "../../books/ids.ts";
import type { Instant } from "../../calendar.ts";

/** Days within which a merge can be undone. */
export const UNDO_DAYS = 30;

const DAY_MS = 86_400_000;

/** The instant from which on a merge stays. */
export function undoableUntil(mergedAt: Instant): Instant {
  return mergedAt + UNDO_DAYS * DAY_MS;
}

/** How a member stood: who they were, and what they had in all. */
export interface Stand {
  readonly status: MemberBook["status"];
  readonly email: string | null;
  readonly birthday: string | null;
  readonly excludedByHand: boolean;
  readonly lastActivityAt: Instant | null;
  readonly tier: TierBefore;
  /** Levels whose entry points and rewards were given. */
  readonly entered: readonly string[];
  /** Points available, pending and set aside, less what is owed. */
  readonly wealth: number;
  readonly debt: number;
  /** Spent for good and lapsed, as the accounts had it. */
  readonly spent: number;
  readonly expired: number;
}

/** A lot the merge changed: what it had more before, and how its end was moved. */
export interface LotChange {
  readonly id: string;
  readonly lost: number;
  readonly expiresBefore: Instant | null;
  readonly expiresAfter: Instant | null;
}

/** A lot that came with the ended member, `was` its name there. */
export interface MovedLot extends LotChange {
  readonly was: string;
}

/** An entry of the qualifying ledger: what it counted more before the merge. */
export interface EntryChange extends Qualifying {
  readonly id: string;
}

export interface MovedEntry extends EntryChange {
  readonly was: string;
}

/** Use of a limit or cap. */
export interface UseCount {
  readonly key: string;
  readonly count: number;
  readonly points: number;
  readonly lastAt: Instant | null;
}

/**
 * What is kept of a merge so that it can be undone: what came from the ended member, and what the merge itself
 * changed. What has become of it since is read from the books when it is undone.
 */
export interface MergeUndo {
  readonly kept: Stand;
  readonly ended: Stand;
  /** The kept member just after the merge. */
  readonly after: Stand;
  readonly lots: readonly MovedLot[];
  readonly keptLots: readonly LotChange[];
  /** Lots and codes that the merge itself gave, for a level that both together reach. */
  readonly bornLots: readonly string[];
  readonly bornCodes: readonly string[];
  readonly orderIds: readonly string[];
  readonly codes: readonly string[];
  readonly entries: readonly MovedEntry[];
  readonly keptEntries: readonly EntryChange[];
  /** What the ended member had used of limits, and what of it is used by the orders that came. */
  readonly uses: readonly UseCount[];
  readonly orderUses: readonly UseCount[];
  /** Activities that only the ended member had done. */
  readonly activityKeys: readonly string[];
  /** Just after the merge: points standing for the orders that came, lapsed from the lots, spent by the codes. */
  readonly standing: number;
  readonly lapsed: number;
  readonly spent: number;
  /** Whether the ended member had anything that challenges or memberships count by, or a gift that stands on it. */
  readonly isEngaged: boolean;
}

/** Two members are one, and two again. */
export type MergeEvent =
  | {
      readonly type: "members_merged";
      readonly at: Instant;
      readonly memberId: MemberId;
      /** The one that ends. */
      readonly fromMemberId: MemberId;
    }
  | {
      readonly type: "merge_undone";
      readonly at: Instant;
      readonly memberId: MemberId;
      /** The one that had ended. */
      readonly fromMemberId: MemberId;
      readonly undo: MergeUndo;
    };
