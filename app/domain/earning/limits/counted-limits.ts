import { withAdded } from "../../with-added.ts";
import type { Books } from "../../books/books.ts";
import type { Instant } from "../../calendar.ts";
import type { LimitPeriod } from "../../program/program.ts";
import { liveProgram } from "../../program/version-in-effect.ts";
import type { AwardUse, RuleUse } from "../../books/frozen-award.ts";
import { capUseKey, pauseKey, ruleUseKey } from "./limits.ts";

/**
 * What is counted of members: the periods in which any program version so far limits a rule, or all
 * rules together. Of every version, because a late order is judged by an earlier one, and counts
 * against the limits of today all the same.
 */
export interface CountedLimits {
  readonly rules: ReadonlyMap<string, ReadonlySet<LimitPeriod>>;
  readonly caps: ReadonlySet<LimitPeriod>;
  /** Rules with a cooldown. */
  readonly pauses: ReadonlySet<string>;
  /** The periods are those of the time zone that is live. */
  readonly timezone: string;
}

interface Kept {
  readonly versions: number;
  readonly liveVersion: number;
  readonly counted: CountedLimits;
}

/** Asked for every order, and changed by a new version only. */
const known = new WeakMap<Books["programs"], Kept>();

export function countedLimits(books: Books): CountedLimits {
  const { programs, liveVersion } = books;
  const kept = known.get(programs);
  if (kept?.versions === programs.size && kept.liveVersion === liveVersion) return kept.counted;
  const counted = collect(books);
  known.set(programs, { versions: programs.size, liveVersion, counted });
  return counted;
}

function collect(books: Books): CountedLimits {
  const rules = new Map<string, Set<LimitPeriod>>();
  const caps = new Set<LimitPeriod>();
  const pauses = new Set<string>();
  for (const { program } of books.programs.values()) {
    // What is limited per order starts anew with each: there is nothing to count.
    for (const { per } of program.caps) if (per !== "order") caps.add(per);
    for (const { id, limit } of program.rules) {
      if (limit === null) continue;
      if (limit.cooldownMinutes !== null) pauses.add(id);
      if (limit.per === "order") continue;
      const periods = rules.get(id) ?? new Set();
      rules.set(id, periods.add(limit.per));
    }
  }
  return { rules, caps, pauses, timezone: liveProgram(books).timezone };
}

const NOTHING_COUNTED: readonly never[] = [];

/** What an order with these parts uses up of all that is counted. `parts` is asked only where a rule is limited. */
export function usesOfOrder(
  { rules, caps, timezone }: CountedLimits,
  paidAt: Instant,
  points: number,
  parts: () => readonly RuleUse[],
): readonly AwardUse[] {
  if (rules.size === 0 && caps.size === 0) return NOTHING_COUNTED;
  let uses: readonly AwardUse[] = NOTHING_COUNTED;
  if (rules.size > 0) {
    for (const part of parts()) {
      for (const per of rules.get(part.ruleId) ?? []) {
        const key = ruleUseKey(part.ruleId, per, paidAt, timezone);
        uses = withAdded(uses, { key, count: part.count, points: part.points });
      }
    }
  }
  for (const per of caps) uses = withAdded(uses, { key: capUseKey(per, paidAt, timezone), count: 0, points });
  return uses;
}

/**
 * What one occurrence of an activity uses up by a rule. Its day is always counted: no book but this
 * says which rule gave what, and a limit that comes later must know.
 */
export function usesOfActivity(
  { rules, pauses, timezone }: CountedLimits,
  { ruleId, at, points }: { readonly ruleId: string; readonly at: Instant; readonly points: number },
): AwardUse[] {
  const uses: AwardUse[] = [];
  for (const per of new Set<LimitPeriod>(["day", ...(rules.get(ruleId) ?? [])])) {
    uses.push({ key: ruleUseKey(ruleId, per, at, timezone), count: 1, points });
  }
  if (pauses.has(ruleId)) uses.push({ key: pauseKey(ruleId), count: 1, points: 0 });
  return uses;
}

/** What activities gave, all rules together, as the caps count it. */
export function capUsesOfActivity(
  { caps, timezone }: CountedLimits,
  at: Instant,
  points: number,
): AwardUse[] {
  return [...caps].map((per) => ({ key: capUseKey(per, at, timezone), count: 0, points }));
}
