import type { Refused } from "#app/commands/decide.ts";
import type { FriendObstacle } from "#app/messages/referral/friend-page.ts";

const OBSTACLES: Partial<Record<Refused["refusal"], FriendObstacle>> = {
  referral_self: "self",
  referral_existing_customer: "existing",
  referral_already: "already",
  referral_throw_away: "throwAway",
};

/** Why somebody is not counted as a friend, as their page says it. */
export function obstacleOf(refusal: Refused["refusal"]): FriendObstacle {
  return OBSTACLES[refusal] ?? "over";
}
