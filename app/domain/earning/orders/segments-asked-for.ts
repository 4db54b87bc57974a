import { goalOf } from "../../challenges/challenge.ts";
import type { MemberCondition } from "../../program/conditions.ts";
import type { Program } from "../../program/program.ts";

/** The segments that rules and challenges of a program ask for. */
export function askedSegments({ rules, challenges }: Program): ReadonlySet<string> {
  return segmentsIn([...rules, ...challenges]);
}

/** Those that are asked for where something is done, and no order judged: a birthday may come with anything. */
export function segmentsAskedByDeeds({ rules, challenges }: Program): ReadonlySet<string> {
  return segmentsIn([
    ...rules.filter(({ kind }) => kind === "activity"),
    ...challenges.filter((challenge) => goalOf(challenge).count === "activities"),
  ]);
}

export function asksForSegments({ rules }: Program): boolean {
  return rules.some(({ member }) => member?.segments !== undefined);
}

interface Asking {
  readonly enabled: boolean;
  readonly member: MemberCondition | null;
}

function segmentsIn(asking: readonly Asking[]): ReadonlySet<string> {
  return new Set(
    asking.filter(({ enabled }) => enabled).flatMap(({ member }) => [...(member?.segments ?? [])]),
  );
}
