import { assert } from "../../assert.ts";
import { currencyDigits } from "../../money.ts";
import { fromDecimal } from "../../rational.ts";
import { minorOf } from "./compile-amount.ts";
import { compileChallenge } from "./compile-challenge.ts";
import { compileEarly, compileMembership, compileReferral } from "./compile-community.ts";
import { compileMember, compileOrder, compileWindow } from "./compile-conditions.ts";
import { compileLines, setOf } from "./line-condition.ts";
import { compilePerk } from "./compile-perk.ts";
import { compileReward } from "./compile-reward.ts";
import { compilePointsName, compileText, nameFromId } from "./compile-text.ts";
import type { ProgramDocument, RuleDocument, TiersDocument } from "../document/document.ts";
import type { Program, Rule, RuleLimit, Tiers } from "../program.ts";

/**
 * Turns a checked document into what the engine reads: money in minor units, rates as fractions,
 * instants as epoch milliseconds, lists as sets. Only documents that passed `checkDocument` come here.
 */
export function compileProgram(document: ProgramDocument): Program {
  const digits = currencyDigits(document.currency);
  assert(digits !== null, "a checked document's currency is known");
  const { earning, language } = document;
  return {
    name: compileText(document.name, language),
    language,
    currency: document.currency,
    currencyDigits: digits,
    timezone: document.timezone,
    pointsName: compilePointsName(document.pointsName, language),
    basis: earning.basis,
    maturity: earning.maturity,
    multipliers: earning.multipliers,
    rules: inOrderOfJudging(earning.rules.map((rule) => compileRule(rule, digits, language))),
    campaigns: earning.campaigns.map((campaign) => ({
      id: campaign.id,
      name: campaign.name === undefined ? null : compileText(campaign.name, language),
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
    tiers: document.tiers === undefined ? null : compileTiers(document.tiers, digits, language),
    rewards: document.rewards.map((reward) =>
      compileReward(reward, { currency: document.currency, digits, language }),
    ),
    challenges: document.challenges.map((challenge) => compileChallenge(challenge, digits, language)),
    referral: document.referral === undefined ? null : compileReferral(document.referral, digits, language),
    memberships: document.memberships.map((membership) => compileMembership(membership, digits, language)),
    early: document.early.map(compileEarly),
  };
}

/** A line's one base rule is the first that matches, so they come first, the highest priority ahead. */
function inOrderOfJudging(rules: readonly Rule[]): Rule[] {
  const isBase = (rule: Rule) => rule.kind === "spend" && rule.stack === "base";
  const priority = (rule: Rule) => (rule.kind === "spend" ? rule.priority : 0);
  const bases = rules.filter(isBase).sort((a, b) => priority(b) - priority(a));
  return [...bases, ...rules.filter((rule) => !isBase(rule))];
}

function compileRule(rule: RuleDocument, digits: number, language: string): Rule {
  const common = {
    id: rule.id,
    name: rule.name === undefined ? null : compileText(rule.name, language),
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

function compileTiers(tiers: TiersDocument, digits: number, language: string): Tiers {
  return {
    metric: tiers.metric,
    window: tiers.window,
    graceDays: tiers.graceDays,
    downgrade: tiers.downgrade,
    levels: tiers.levels.map((level) => ({
      id: level.id,
      name: level.name === undefined ? nameFromId(level.id) : compileText(level.name, language),
      from: minorOf(level.from, tiers.metric === "spend" ? digits : 0),
      multiplier: fromDecimal(String(level.multiplier)),
      entryPoints: level.entryPoints,
      entryRewards: level.entryRewards,
      perks: level.perks.map((perk) => compilePerk(perk, digits, language)),
    })),
  };
}

function lowerCaseSet(values: readonly string[]): ReadonlySet<string> {
  return new Set(values.map((value) => value.toLowerCase()));
}
