import type { MemberBook } from "../books/member-book.ts";
import type { QualifyingEntry } from "../books/qualifying-ledger.ts";
import type { Instant } from "../calendar.ts";
import type { Program, Tiers } from "../program/program.ts";
import { indexOfLevel } from "./levels.ts";
import { countOf } from "../books/qualifying-ledger.ts";

const DAY_MS = 86_400_000;

/** A date at which the metric may have risen, and the instant from which all that rose there counts. */
export interface Rise {
  readonly date: Instant;
  readonly since: Instant;
}

/**
 * The dates at which an entry may have lifted its member: its own and those of later entries, oldest
 * first. Left out are dates whose window cannot hold enough for the next level: after an order of
 * someone with thousands of orders one pass over them mostly finds that there is none.
 */
export function risesFrom(member: MemberBook, program: Program, entryAt: Instant): readonly Rise[] {
  const { tiers } = program;
  const next = tiers?.levels[indexOfLevel(tiers, member.tier.levelId) + 1];
  if (tiers === null || next === undefined) return [];
  const longest = longestWindow(tiers);
  if (member.qualifying.gainsAfter(tiers.metric, entryAt - longest) < next.from) return [];
  const isNewest = member.qualifying.newest(entryAt) === entryAt;
  const entries = member.qualifying.datedAfter(isNewest ? entryAt - 1 : entryAt - longest);
  const dates = datesFrom(member, tiers, entries, entryAt);
  return isNewest ? dates : whereEnough(dates, entries, tiers, next.from);
}

/** No window is longer than this, whatever its months and changes of clocks: ms. */
function longestWindow({ window }: Tiers): number {
  switch (window.kind) {
    case "lifetime":
      return Number.POSITIVE_INFINITY;
    case "rolling":
      return (window.months * 31 + 2) * DAY_MS;
    case "calendarYear":
      return 368 * DAY_MS;
  }
}

function datesFrom(
  member: MemberBook,
  tiers: Tiers,
  entries: readonly QualifyingEntry[],
  entryAt: Instant,
): readonly Rise[] {
  const dates = new Map<Instant, Instant>([[entryAt, entryAt]]);
  for (const entry of entries) {
    if (entry.at < entryAt) continue;
    dates.set(entry.at, Math.max(dates.get(entry.at) ?? entry.at, countsFrom(member, tiers, entry)));
  }
  const ownSince = dates.get(entryAt) ?? entryAt;
  return [...dates]
    .sort(([a], [b]) => a - b)
    .map(([date, since]) => ({ date, since: Math.max(since, ownSince) }));
}

/** Points count from the release of their lot, though at the date of their order; what else there is, from its date. */
function countsFrom(member: MemberBook, tiers: Tiers, entry: QualifyingEntry): Instant {
  const releasedAt = tiers.metric === "points" ? (member.lots.get(entry.id)?.availableAt ?? null) : null;
  return releasedAt === null ? entry.at : Math.max(entry.at, releasedAt);
}

/** Those dates up to which, within the longest window, gains alone come to what is needed. */
function whereEnough(
  dates: readonly Rise[],
  entries: readonly QualifyingEntry[],
  tiers: Tiers,
  needed: number,
): readonly Rise[] {
  const longest = longestWindow(tiers);
  const gains = entries
    .map((entry) => ({ at: entry.at, gain: Math.max(countOf(entry, tiers.metric), 0) }))
    .sort((a, b) => a.at - b.at);
  let sum = 0;
  let first = 0;
  let after = 0;
  return dates.filter(({ date }) => {
    for (let one = gains[after]; one !== undefined && one.at <= date; one = gains[after]) {
      sum += one.gain;
      after += 1;
    }
    for (let one = gains[first]; one !== undefined && one.at <= date - longest; one = gains[first]) {
      sum -= one.gain;
      first += 1;
    }
    return sum >= needed;
  });
}
