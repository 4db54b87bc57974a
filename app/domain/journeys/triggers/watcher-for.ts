import type { Journey } from "../journey.ts";
import type { Watcher, World } from "../watcher.ts";
import { cartAbandoned, date, lapsed, surveyOpen, yearlyDay } from "./calendar.ts";
import { challenge, referral } from "./community.ts";
import { ending, pointsEarned, rewardInReach } from "./points.ts";
import { replenishment } from "./replenishment.ts";
import { segmentChanged } from "./segments.ts";
import { tierChanged, tierInGrace, tierNear } from "./tiers.ts";
import { browsed, joined, orderReturned, purchase, unsubscribed } from "./told.ts";

/** Who sees what begins the passes of one version of a journey. */
export function watcherFor({ trigger, late }: Pick<Journey, "trigger" | "late">, world: World): Watcher {
  switch (trigger.on) {
    case "joined":
      return joined(world);
    case "purchase":
      return purchase(trigger, world);
    case "points_earned":
      return pointsEarned(trigger);
    case "reward_in_reach":
      return rewardInReach(trigger, world);
    case "tier_reached":
    case "tier_lost":
      return tierChanged(trigger, world);
    case "tier_in_grace":
      return tierInGrace(trigger);
    case "tier_near":
      return tierNear(trigger, world);
    case "points_expiring":
    case "code_expiring":
    case "membership_ending":
      return ending(trigger, world, late);
    case "birthday":
    case "anniversary":
      return yearlyDay(trigger, world);
    case "lapsed":
      return lapsed(trigger, world);
    case "segment_entered":
    case "segment_left":
      return segmentChanged(trigger, world);
    case "cart_abandoned":
      return cartAbandoned(trigger, world);
    case "replenishment":
      return replenishment(trigger, world);
    case "browsed":
      return browsed(trigger, world);
    case "survey_open":
      return surveyOpen(trigger, world);
    case "unsubscribed":
      return unsubscribed(world);
    case "referral_joined":
    case "referral_qualified":
      return referral(trigger, world);
    case "challenge_done":
    case "challenge_near":
      return challenge(trigger, world);
    case "date":
      return date(trigger, world);
    case "order_returned":
      return orderReturned();
  }
}
