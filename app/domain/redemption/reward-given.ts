import type { MemberId } from "../books/ids.ts";
import type { Instant } from "../calendar.ts";

/** The merchant gives a member a reward, for nothing. */
export interface RewardGiven {
  readonly type: "reward_given";
  readonly at: Instant;
  readonly memberId: MemberId;
  readonly rewardId: string;
  readonly code: string;
}
