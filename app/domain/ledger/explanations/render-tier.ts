import type { MemberBook } from "../../books/member-book.ts";
import type { Instant } from "../../calendar.ts";
import type { Tiers } from "../../program/program.ts";
import { nextLevel } from "../../tiers/levels.ts";
import { qualifyingNow } from "../../tiers/metric.ts";
import type { Wording } from "./wording.ts";

/** Why a member is in a tier, until when, and what is missing to the next; empty without tiers. */
export function renderTier(member: MemberBook, now: Instant, words: Wording): string[] {
  const { program } = words;
  const qualifying = qualifyingNow(member, program, now);
  if (program.tiers === null || qualifying === null) return [];
  const say = words.language === "de" ? germanTier : englishTier;
  const next = nextLevel(member, program);
  return say({
    tiers: program.tiers,
    tier: member.tier,
    words,
    figure: metricText(program.tiers, qualifying, words),
    level: member.tier.levelId === null ? null : words.levelName(member.tier.levelId),
    next: next === null ? null : words.text(next.name),
    missing: next === null ? null : metricText(program.tiers, Math.max(next.from - qualifying, 0), words),
  });
}

interface TierTold {
  readonly tiers: Tiers;
  readonly tier: MemberBook["tier"];
  readonly words: Wording;
  /** What counts now, in the metric's unit. */
  readonly figure: string;
  readonly level: string | null;
  readonly next: string | null;
  readonly missing: string | null;
}

/** A figure of the metric that levels go by. */
export function metricText(tiers: Tiers, figure: number, words: Wording): string {
  switch (tiers.metric) {
    case "spend":
      return words.money(figure);
    case "points":
      return words.points(figure);
    case "orders":
      return words.language === "de"
        ? `${words.number(figure)} ${figure === 1 ? "Bestellung" : "Bestellungen"}`
        : `${words.number(figure)} ${figure === 1 ? "order" : "orders"}`;
  }
}

function lastMonths(months: number, words: Wording): string {
  if (words.language === "de") {
    return months === 1 ? "im letzten Monat" : `in den letzten ${words.number(months)} Monaten`;
  }
  return months === 1 ? "in the last month" : `in the last ${words.number(months)} months`;
}

/** In grace the tier ends before the day it was once given to; only the day of grace is told then. */
function untilWhen({ until, graceUntil }: TierTold["tier"]): Instant | null {
  return graceUntil === null ? until : null;
}

function englishTier({ tiers, tier, words, figure, level, next, missing }: TierTold): string[] {
  const { window } = tiers;
  const span = {
    lifetime: "in all",
    rolling: window.kind === "rolling" ? lastMonths(window.months, words) : "",
    calendarYear: "this year",
  }[window.kind];
  const since = tier.since === null ? "" : ` since ${words.day(tier.since)}`;
  const until = untilWhen(tier);
  return [
    level === null
      ? "No tier yet"
      : `${level}${since}${until === null ? "" : `, until ${words.lastDay(until)}`}`,
    `Counted ${span}: ${figure}`,
    ...(tier.graceUntil === null || level === null
      ? []
      : [
          `${level} is no longer reached: it stays until ${words.lastDay(tier.graceUntil)}, and for longer if it is reached again by then`,
        ]),
    ...(tier.lockedUntil === null ? [] : [`Set by the shop until ${words.lastDay(tier.lockedUntil)}`]),
    ...(next === null || missing === null ? [] : [`${missing} to ${next}`]),
  ];
}

function germanTier({ tiers, tier, words, figure, level, next, missing }: TierTold): string[] {
  const { window } = tiers;
  const span = {
    lifetime: "insgesamt",
    rolling: window.kind === "rolling" ? lastMonths(window.months, words) : "",
    calendarYear: "in diesem Jahr",
  }[window.kind];
  const since = tier.since === null ? "" : ` seit ${words.day(tier.since)}`;
  const until = untilWhen(tier);
  return [
    level === null
      ? "Noch keine Stufe"
      : `${level}${since}${until === null ? "" : `, bis ${words.lastDay(until)}`}`,
    `Gezählt ${span}: ${figure}`,
    ...(tier.graceUntil === null || level === null
      ? []
      : [
          `${level} ist nicht mehr erreicht: Die Stufe bleibt bis ${words.lastDay(tier.graceUntil)} und länger, wenn sie bis dahin wieder erreicht ist`,
        ]),
    ...(tier.lockedUntil === null ? [] : [`Vom Shop festgelegt bis ${words.lastDay(tier.lockedUntil)}`]),
    ...(next === null || missing === null ? [] : [`Noch ${missing} bis ${next}`]),
  ];
}
