import type { MemberId } from "../../books/ids.ts";
import type { TierBefore } from "../../books/tier-state.ts";
import type { Instant } from "../../calendar.ts";
import type { OpeningEvent } from "../opening-event.ts";

/** What stands of a member before a deed for many is done. */
export interface BeforeDeed {
  readonly tier: TierBefore;
  readonly excluded: boolean;
}

/** What was done by hand for many at once is taken back for one of them. */
export interface BulkUndone {
  readonly type: "bulk_undone";
  readonly at: Instant;
  readonly memberId: MemberId;
  /** That of the points that were given or taken. */
  readonly id: string;
  /** What the balance changed by. */
  readonly points: number;
  readonly reason: string;
  readonly before: BeforeDeed;
  /** What it had set; null: nothing. Only where that still stands it is put back. */
  readonly levelId: string | null;
  readonly excluded: boolean | null;
  /** The code it gave; null: none. */
  readonly code: string | null;
  /** The tag it set or took off; null: none. */
  readonly tag: { readonly tag: string; readonly isTagged: boolean } | null;
}

/** Tags are the shop's: it is asked for this one, and tells what came of it as it tells of any. */
interface CustomerTagged {
  readonly type: "customer_tagged";
  readonly at: Instant;
  readonly memberId: MemberId;
  readonly tag: string;
  readonly isTagged: boolean;
}

/** What happens to many at once, from a file or by hand, and that it is taken back. */
export type ForManyEvent = OpeningEvent | BulkUndone | CustomerTagged;
