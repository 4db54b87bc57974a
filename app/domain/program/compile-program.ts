import { assert } from "../assert.ts";
import type { Instant } from "../calendar.ts";
import { currencyDigits } from "../money.ts";
import { parseInstant } from "../parse-instant.ts";
import { fromDecimal } from "../rational.ts";
import { minorOf } from "./compile-amount.ts";
import { compileReward } from "./compile-reward.ts";
import type { LineConditionDocument, ProgramDocument, RuleDocument, TiersDocument } from "./document.ts";
import type {
  LineCondition,
  MemberCondition,
  OrderCondition,
  Program,
  Rule,
  RuleLimit,
  Tiers,
  TimeWindow,
} from "./program.ts";

/**
 * Turns a checked document into what the engine reads: money in minor units, rates as fractions,
 * instants as epoch milliseconds, lists as sets. Only documents that passed `checkDocument` come here.
 */
export function compileProgram(document: ProgramDocument): Program {
  const digits = currencyDigits(document.currency);
  assert(digits !== null, "a checked document's currency is known");
  const { earning } = document;
  return {
    name: document.name,
    currency: document.currency,
    currencyDigits: digits,
    timezone: document.timezone,
    pointsName: document.pointsName,
    basis: earning.basis,
    maturity: earning.maturity,
    multipliers: earning.multipliers,
    rules: inOrderOfJudging(earning.rules.map((rule) => compileRule(rule, digits))),
    campaigns: earning.campaigns.map((campaign) => ({
      id: campaign.id,
      factor: fromDecimal(String(campaign.factor)),
      when: compileWindow(campaign),
      lines: campaign.lines === undefined ? null : compileLines(campaign.lines),
      tiers: setOf(campaign.tiers) ?? null,
    })),
    caps: earning.caps,
    exclude: {
      customerTags: lowerCaseSet(earning.exclude.customerTags),
      emailDomains: lowerCaseSet(earning.exclude.emailDomains.map((domain) => domain.replace(/^@/, ""))),
    },
    expiry: document.expiry,
    refunds: document.refunds,
    tiers: document.tiers === undefined ? null : compileTiers(document.tiers, digits),
    rewards: document.rewards.map((reward) => compileReward(reward, digits)),
  };
}

/** A line's one base rule is the first that matches, so they come first, the highest priority ahead. */
function inOrderOfJudging(rules: readonly Rule[]): Rule[] {
  const isBase = (rule: Rule) => rule.kind === "spend" && rule.stack === "base";
  const priority = (rule: Rule) => (rule.kind === "spend" ? rule.priority : 0);
  const bases = rules.filter(isBase).sort((a, b) => priority(b) - priority(a));
  return [...bases, ...rules.filter((rule) => !isBase(rule))];
}

function compileRule(rule: RuleDocument, digits: number): Rule {
  const common = {
    id: rule.id,
    enabled: rule.enabled,
    when: rule.when === undefined ? null : compileWindow(rule.when),
    limit: rule.limit === undefined ? null : compileLimit(rule.limit),
    order: rule.order === undefined ? null : compileOrder(rule.order, digits),
    member: rule.member === undefined ? null : compileMember(rule.member),
  };
  switch (rule.kind) {
    case "spend":
      return {
        ...common,
        kind: "spend",
        stack: rule.stack,
        priority: rule.priority,
        points: rule.points,
        perMinor: minorOf(rule.per, digits),
        step: rule.step,
        lines: rule.lines === undefined ? null : compileLines(rule.lines),
      };
    case "item":
    case "order":
      return {
        ...common,
        kind: rule.kind,
        points: rule.points,
        lines: rule.lines === undefined ? null : compileLines(rule.lines),
      };
    case "activity":
      return { ...common, kind: "activity", activity: rule.activity, points: rule.points };
  }
}

function compileLimit(limit: NonNullable<RuleDocument["limit"]>): RuleLimit {
  return {
    count: limit.count ?? null,
    points: limit.points ?? null,
    per: limit.per,
    cooldownMinutes: limit.cooldownMinutes ?? null,
  };
}

function compileWindow(window: {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly weekdays?: readonly number[] | undefined;
}): TimeWindow {
  return {
    from: window.from === undefined ? null : instantOf(window.from),
    to: window.to === undefined ? null : instantOf(window.to),
    weekdays: window.weekdays === undefined ? null : new Set(window.weekdays),
  };
}

function compileLines(lines: LineConditionDocument): LineCondition {
  return {
    products: setOf(lines.products),
    variants: setOf(lines.variants),
    collections: setOf(lines.collections),
    tags: setOf(lines.tags?.map(lowerCase)),
    vendors: setOf(lines.vendors),
    types: setOf(lines.types),
    not: lines.not === undefined ? undefined : compileLines(lines.not),
  };
}

function compileOrder(order: NonNullable<RuleDocument["order"]>, digits: number): OrderCondition {
  return {
    first: order.first,
    nth: order.nth,
    minSubtotalMinor: order.minSubtotal === undefined ? undefined : minorOf(order.minSubtotal, digits),
    channels: setOf(order.channels),
    discountCodes: setOf(order.discountCodes?.map(lowerCase)),
    paymentMethods: setOf(order.paymentMethods),
  };
}

function compileMember(member: NonNullable<RuleDocument["member"]>): MemberCondition {
  return {
    tiers: setOf(member.tiers),
    tags: setOf(member.tags?.map(lowerCase)),
    segments: setOf(member.segments),
  };
}

function compileTiers(tiers: TiersDocument, digits: number): Tiers {
  return {
    metric: tiers.metric,
    window: tiers.window,
    graceDays: tiers.graceDays,
    downgrade: tiers.downgrade,
    levels: tiers.levels.map((level) => ({
      id: level.id,
      name: level.name ?? level.id,
      from: minorOf(level.from, tiers.metric === "spend" ? digits : 0),
      multiplier: fromDecimal(String(level.multiplier)),
      entryPoints: level.entryPoints,
      entryRewards: level.entryRewards,
      perks: level.perks,
    })),
  };
}

function instantOf(text: string): Instant {
  const instant = parseInstant(text);
  assert(instant !== null, "a checked document's instants are instants");
  return instant;
}

function setOf(values: readonly string[] | undefined): ReadonlySet<string> | undefined {
  return values === undefined ? undefined : new Set(values);
}

function lowerCaseSet(values: readonly string[]): ReadonlySet<string> {
  return new Set(values.map(lowerCase));
}

function lowerCase(text: string): string {
  return text.toLowerCase();
}
