/** Why a wish or an event was refused. In order: the first that holds is the one that is told. */
export const refusals = [
  "member_unknown",
  "member_left",
  "member_shadow",
  "claiming_paused",
  "reward_unknown",
  "reward_disabled",
  "reward_only_given",
  "membership_needed",
  "tier_not_entitled",
  "limit_reached",
  "out_of_stock",
  "points_choice_invalid",
  "points_insufficient",
  "code_exists",
  "code_unknown",
  "code_already_used",
  "code_not_open",
  "order_currency_differs",
  "order_figure_negative",
  "order_figure_too_large",
  "order_line_repeated",
  "order_discount_above_price",
  "level_unknown",
  "lot_unknown",
  "lot_not_expired",
  "reinstatement_too_late",
  "merge_with_itself",
  "merge_by_shop",
  "merge_too_late",
  "merge_not_last",
  "merge_not_parted",
  "challenge_unknown",
  "referral_closed",
  "referral_self",
  "referral_existing_customer",
  "referral_already",
  "referral_throw_away",
  "referral_in_review",
  "referral_not_in_review",
] as const;

export type Refusal = (typeof refusals)[number];

/** `message` is for people: it names what was asked for and what there is. */
export type Outcome =
  { readonly ok: true } | { readonly ok: false; readonly refusal: Refusal; readonly message: string };

export const DONE: Outcome = { ok: true };

export function refused(refusal: Refusal, message: string): Outcome {
  return { ok: false, refusal, message };
}

export function notEnoughPoints(needed: number, available: number): Outcome {
  return refused("points_insufficient", `not enough points: ${needed} needed, ${available} available`);
}
