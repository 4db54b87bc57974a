import type { Instant } from "./calendar.ts";
import type { MemberId } from "./books/ids.ts";

/**
 * What the engine asks of the world, as data. Recorded in the outbox within the transaction that
 * decided it, delivered afterwards with retries. Imperative names.
 */
export type DiscountTerms =
  | { readonly kind: "amountOff"; readonly valueMinor: number }
  | {
      readonly kind: "percentOff";
      /** Rational percent as a decimal string, e.g. "12.5". */ readonly percent: string;
    }
  | { readonly kind: "freeShipping" }
  | {
      readonly kind: "freeProduct";
      readonly products: readonly string[];
      readonly variants: readonly string[];
    };

export type Effect =
  | {
      readonly type: "issue_discount";
      readonly memberId: MemberId;
      readonly code: string;
      readonly rewardId: string;
      readonly programVersion: number;
      readonly terms: DiscountTerms;
      readonly minSubtotalMinor: number | null;
      readonly scope: { readonly products: readonly string[]; readonly collections: readonly string[] };
      readonly startsAt: Instant;
      readonly expiresAt: Instant | null;
    }
  | { readonly type: "withdraw_discount"; readonly memberId: MemberId; readonly code: string }
  | {
      readonly type: "issue_store_credit";
      readonly memberId: MemberId;
      readonly code: string;
      readonly valueMinor: number;
      readonly expiresAt: Instant | null;
    }
  | {
      readonly type: "issue_gift_card";
      readonly memberId: MemberId;
      readonly code: string;
      readonly valueMinor: number;
      readonly expiresAt: Instant | null;
    }
  | {
      readonly type: "request_experience";
      readonly memberId: MemberId;
      readonly code: string;
      readonly rewardId: string;
    }
  /** The member's points, tier or progress changed: tell the shop. Coalesced: only the newest state is written. */
  | { readonly type: "publish_member_state"; readonly memberId: MemberId }
  | {
      readonly type: "notify_points_expiring";
      readonly memberId: MemberId;
      readonly points: number;
      readonly expiresAt: Instant;
      readonly noticeDays: 30 | 7;
    }
  | {
      readonly type: "notify_tier_changed";
      readonly memberId: MemberId;
      readonly from: string | null;
      readonly to: string | null;
    }
  | {
      readonly type: "notify_tier_grace";
      readonly memberId: MemberId;
      readonly levelId: string;
      readonly graceUntil: Instant;
      readonly notice: 1 | 2;
    }
  | {
      readonly type: "notify_points_earned";
      readonly memberId: MemberId;
      readonly points: number;
      readonly cause: string;
    }
  /** The customer is in one of the shop's segments now. */
  | { readonly type: "notify_segment_entered"; readonly memberId: MemberId; readonly segmentId: string }
  /** A tag that is wished on a customer of the shop, or off them. */
  | {
      readonly type: "tag_customer";
      readonly memberId: MemberId;
      readonly tag: string;
      readonly isTagged: boolean;
    }
  /** A message that is written down is due: look again, and hand it over. */
  | { readonly type: "send_message"; readonly memberId: MemberId; readonly messageId: string }
  | {
      readonly type: "notify_reward_claimed";
      readonly memberId: MemberId;
      readonly rewardId: string;
      readonly code: string;
    };
