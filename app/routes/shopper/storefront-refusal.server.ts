import type { Refused } from "#app/commands/decide.ts";
import type { StorefrontRefusal } from "#storefront/state.ts";

/** What a shopper is told of a refusal; those that are no shopper's business are a failure of ours. */
export function storefrontRefusal(refusal: Refused["refusal"]): StorefrontRefusal {
  switch (refusal) {
    case "member_unknown":
    case "member_left":
    case "member_shadow":
      return "not_a_member";
    case "reward_unknown":
    case "challenge_unknown":
    case "tier_not_entitled":
    case "limit_reached":
    case "out_of_stock":
    case "claiming_paused":
    case "points_choice_invalid":
    case "points_insufficient":
    case "code_unknown":
    case "too_many_in_an_hour":
      return refusal;
    case "reward_disabled":
    case "reward_only_given":
    case "membership_needed":
      return "reward_not_available";
    case "code_already_used":
    case "code_not_open":
      return "code_not_open";
    case "key_reused":
      return "already_asked_differently";
    default:
      return "unavailable";
  }
}

const STATUS: Readonly<Partial<Record<StorefrontRefusal, number>>> = {
  not_signed_in: 401,
  not_a_member: 403,
  invalid_request: 400,
  program_missing: 404,
  reward_unknown: 404,
  challenge_unknown: 404,
  code_unknown: 404,
  too_many_in_an_hour: 429,
  unavailable: 503,
};
const CONFLICT = 409;

/** The HTTP status a refusal is answered with. */
export function refusalStatus(refusal: StorefrontRefusal): number {
  return STATUS[refusal] ?? CONFLICT;
}
