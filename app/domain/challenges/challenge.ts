import type { Instant } from "../calendar.ts";
import type { LineCondition, MemberCondition } from "../program/conditions.ts";
import type { Text } from "../program/texts/text.ts";

/** What is given: points, or a reward of the program as a code of the member's own. */
export type Gift =
  | { readonly kind: "points"; readonly points: number }
  | { readonly kind: "reward"; readonly rewardId: string };

/** Calendar periods are the shop's local day, ISO week, month, year; a span is half open. */
export type Every =
  | { readonly kind: "day" | "week" | "month" | "year" | "once" }
  | { readonly kind: "span"; readonly from: Instant; readonly to: Instant; readonly text: string };

export interface Goal {
  readonly count: "purchases" | "units" | "value" | "products" | "types" | "activities";
  /** In minor units for `value`, else a count. Inclusive. */
  readonly atLeast: number;
  readonly lines: LineCondition | null;
  /** The activity counted; null unless `count` is `activities`. */
  readonly activity: string | null;
}

interface EveryChallenge {
  readonly id: string;
  readonly enabled: boolean;
  readonly name: Text;
  readonly badge: Text | null;
  /** Asked just before each order, and frozen with it. */
  readonly member: MemberCondition | null;
  /** Only members who chose to take part do; their orders count from then on. */
  readonly optIn: boolean;
}

/** Something to reach within each period. */
export interface PeriodChallenge extends EveryChallenge {
  readonly kind: "goal";
  readonly every: Every;
  readonly goal: Goal;
  readonly steps: readonly { readonly at: number; readonly gift: Gift }[];
  readonly gift: Gift | null;
  /** Given for every full `atLeast` of a period, not once. */
  readonly repeat: boolean;
}

/** The goal met in `length` periods on end. */
export interface StreakChallenge extends EveryChallenge {
  readonly kind: "streak";
  readonly every: Every & { readonly kind: "day" | "week" | "month" | "year" };
  readonly length: number;
  readonly goal: Goal;
  readonly gift: Gift;
  readonly repeat: boolean;
}

/** A card of `per` stamps, one a unit. */
export interface StampsChallenge extends EveryChallenge {
  readonly kind: "stamps";
  readonly per: number;
  readonly lines: LineCondition | null;
  readonly stampsPerOrder: number | null;
  readonly gift: Gift;
  readonly repeat: boolean;
}

/** In every n-th week the first order that meets the goal brings one of several gifts, drawn by weight. */
export interface SurpriseChallenge extends EveryChallenge {
  readonly kind: "surprise";
  readonly everyWeeks: number;
  /** The first Monday, e.g. "2026-01-05". */
  readonly from: string;
  readonly goal: Goal;
  readonly oneOf: readonly { readonly gift: Gift; readonly weight: number }[];
}

/** At its end `winners` of those who met the goal are drawn. The merchant confirms: nothing is given by itself. */
export interface ContestChallenge extends EveryChallenge {
  readonly kind: "contest";
  readonly every: Every & { readonly kind: "span" };
  readonly goal: Goal;
  readonly winners: number;
  readonly gift: Gift;
}

export type Challenge =
  PeriodChallenge | StreakChallenge | StampsChallenge | SurpriseChallenge | ContestChallenge;

/** The goal of a challenge: of stamps, a full card of units. */
export function goalOf(challenge: Challenge): Goal {
  return challenge.kind === "stamps"
    ? { count: "units", atLeast: challenge.per, lines: challenge.lines, activity: null }
    : challenge.goal;
}
