import type { Goal } from "./challenge.ts";
import type { Contribution } from "../books/engagement.ts";

/** How far these contributions come towards a goal, uncapped: minor units for `value`, else a count. */
export function progressOf({ count }: Goal, contributions: readonly Contribution[]): number {
  switch (count) {
    case "purchases":
    case "units":
    case "activities":
      return contributions.reduce((sum, contribution) => sum + contribution[count], 0);
    case "value":
      return contributions.reduce((sum, { valueMinor }) => sum + valueMinor, 0);
    case "products":
    case "types":
      return new Set(contributions.flatMap((contribution) => contribution[count])).size;
  }
}

export function isMet(goal: Goal, contributions: readonly Contribution[]): boolean {
  return progressOf(goal, contributions) >= goal.atLeast;
}
