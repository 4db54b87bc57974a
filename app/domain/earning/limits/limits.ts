import type { LimitUse } from "../../books/limit-use.ts";
import type { MemberBook } from "../../books/member-book.ts";
import type { Instant } from "../../calendar.ts";
import { periodKey } from "../../calendar.ts";
import type { LimitPeriod, Program, RuleLimit } from "../../program/program.ts";
import type { AwardUse, FrozenRoom } from "../../books/frozen-award.ts";

/** Names the use of a rule within the period an instant lies in: `rule:click:day:2026-01-05`. */
export function ruleUseKey(ruleId: string, per: LimitPeriod, instant: Instant, zone: string): string {
  return `rule:${ruleId}:${periodName(per, instant, zone)}`;
}

/** All a member earns within the period an instant lies in: `cap:month:2026-01`. */
export function capUseKey(per: LimitPeriod, instant: Instant, zone: string): string {
  if (per === "ever" || per === "order") return `cap:${per}`;
  const last = lastCap;
  if (last.instant === instant && last.per === per && last.zone === zone) return last.key;
  const period = periodKey(instant, zone, per);
  let key = capKeys.get(period);
  if (key === undefined) {
    key = `cap:${per}:${period}`;
    capKeys.set(period, key);
  }
  lastCap = { per, instant, zone, key };
  return key;
}

/** Asked for several times over for the same order. */
let lastCap = { per: "", instant: Number.NaN, zone: "", key: "" };

/** By the period's name, in which days, weeks, months and years differ: put together once and not for every order. */
const capKeys = new Map<string, string>();

/** When a rule with a cooldown last gave something. */
export function pauseKey(ruleId: string): string {
  return `pause:${ruleId}`;
}

/**
 * What a limit leaves of a period; `own` is the part of its use that is the asker's own: never less
 * than that, also where two members who became one have more than the limit together.
 */
export function roomOf(
  member: MemberBook,
  limit: RuleLimit,
  key: string,
  own: readonly AwardUse[],
): FrozenRoom {
  // A limit per order starts anew with each order.
  const used = limit.per === "order" ? UNUSED : (member.limits.get(key) ?? UNUSED);
  const mine = ownUse(own, key);
  return {
    points: limit.points === null ? null : Math.max(mine.points, limit.points - used.points + mine.points),
    count: limit.count === null ? null : Math.max(mine.count, limit.count - used.count + mine.count),
  };
}

const UNUSED = { points: 0, count: 0 } as const;

function ownUse(own: readonly AwardUse[], key: string): { readonly points: number; readonly count: number } {
  return own.length === 0 ? UNUSED : (own.find((use) => use.key === key) ?? UNUSED);
}

/** What the caps together leave; null = none. A cap per order concerns orders alone. */
export function capRoomOf(
  member: MemberBook,
  { caps }: Program,
  {
    zone,
    instant,
    own,
  }: { readonly zone: string; readonly instant: Instant; readonly own: readonly AwardUse[] | "activity" },
): number | null {
  let room: number | null = null;
  for (const cap of caps) {
    if (cap.per === "order" && own === "activity") continue;
    const key = capUseKey(cap.per, instant, zone);
    const used = cap.per === "order" ? UNUSED : (member.limits.get(key) ?? UNUSED);
    const mine = own === "activity" ? UNUSED : ownUse(own, key);
    const left = Math.max(mine.points, cap.points - used.points + mine.points);
    if (room === null || left < room) room = left;
  }
  return room;
}

/** Replaces what an order or activity used up before by what it uses up now. */
export function changeUses(
  member: MemberBook,
  before: readonly AwardUse[],
  after: readonly AwardUse[],
  at: Instant,
): void {
  for (const use of before) {
    const kept = useOf(member, use.key);
    kept.count -= use.count;
    kept.points -= use.points;
  }
  for (const use of after) {
    const kept = useOf(member, use.key);
    kept.count += use.count;
    kept.points += use.points;
    kept.lastAt = kept.lastAt === null ? at : Math.max(kept.lastAt, at);
  }
}

function useOf(member: MemberBook, key: string): LimitUse {
  const known = member.limits.get(key);
  if (known !== undefined) return known;
  const made: LimitUse = { key, count: 0, points: 0, lastAt: null };
  member.limits.set(key, made);
  return made;
}

function periodName(per: LimitPeriod, instant: Instant, zone: string): string {
  return per === "ever" || per === "order" ? per : `${per}:${periodKey(instant, zone, per)}`;
}
