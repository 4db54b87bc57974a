import type { Counted } from "../counted.ts";

/** What the panel says of challenges and paid memberships. */
export interface ChallengeWords {
  readonly challengesTitle: string;
  /** What a challenge counts, beside orders and items. */
  readonly challengeProducts: Counted;
  readonly challengeTypes: Counted;
  readonly challengeSpend: string;
  readonly challengeStreak: string;
  readonly challengeCard: string;
  readonly challengeSurprise: string;
  readonly challengeOneOf: string;
  readonly challengeStep: string;
  readonly challengeAgain: string;
  readonly challengePerOrder: string;
  readonly challengeBadge: string;
  readonly challengeBadgeEarned: string;
  readonly challengeProgress: string;
  readonly challengeOptIn: string;
  readonly challengeJoin: string;
  readonly challengeJoined: string;
  readonly weeks: Counted;

  readonly membershipsTitle: string;
  readonly membershipLasts: string;
  readonly membershipGrace: string;
  readonly membershipMonthly: string;
  readonly membershipRewards: string;
  readonly membershipUntil: string;
  readonly membershipInGrace: string;
}
