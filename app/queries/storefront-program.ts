import type { Instant } from "#app/domain/calendar.ts";
import { pointsWorth } from "#app/domain/program/points-worth.ts";
import type { Campaign, Program, Reward, Rule, Tiers } from "#app/domain/program/program.ts";
import type { Rational } from "#app/domain/rational.ts";
import type {
  StorefrontProgram,
  StorefrontReward,
  StorefrontRewardKind,
  StorefrontRewardName,
  StorefrontTerms,
  StorefrontTiers,
  StorefrontWay,
} from "./storefront-state.ts";

/** A program as anybody may see it: switched-on rules and rewards, nothing of one member. */
export function storefrontProgram(program: Program, now: Instant): StorefrontProgram {
  return {
    name: program.name,
    pointsName: program.pointsName,
    worth: pointsWorth(program),
    tiers: program.tiers === null ? null : publicTiers(program.tiers),
    rewards: program.rewards.filter(isOffered).map((reward) => publicReward(reward, program)),
    ways: waysToEarn(program, now),
    terms: publicTerms(program),
  };
}

/** What is only ever given on entering a level is no offer. */
export function isOffered(reward: Reward): boolean {
  return reward.enabled && reward.tiers?.size !== 0;
}

function publicTiers(tiers: Tiers): StorefrontTiers {
  return {
    metric: tiers.metric,
    window: tiers.window.kind,
    windowMonths: tiers.window.kind === "rolling" ? tiers.window.months : null,
    graceDays: tiers.graceDays,
    levels: tiers.levels.map((level) => ({
      id: level.id,
      name: level.name,
      from: level.from,
      multiplier: decimalOf(level.multiplier),
      entryPoints: level.entryPoints,
      perks: level.perks,
    })),
  };
}

function publicReward(reward: Reward, program: Program): StorefrontReward {
  const levels = program.tiers?.levels ?? [];
  return {
    id: reward.id,
    ...rewardName(reward),
    cost: reward.cost,
    variable: reward.variable,
    minSubtotalMinor: reward.minSubtotalMinor,
    someProducts: reward.products.length > 0 || reward.collections.length > 0,
    validDays: reward.validDays,
    tiers: levels.filter(({ id }) => reward.tiers?.has(id) === true).map(({ name }) => name),
    claim: null,
  };
}

/** A reward without a name of its own bears its id, which is nothing to show. */
export function rewardName(reward: Reward): StorefrontRewardName {
  const { value } = reward;
  const kind: StorefrontRewardKind = value.kind;
  return {
    name: reward.name === reward.id ? null : reward.name,
    kind,
    valueMinor: "valueMinor" in value ? value.valueMinor : null,
    percent: value.kind === "percentOff" ? decimalOf(value.percent) : null,
  };
}

/** Rules that hold now or will hold, most generous kinds first as the merchant wrote them. */
function waysToEarn(program: Program, now: Instant): StorefrontWay[] {
  return program.rules.filter((rule) => isOpen(rule, now) && rule.points > 0).map(publicWay);
}

function isOpen(rule: Rule, now: Instant): boolean {
  return rule.enabled && (rule.when?.to == null || rule.when.to > now);
}

function publicWay(rule: Rule): StorefrontWay {
  return {
    id: rule.id,
    kind: rule.kind,
    activity: rule.kind === "activity" ? rule.activity : null,
    points: rule.points,
    perMinor: rule.kind === "spend" ? rule.perMinor : null,
    bonus: rule.kind === "spend" && rule.stack === "bonus",
    firstOrder: rule.order?.first === true || rule.order?.nth === 1,
    minSubtotalMinor: rule.order?.minSubtotalMinor ?? null,
    someProducts: rule.kind !== "activity" && rule.lines !== null,
    limit: rule.limit?.count == null ? null : { count: rule.limit.count, per: rule.limit.per },
    until: rule.when?.to ?? null,
    done: false,
  };
}

function publicTerms({ maturity, expiry, refunds }: Program): StorefrontTerms {
  return {
    maturity: { kind: maturity.kind, days: maturity.kind === "immediate" ? 0 : maturity.days },
    expiry: {
      kind: expiry.kind,
      months: "months" in expiry ? expiry.months : null,
      day: expiry.kind === "fixedDate" ? `${twoDigits(expiry.month)}-${twoDigits(expiry.day)}` : null,
    },
    spentPoints: refunds.spentPoints,
  };
}

function twoDigits(count: number): string {
  return String(count).padStart(2, "0");
}

const SHOWN_DECIMALS = 4;

/** A factor or percentage as decimal text: programs are written with at most four decimals. */
export function decimalOf({ num, den }: Rational): string {
  const scaled = (num * 10n ** BigInt(SHOWN_DECIMALS)) / den;
  const digits = String(scaled).padStart(SHOWN_DECIMALS + 1, "0");
  const decimals = digits.slice(-SHOWN_DECIMALS).replace(/0+$/, "");
  const whole = digits.slice(0, -SHOWN_DECIMALS);
  return decimals === "" ? whole : `${whole}.${decimals}`;
}

/**
 * What a theme needs to render on its own servers: the program and the one rate most goods earn at.
 * `hundredthsPerMinor`: themes count money in hundredths of the currency's main unit, whatever its
 * minor digits are.
 */
export interface StorefrontFace {
  readonly currency: string;
  readonly hundredthsPerMinor: number;
  readonly minorPerMajor: number;
  readonly giftCardsEarn: boolean;
  /** Null when no spend rule takes every product. `exact`: nothing else can add to it. */
  readonly rate: { readonly points: number; readonly perMinor: number; readonly exact: boolean } | null;
  readonly program: StorefrontProgram;
}

export function storefrontFace(program: Program, now: Instant): StorefrontFace {
  return {
    currency: program.currency,
    hundredthsPerMinor: 10 ** (2 - program.currencyDigits),
    minorPerMajor: 10 ** program.currencyDigits,
    giftCardsEarn: program.basis.giftCards === "whenBought",
    rate: commonRate(program, now),
    program: storefrontProgram(program, now),
  };
}

function commonRate(program: Program, now: Instant): StorefrontFace["rate"] {
  const open = program.rules.filter((rule) => rule.kind !== "activity" && isOpen(rule, now));
  const base = open.find((rule) => rule.kind === "spend" && rule.stack === "base" && rule.lines === null);
  if (base?.kind !== "spend" || base.step || base.order !== null || base.member !== null) return null;
  const runs = (campaign: Campaign): boolean => campaign.when.to === null || campaign.when.to > now;
  const exact =
    open.length === 1 && base.limit === null && base.when === null && !program.campaigns.some(runs);
  return { points: base.points, perMinor: base.perMinor, exact };
}
