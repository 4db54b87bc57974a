import type { Instant } from "../calendar.ts";

/** What happens to a member beside orders and activities: challenges chosen, friends brought along. */
export type EngagementEvent =
  | {
      readonly type: "challenge_joined";
      readonly at: Instant;
      readonly memberId: string;
      readonly challengeId: string;
    }
  | {
      readonly type: "friend_referred";
      readonly at: Instant;
      /** The advocate. */ readonly memberId: string;
      readonly friendId: string;
      /** The friend's address belongs to a host of throw-away mailboxes. */
      readonly isThrowAway: boolean;
      /** They share a phone number or a delivery address. */
      readonly sharesContact: boolean;
    }
  | {
      readonly type: "referral_reviewed";
      readonly at: Instant;
      /** The friend. */ readonly memberId: string;
      readonly approve: boolean;
    };
