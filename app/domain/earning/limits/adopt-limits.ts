import type { MemberBook } from "../../books/member-book.ts";
import type { LimitPeriod } from "../../program/program.ts";
import type { CountedLimits } from "./counted-limits.ts";
import { usesOfOrder } from "./counted-limits.ts";
import { capUseKey, changeUses, pauseKey, ruleUseKey } from "./limits.ts";
import { standingParts } from "./standing-parts.ts";

/** Whether a new version counts anything, or in other days, that was not counted before. */
export function countsAnew(before: CountedLimits, after: CountedLimits): boolean {
  if (before.timezone !== after.timezone || before.caps.size !== after.caps.size) return true;
  // Versions are only ever added, so more is counted or the same.
  if (before.pauses.size !== after.pauses.size) return true;
  return [...after.rules].some(([ruleId, periods]) => before.rules.get(ruleId)?.size !== periods.size);
}

/**
 * A limit or cap that a new version brings finds used what the member has standing in its period, as
 * if it had always been counted: the parts of every order, and of activities what was given by day.
 */
export function adoptLimits(member: MemberBook, before: CountedLimits, after: CountedLimits): void {
  for (const { frozen, paidAt } of member.awards.values()) {
    if (paidAt !== null) changeUses(member, frozen.uses, [], paidAt);
  }
  // Now only activities are counted: what is new to count of them is read off their days.
  adoptActivities(member, before, after);
  for (const award of member.awards.values()) {
    const { frozen, paidAt } = award;
    if (paidAt === null || frozen.excluded !== null) continue;
    const uses = usesOfOrder(after, paidAt, award.target, () => standingParts(frozen));
    changeUses(member, [], uses, paidAt);
    award.frozen = { ...frozen, uses };
  }
}

function adoptActivities(member: MemberBook, before: CountedLimits, after: CountedLimits): void {
  for (const [ruleId, periods] of after.rules) {
    const known = before.rules.get(ruleId);
    const added = [...periods].filter((per) => per !== "day" && known?.has(per) !== true);
    if (added.length > 0) sumDays(member, ruleId, added, after);
  }
  for (const ruleId of after.pauses) if (!before.pauses.has(ruleId)) adoptPause(member, ruleId);
  const caps = [...after.caps].filter((per) => !before.caps.has(per));
  if (caps.length === 0) return;
  for (const { kind, points, createdAt } of member.lots.values()) {
    if (kind !== "activity" || points === 0) continue;
    const uses = caps.map((per) => ({ key: capUseKey(per, createdAt, after.timezone), count: 0, points }));
    changeUses(member, [], uses, createdAt);
  }
}

function sumDays(
  member: MemberBook,
  ruleId: string,
  periods: readonly LimitPeriod[],
  { timezone }: CountedLimits,
): void {
  for (const { count, points, lastAt } of daysOf(member, ruleId)) {
    const uses = periods.map((per) => ({ key: ruleUseKey(ruleId, per, lastAt, timezone), count, points }));
    changeUses(member, [], uses, lastAt);
  }
}

function adoptPause(member: MemberBook, ruleId: string): void {
  for (const { count, lastAt } of daysOf(member, ruleId)) {
    changeUses(member, [], [{ key: pauseKey(ruleId), count, points: 0 }], lastAt);
  }
}

function daysOf(member: MemberBook, ruleId: string) {
  const prefix = `rule:${ruleId}:day:`;
  return [...member.limits.values()].flatMap(({ key, count, points, lastAt }) =>
    count > 0 && lastAt !== null && key.startsWith(prefix) ? [{ count, points, lastAt }] : [],
  );
}
