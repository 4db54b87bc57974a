import type { MemberBook } from "../books.ts";
import type { Instant } from "../calendar.ts";
import type { Tiers } from "../program/program.ts";
import { nextLevel } from "../tiers/levels.ts";
import { qualifyingNow } from "../tiers/metric.ts";
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
    figure: figureText(program.tiers, qualifying, words),
    level: member.tier.levelId === null ? null : words.levelName(member.tier.levelId),
    next: next === null ? null : next.name,
    missing: next === null ? null : figureText(program.tiers, Math.max(next.from - qualifying, 0), words),
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

function figureText(tiers: Tiers, figure: number, words: Wording): string {
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

function englishTier({ tiers, tier, words, figure, level, next, missing }: TierTold): string[] {
  const { window } = tiers;
  const span = {
    lifetime: "in all",
    rolling: `in the last ${window.kind === "rolling" ? words.number(window.months) : ""} months`,
    calendarYear: "this year",
  }[window.kind];
  const since = tier.since === null ? "" : ` since ${words.day(tier.since)}`;
  return [
    level === null
      ? "In no tier yet"
      : `${level}${since}${tier.until === null ? "" : `, until ${words.lastDay(tier.until)}`}`,
    `Counted ${span}: ${figure}`,
    ...(tier.graceUntil === null || level === null
      ? []
      : [
          `Below what ${level} takes: it is kept until ${words.lastDay(tier.graceUntil)}, and for longer if it is reached again by then`,
        ]),
    ...(tier.lockedUntil === null ? [] : [`Set by the shop until ${words.lastDay(tier.lockedUntil)}`]),
    ...(next === null || missing === null ? [] : [`${missing} to ${next}`]),
  ];
}

function germanTier({ tiers, tier, words, figure, level, next, missing }: TierTold): string[] {
  const { window } = tiers;
  const span = {
    lifetime: "insgesamt",
    rolling: `in den letzten ${window.kind === "rolling" ? words.number(window.months) : ""} Monaten`,
    calendarYear: "in diesem Jahr",
  }[window.kind];
  const since = tier.since === null ? "" : ` seit ${words.day(tier.since)}`;
  return [
    level === null
      ? "Noch kein Status"
      : `${level}${since}${tier.until === null ? "" : `, bis ${words.lastDay(tier.until)}`}`,
    `Gezählt ${span}: ${figure}`,
    ...(tier.graceUntil === null || level === null
      ? []
      : [
          `Für ${level} fehlt etwas: der Status bleibt bis ${words.lastDay(tier.graceUntil)} und darüber hinaus, wenn er bis dahin wieder erreicht ist`,
        ]),
    ...(tier.lockedUntil === null ? [] : [`Vom Shop festgelegt bis ${words.lastDay(tier.lockedUntil)}`]),
    ...(next === null || missing === null ? [] : [`Noch ${missing} bis ${next}`]),
  ];
}
