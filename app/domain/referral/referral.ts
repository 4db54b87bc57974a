import type { Instant } from "../calendar.ts";
import type { FriendOrder } from "./qualified.ts";

/** Why somebody at the shop decides about a friend. */
export type ReferralDoubt = "shared_contact" | "many_in_a_day";

/** A friend of an advocate's, as the advocate's book keeps them. */
export interface ReferredFriend {
  readonly friendId: string;
  readonly provenAt: Instant;
  /** Whose terms hold: the version in effect when the address was proven. */
  readonly programVersion: number;
  /** `in_review`: somebody at the shop decides; `declined`: it does not count. */
  state: "counted" | "in_review" | "declined";
  /** What spoke against them when they came; null = nothing. */
  readonly doubt: ReferralDoubt | null;
  readonly orders: Map<string, FriendOrder>;
}

/** What a member has to do with referral: whom they brought along, and who brought them. */
export interface Referral {
  readonly friends: Map<string, ReferredFriend>;
  advocateId: string | null;
  /** The code given to this member for having been referred; an order that carries it counts. */
  friendCode: string | null;
  /** Names of ambassador badges: they stay. */
  readonly badges: string[];
  /** The level earned by the number of friends; null = none. */
  earnedLevel: string | null;
}
