import type { Program } from "../../program/program.ts";

/** The segments that rules of a program ask for. */
export function askedSegments({ rules }: Program): ReadonlySet<string> {
  return segmentsIn(rules);
}

/** Those that are asked for where something is done, and no order judged: a birthday may come with anything. */
export function segmentsAskedByDeeds({ rules }: Program): ReadonlySet<string> {
  return segmentsIn(rules.filter(({ kind }) => kind === "activity"));
}

export function asksForSegments({ rules }: Program): boolean {
  return rules.some(({ member }) => member?.segments !== undefined);
}

function segmentsIn(rules: Program["rules"]): ReadonlySet<string> {
  return new Set(
    rules.filter(({ enabled }) => enabled).flatMap(({ member }) => [...(member?.segments ?? [])]),
  );
}
