import type { MemberBook } from "#app/domain/books/member-book.ts";
import type { Instant } from "#app/domain/calendar.ts";
import type { Program, TierLevel } from "#app/domain/program/program.ts";
import { inLanguage } from "#app/domain/program/texts/text.ts";
import { nextLevel } from "#app/domain/tiers/levels.ts";
import { qualifyingNow } from "#app/domain/tiers/metric.ts";
import type { StorefrontPage, StorefrontTierState } from "#storefront/state.ts";

/** Where a member stands between two levels, and how long the present one holds. Null without tiers. */
export function storefrontTier(
  member: MemberBook,
  program: Program,
  language: string | null,
  now: Instant,
): StorefrontTierState | null {
  const metric = qualifyingNow(member, program, now);
  if (program.tiers === null || metric === null) return null;
  const level = program.tiers.levels.find(({ id }) => id === member.tier.levelId);
  // Whoever has reached no level yet comes from nothing.
  const from = level === undefined ? 0 : level.from;
  const next = nextLevel(member, program);
  const { until, graceUntil } = member.tier;
  return {
    levelId: level?.id ?? null,
    name: level === undefined ? null : inLanguage(level.name, language),
    until,
    graceUntil,
    keepMissing: graceUntil === null ? null : Math.max(0, from - metric),
    metric,
    percent: next === null ? 100 : percentBetween(from, metric, next.from),
    next: next === null ? null : { levelId: next.id, missing: Math.max(0, next.from - metric) },
    pages: level === undefined ? [] : pagesOf(level, language),
  };
}

/** Pages of their level, and of no other: levels do not inherit. One without a name is called after the level. */
function pagesOf({ perks, name }: TierLevel, language: string | null): StorefrontPage[] {
  return perks.flatMap((perk) =>
    perk.kind === "content" ? [{ name: inLanguage(perk.name ?? name, language), url: perk.url }] : [],
  );
}

/** Rounded down, so that the bar is full only when the level is reached. */
function percentBetween(from: number, metric: number, to: number): number {
  if (to <= from) return 100;
  return Math.min(100, Math.max(0, Math.floor(((metric - from) * 100) / (to - from))));
}
