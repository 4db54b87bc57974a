import type { Instant } from "#app/domain/calendar.ts";
import { hasLiveSource } from "#app/domain/earning/activities/live-activities.ts";
import { decimalText } from "#app/domain/program/texts/decimal-text.ts";
import type { LineCondition, TimeWindow } from "#app/domain/program/conditions.ts";
import type { Campaign, Program, Rule, RuleLimit } from "#app/domain/program/program.ts";
import { inLanguage, type Text } from "#app/domain/program/texts/text.ts";
import type { StorefrontCampaign, StorefrontScope, StorefrontWay } from "#storefront/state.ts";

/**
 * Rules that hold now or will hold, as the merchant wrote them, and behind those that give the ones that take. What
 * nothing live reports neither gives nor takes.
 */
export function waysToEarn(program: Program, language: string | null, now: Instant): StorefrontWay[] {
  const open = program.rules.filter((rule) => isOpen(rule, now) && hasLiveSource(rule));
  const giving = open.filter(({ points }) => points > 0);
  const taking = open.filter(({ points }) => points < 0);
  return [...giving, ...taking].map((rule) => publicWay(rule, program, language));
}

export function isOpen({ enabled, when }: Rule, now: Instant): boolean {
  return enabled && (when?.to == null || when.to > now);
}

export function isRunning({ when }: Campaign, now: Instant): boolean {
  return when.to === null || when.to > now;
}

export function publicCampaigns(
  program: Program,
  language: string | null,
  now: Instant,
): StorefrontCampaign[] {
  return program.campaigns
    .filter((campaign) => isRunning(campaign, now))
    .map((campaign) => ({
      id: campaign.id,
      name: nameIn(campaign.name, language),
      factor: decimalText(campaign.factor),
      ...scopeOf(campaign.when, campaign.lines, namesOfLevels(program, campaign.tiers, language)),
    }));
}

function publicWay(rule: Rule, program: Program, language: string | null): StorefrontWay {
  const { order, member } = rule;
  const lines = rule.kind === "activity" ? null : rule.lines;
  return {
    id: rule.id,
    name: nameIn(rule.name, language),
    kind: rule.kind,
    activity: rule.kind === "activity" ? rule.activity : null,
    points: rule.points,
    perMinor: rule.kind === "spend" ? rule.perMinor : null,
    step: rule.kind === "spend" && rule.step,
    bonus: rule.kind === "spend" && rule.stack === "bonus",
    nth: order?.first === true ? 1 : (order?.nth ?? null),
    minSubtotalMinor: order?.minSubtotalMinor ?? null,
    channels: [...(order?.channels ?? [])],
    codes: [...(order?.discountCodes ?? [])].map((code) => code.toUpperCase()),
    payments: [...(order?.paymentMethods ?? [])],
    someMembers: member?.tags !== undefined || member?.segments !== undefined,
    limit: limitOf(rule.limit),
    ...scopeOf(rule.when, lines, namesOfLevels(program, member?.tiers ?? null, language)),
    done: false,
  };
}

function limitOf(limit: RuleLimit | null): StorefrontWay["limit"] {
  if (limit === null) return null;
  const { count, points, per, cooldownMinutes } = limit;
  return { count, points, per, pauseMinutes: cooldownMinutes };
}

function scopeOf(when: TimeWindow | null, lines: LineCondition | null, tiers: string[]): StorefrontScope {
  return {
    from: when === null ? null : when.from,
    until: when === null ? null : when.to,
    weekdays: [...(when?.weekdays ?? [])].sort(),
    someProducts: lines !== null,
    tiers,
  };
}

function namesOfLevels(
  { tiers }: Program,
  ids: ReadonlySet<string> | null,
  language: string | null,
): string[] {
  if (tiers === null || ids === null) return [];
  return tiers.levels.filter(({ id }) => ids.has(id)).map(({ name }) => inLanguage(name, language));
}

function nameIn(name: Text | null, language: string | null): string | null {
  return name === null ? null : inLanguage(name, language);
}
