import type { Speech } from "../panel/speech.ts";
import type { StorefrontLevel, StorefrontPerk, StorefrontTierState, StorefrontTiers } from "../state.ts";
import { say } from "../words/words.ts";

/** What a member reads of the levels, a sentence each. */
export interface TierWords {
  /** What is missing to the next level, or that there is none. */
  readonly missing: string;
  /** How long this level lasts, what counts for it, what it gives, what the next one gives. */
  readonly asides: readonly string[];
}

export function tierWords(speech: Speech, tiers: StorefrontTiers, tier: StorefrontTierState): TierWords {
  const { words } = speech;
  const current = tiers.levels.find(({ id }) => id === tier.levelId);
  const next = tiers.levels.find(({ id }) => id === tier.next?.levelId);
  const asides: (string | null)[] = [];
  let missing = words.tierTop;
  if (next !== undefined && tier.next !== null) {
    const amount = speech.amount(tiers.metric, tier.next.missing);
    missing = say(words.tierMissing, { amount, tier: next.name });
    asides.push(windowWords(speech, tiers));
  }
  if (current !== undefined) {
    asides.push(untilWords(speech, tier, current.name));
    asides.push(benefitWords(words.tierNow, current, lastingBenefits(speech, current)));
  }
  if (next !== undefined) asides.push(benefitWords(words.tierBrings, next, levelBenefits(speech, next)));
  return { missing, asides: asides.filter((line) => line !== null) };
}

function benefitWords(sentence: string, level: StorefrontLevel, benefits: readonly string[]): string | null {
  if (benefits.length === 0) return null;
  return say(sentence, { tier: level.name, list: benefits.join(", ") });
}

/** Where a level begins: "from €200", or from the start. */
export function levelFrom(speech: Speech, { metric }: StorefrontTiers, { from }: StorefrontLevel): string {
  const { words } = speech;
  return from === 0 ? words.tierFromStart : say(words.tierFrom, { amount: speech.amount(metric, from) });
}

/** Over what time the way to a level is counted; null where it is all time. */
export function windowWords(speech: Speech, { window, windowMonths }: StorefrontTiers): string | null {
  const { words } = speech;
  if (window === "lifetime") return null;
  return window === "calendarYear" || windowMonths === null
    ? words.tierYear
    : say(words.tierMonths, { months: speech.counted(words.months, windowMonths) });
}

/** What members of a level have as long as they are on it: "Free shipping", "1.25× Bohnen". */
function lastingBenefits(speech: Speech, level: StorefrontLevel): string[] {
  const benefits = level.perks.map((perk) => perkWords(speech, perk));
  if (level.multiplier !== "1") benefits.push(timesWords(speech, level.multiplier));
  return benefits;
}

/** The same, and what is given once for coming to it: "100 Bohnen as a welcome". */
export function levelBenefits(speech: Speech, level: StorefrontLevel): string[] {
  const { words } = speech;
  const given = level.entryRewards.map((reward) => speech.reward(reward));
  if (level.entryPoints > 0) given.unshift(speech.points(level.entryPoints));
  return [...lastingBenefits(speech, level), ...given.map((gift) => say(words.welcome, { gift }))];
}

/** What the shop takes off by itself says so: nobody should look for a code. */
function perkWords(speech: Speech, { kind, text, percent, minSubtotalMinor }: StorefrontPerk): string {
  const { words } = speech;
  if (kind === "text") return text ?? "";
  const told = [say(words.reward[kind], { percent: percent === null ? "" : speech.percent(percent) })];
  if (minSubtotalMinor !== null) told.push(say(words.minimum, { money: speech.money(minSubtotalMinor) }));
  return say(words.byItself, { perk: told.join(" ") });
}

/** "1.25× Bohnen". */
export function timesWords(speech: Speech, factor: string): string {
  return say(speech.words.timesPoints, { factor: speech.factor(factor), name: speech.pointsName });
}

/** Until when a level that is no longer reached stays, and what keeps it; null outside of grace. */
export function graceWords(
  speech: Speech,
  tiers: StorefrontTiers,
  { name, graceUntil, keepMissing }: StorefrontTierState,
): string | null {
  if (graceUntil === null || keepMissing === null || name === null) return null;
  return say(speech.words.tierGrace, {
    tier: name,
    day: speech.lastDay(graceUntil),
    amount: speech.amount(tiers.metric, keepMissing),
  });
}

function untilWords(speech: Speech, { until, graceUntil }: StorefrontTierState, tier: string): string | null {
  // In grace the notice says it.
  if (until === null || graceUntil !== null) return null;
  return say(speech.words.tierUntil, { tier, day: speech.lastDay(until) });
}
