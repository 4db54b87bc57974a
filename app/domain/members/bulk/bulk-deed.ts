import type { MemberId } from "../../books/ids.ts";
import type { Instant } from "../../calendar.ts";
import type { MemberEvent } from "../../event.ts";
import type { Refusal } from "../../refusal.ts";

/** What staff do for many members at once. */
export type BulkDeed =
  | { readonly kind: "points"; readonly points: number; readonly reason: string }
  | {
      readonly kind: "tier";
      readonly levelId: string;
      readonly lockedUntil: Instant | null;
      readonly reason: string;
    }
  | { readonly kind: "exclusion"; readonly excluded: boolean; readonly reason: string }
  | { readonly kind: "reward"; readonly rewardId: string; readonly reason: string }
  | { readonly kind: "tag"; readonly tag: string; readonly isTagged: boolean; readonly reason: string };

/** A member as far as it matters whether a deed does anything for them. */
export interface ConcernedMember {
  readonly status: "active" | "shadow" | "left" | "erased" | "merged";
  readonly available: number;
  readonly levelId: string | null;
  readonly lockedUntil: Instant | null;
  readonly excluded: boolean;
  /** The shop knows them by a number of its own. */
  readonly isCustomer: boolean;
  readonly tags: readonly string[];
}

/** Something happens, it is so already, or it cannot be. */
export type Foreseen =
  | { readonly state: "known"; readonly points: number }
  | { readonly state: "same" }
  | { readonly state: "wrong"; readonly problem: BulkProblem };

export const BULK_PROBLEMS = [
  "takes_no_part",
  "not_joined",
  "no_customer",
  "too_few_points",
  "out_of_stock",
  "reward_off",
] as const;
export type BulkProblem = (typeof BULK_PROBLEMS)[number];

/** What a deed would do for a member. Nobody is taken more than they have: who has less is left out whole. */
export function foreseeDeed(deed: BulkDeed, member: ConcernedMember): Foreseen {
  if (member.status !== "active" && member.status !== "shadow") {
    return { state: "wrong", problem: "takes_no_part" };
  }
  switch (deed.kind) {
    case "points":
      if (-deed.points > member.available) return { state: "wrong", problem: "too_few_points" };
      return { state: "known", points: deed.points };
    case "tier": {
      const isSo = member.levelId === deed.levelId && member.lockedUntil === deed.lockedUntil;
      return isSo ? { state: "same" } : { state: "known", points: 0 };
    }
    case "exclusion":
      return member.excluded === deed.excluded ? { state: "same" } : { state: "known", points: 0 };
    case "reward":
      return member.status === "shadow"
        ? { state: "wrong", problem: "not_joined" }
        : { state: "known", points: 0 };
    case "tag":
      return foreseeTag(deed, member);
  }
}

/** Nothing is written into the shop about who has not joined. Upper and lower case are the same tag there. */
function foreseeTag(deed: BulkDeed & { kind: "tag" }, member: ConcernedMember): Foreseen {
  if (member.status === "shadow") return { state: "wrong", problem: "not_joined" };
  if (!member.isCustomer) return { state: "wrong", problem: "no_customer" };
  const tag = deed.tag.toLowerCase();
  const isSo = member.tags.some((one) => one.toLowerCase() === tag) === deed.isTagged;
  return isSo ? { state: "same" } : { state: "known", points: 0 };
}

/** Why it could not be done for one of them after all. */
export function problemOf(refusal: Refusal): BulkProblem {
  switch (refusal) {
    case "out_of_stock":
      return "out_of_stock";
    case "member_shadow":
      return "not_joined";
    case "reward_unknown":
    case "reward_disabled":
    case "points_choice_invalid":
      return "reward_off";
    default:
      return "too_few_points";
  }
}

interface OneOfMany {
  readonly at: Instant;
  readonly memberId: MemberId;
  readonly id: string;
  /** Makes the text of a code, where one is given. */
  readonly nextCode: () => string;
}

/** What the engine is told for one member. Nothing comes with entering a tier for many at once. */
export function eventOfDeed(deed: BulkDeed, { at, memberId, id, nextCode }: OneOfMany): MemberEvent {
  const { reason } = deed;
  switch (deed.kind) {
    case "points":
      return { type: "points_adjusted", at, memberId, id, points: deed.points, qualifying: 0, reason };
    case "tier": {
      const { levelId, lockedUntil } = deed;
      return { type: "tier_decided", at, memberId, levelId, lockedUntil, reason, withoutEntry: true };
    }
    case "exclusion":
      return { type: "exclusion_set", at, memberId, excluded: deed.excluded, reason };
    case "reward":
      return { type: "reward_given", at, memberId, rewardId: deed.rewardId, code: nextCode() };
    case "tag":
      return { type: "customer_tagged", at, memberId, tag: deed.tag, isTagged: deed.isTagged };
  }
}
