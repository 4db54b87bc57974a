import type { Trigger } from "../journey.ts";

/** What a trigger would have to be told of live, and is not. */
export type MissingSource = "carts" | "surveys" | "what_is_looked_at" | "what_others_buy";

/** What each trigger waits for; null: live it sees what it sees in a history. Pages offer no others. */
const MISSING: Readonly<Record<Trigger["on"], MissingSource | null>> = {
  joined: null,
  purchase: null,
  points_earned: null,
  reward_in_reach: null,
  tier_reached: null,
  tier_lost: null,
  tier_in_grace: null,
  tier_near: null,
  points_expiring: null,
  code_expiring: null,
  birthday: null,
  anniversary: null,
  lapsed: null,
  segment_entered: null,
  segment_left: null,
  unsubscribed: null,
  date: null,
  order_returned: null,
  cart_abandoned: "carts",
  survey_open: "surveys",
  browsed: "what_is_looked_at",
  replenishment: "what_others_buy",
  referral_joined: null,
  referral_qualified: null,
  challenge_done: null,
  challenge_near: null,
  membership_ending: null,
};

/** What a trigger waits for before it can be run live; null: nothing. */
export function missingSourceOf(on: Trigger["on"]): MissingSource | null {
  return MISSING[on];
}
