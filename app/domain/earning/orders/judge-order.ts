import type { MemberBook } from "../../books/member-book.ts";
import type { Instant } from "../../calendar.ts";
import type { Campaign, ItemRule, OrderRule, Program, Rule, SpendRule } from "../../program/program.ts";
import { ONE, compare, multiply } from "../../rational.ts";
import type { Rational } from "../../rational.ts";
import type { AwardUse, FrozenAward, FrozenLine, FrozenRate, FrozenRoom } from "../../books/frozen-award.ts";
import { capRoomOf, capUseKey, roomOf, ruleUseKey } from "../limits/limits.ts";
import { lineMatches, memberMatches, orderMatches, windowHolds } from "../match.ts";
import type { MemberFacts, OrderFacts } from "../match.ts";
import { SHIPPING_LINE } from "./price-order.ts";
import type { PricedLine, PricedOrder } from "./price-order.ts";
import { SharedLists } from "./shared-lists.ts";

/** All that an order is judged by: fixed when it first qualifies, and the same for every later look. */
export interface Case {
  readonly program: Program;
  readonly member: MemberBook;
  readonly paidAt: Instant;
  readonly tierId: string | null;
  readonly segments: readonly string[] | null; // null where no rule asks
  /** Of the paid memberships that held just before. */
  readonly multipliers: readonly Rational[];
  readonly priced: PricedOrder;
  readonly facts: OrderFacts;
  /** Whose days, weeks and months limits count. */
  readonly limitZone: string;
  /** First- and n-th-order bonuses that other orders of the member have standing. */
  readonly taken: ReadonlySet<string>;
}

/** Freezes which rules match which lines, at which rate and multiplier, and what limits leave. */
export function judgeOrder(judged: Case): FrozenAward {
  const rules = rulesThatHold(judged);
  const campaigns = campaignsThatHold(judged);
  const { priced, tierId, facts, segments } = judged;
  const { ruleRoom, capRoom } = roomFor(judged, rules, NONE);
  const frozen = {
    excluded: null,
    tierId,
    nth: facts.nth,
    lines: priced.lines.map((line) => judgeLine(judged, rules, campaigns, line)),
    stepRules: rules.some(isStep) ? rules.filter(isStep).map(rateOf) : NONE,
    orderRules: judgeOrderRules(judged, rules),
    ruleRoom,
    capRoom,
    basisNum: priced.basisShare === ONE ? "1" : String(priced.basisShare.num),
    basisDen: priced.basisShare === ONE ? "1" : String(priced.basisShare.den),
    uses: NONE,
    parts: null,
  };
  return segments === null ? frozen : { ...frozen, segments };
}

/**
 * An edit that made the order larger: the whole of it is judged as the order was (same version,
 * tier, instant and multipliers), so that it comes to the same whether the smaller state was ever
 * seen. No line loses a rule it had. What limits and caps leave is looked up anew, never below what
 * the order already uses.
 */
export function growAward(frozen: FrozenAward, judged: Case): FrozenAward {
  if (!hasGrown(frozen, judged.priced)) return frozen;
  const rules = rulesThatHold(judged);
  const campaigns = campaignsThatHold(judged);
  const lines: FrozenLine[] = [...frozen.lines];
  for (const priced of judged.priced.lines) {
    const index = lines.findIndex(({ id }) => id === priced.line.id);
    const known = lines[index];
    const line = judgeLine(judged, rules, campaigns, priced);
    if (known === undefined) lines.push(line);
    else lines[index] = growLine(judged.program, known, line);
  }
  return {
    ...withRoomNow(frozen, judged),
    lines,
    stepRules: withKnown(frozen.stepRules, rules.filter(isStep).map(rateOf)),
    orderRules: withKnown(frozen.orderRules, judgeOrderRules(judged, rules)),
  };
}

/** Others may have used the room that went back with a cancellation or refund: what limits and caps leave now is what is found on coming back. */
export function withRoomNow(frozen: FrozenAward, judged: Case): FrozenAward {
  return { ...frozen, ...roomFor(judged, limitedRules(judged.program), frozen.uses) };
}

/** The same for those limits and caps alone that are named by their uses: what does not come back keeps the room it had. */
export function withRoomNowFor(
  frozen: FrozenAward,
  judged: Case,
  isNamed: (useKey: string) => boolean,
): FrozenAward {
  const { program, paidAt, limitZone } = judged;
  const rules = limitedRules(program).filter(
    ({ id, limit }) => limit !== null && isNamed(ruleUseKey(id, limit.per, paidAt, limitZone)),
  );
  const { ruleRoom, capRoom } = roomFor(judged, rules, frozen.uses);
  const isCapNamed = program.caps.some(({ per }) => isNamed(capUseKey(per, paidAt, limitZone)));
  return {
    ...frozen,
    ruleRoom: { ...frozen.ruleRoom, ...ruleRoom },
    capRoom: isCapNamed ? capRoom : frozen.capRoom,
  };
}

function hasGrown(frozen: FrozenAward, priced: PricedOrder): boolean {
  return priced.lines.some((line, index) => {
    const atSamePlace = frozen.lines[index];
    const known =
      atSamePlace?.id === line.line.id ? atSamePlace : frozen.lines.find(({ id }) => id === line.line.id);
    return known === undefined || line.basisMinor > known.basisMinor || line.line.quantity > known.quantity;
  });
}

/** The line as judged now, with its greatest basis, its multiplier, and every rule it had; but one base rule only. */
function growLine(program: Program, known: FrozenLine, line: FrozenLine): FrozenLine {
  const isBase = (ruleId: string) =>
    program.rules.some((rule) => rule.id === ruleId && rule.kind === "spend" && rule.stack === "base");
  const hasBase = line.spend.some(({ ruleId }) => isBase(ruleId)) || line.steps.some(isBase);
  const isKept = (ruleId: string) => !(hasBase && isBase(ruleId));
  return {
    ...known,
    basisMinor: Math.max(known.basisMinor, line.basisMinor),
    quantity: Math.max(known.quantity, line.quantity),
    spend: withKnown(
      known.spend.filter(({ ruleId }) => isKept(ruleId)),
      line.spend,
    ),
    steps: [...new Set([...known.steps.filter(isKept), ...line.steps])],
    items: withKnown(known.items, line.items),
  };
}

function withKnown<Rated extends { readonly ruleId: string }>(
  known: readonly Rated[],
  judged: readonly Rated[],
): Rated[] {
  return [...known, ...judged.filter(({ ruleId }) => !known.some((rated) => rated.ruleId === ruleId))];
}

function rulesThatHold({ program, paidAt, member, tierId, segments, facts }: Case): Rule[] {
  const memberFacts: MemberFacts = { tierId, tags: member.tags, segments: segments ?? NONE };
  return program.rules.filter(
    (rule) =>
      rule.enabled &&
      rule.kind !== "activity" &&
      windowHolds(rule.when, paidAt, program.timezone) &&
      memberMatches(rule.member, memberFacts) &&
      orderMatches(rule.order, facts),
  );
}

function campaignsThatHold({ program, paidAt, tierId }: Case): Campaign[] {
  return program.campaigns.filter(
    (campaign) =>
      windowHolds(campaign.when, paidAt, program.timezone) &&
      (campaign.tiers === null || (tierId !== null && campaign.tiers.has(tierId))),
  );
}

function judgeLine(
  judged: Case,
  rules: readonly Rule[],
  campaigns: readonly Campaign[],
  { line, basisMinor }: PricedLine,
): FrozenLine {
  let spend: FrozenLine["spend"] = NONE;
  let steps: FrozenLine["steps"] = NONE;
  let items: FrozenLine["items"] = NONE;
  const earns = !line.giftCard || judged.program.basis.giftCards === "whenBought";
  let hasBase = false;
  for (const rule of earns ? rules : NONE) {
    if (rule.kind === "item") {
      // Shipping is money, not a unit of anything.
      const isMatch = line !== SHIPPING_LINE && lineMatches(rule.lines, line);
      if (isMatch) items = itemLists.with(items, rule);
    } else if (
      rule.kind === "spend" &&
      !(rule.stack === "base" && hasBase) &&
      lineMatches(rule.lines, line)
    ) {
      // Base rules come first in the program, the highest priority ahead: the first match is the one.
      if (rule.stack === "base") hasBase = true;
      if (rule.step) steps = stepLists.with(steps, rule);
      else spend = spendLists.with(spend, rule);
    }
  }
  const matching =
    campaigns.length === 0 ? NONE : campaigns.filter((campaign) => lineMatches(campaign.lines, line));
  const multiplier = multiplierOf(judged, matching);
  const text = multiplierText(multiplier);
  return {
    id: line.id,
    basisMinor,
    quantity: line.quantity,
    spend,
    steps,
    items,
    multiplierNum: text.multiplierNum,
    multiplierDen: text.multiplierDen,
  };
}

/** The multipliers of the tier, of paid memberships and of campaigns: the greatest, or all multiplied; 1 where there is none. */
function multiplierOf({ program, tierId, multipliers }: Case, campaigns: readonly Campaign[]): Rational {
  const level = tierId === null ? undefined : program.tiers?.levels.find(({ id }) => id === tierId);
  let result: Rational | null = level === undefined ? null : level.multiplier;
  for (const factor of multipliers) result = together(program, result, factor);
  for (const { factor } of campaigns) result = together(program, result, factor);
  return result ?? ONE;
}

function together(program: Program, known: Rational | null, factor: Rational): Rational {
  if (known === null) return factor;
  if (program.multipliers === "product") return multiply(known, factor);
  return compare(factor, known) > 0 ? factor : known;
}

function judgeOrderRules(judged: Case, rules: readonly Rule[]): FrozenAward["orderRules"] {
  let matching: FrozenAward["orderRules"] = NONE;
  for (const rule of rules) {
    if (rule.kind !== "order") continue;
    const once = onceOf(rule);
    if (once !== null && judged.taken.has(once)) continue;
    const { lines } = rule;
    if (lines !== null && !judged.facts.order.lines.some((line) => lineMatches(lines, line))) continue;
    matching = orderLists.with(matching, rule);
  }
  return matching;
}

/** A member has one first order, and one of each number. */
function onceOf({ order }: Rule): string | null {
  if (order?.first === true) return "first";
  return order?.nth === undefined ? null : `nth:${String(order.nth)}`;
}

function roomFor(
  { member, program, paidAt, limitZone }: Case,
  rules: readonly Rule[],
  own: readonly AwardUse[],
): Pick<FrozenAward, "ruleRoom" | "capRoom"> {
  let ruleRoom: Record<string, FrozenRoom> = UNLIMITED;
  for (const rule of rules) {
    if (rule.limit === null) continue;
    const key = ruleUseKey(rule.id, rule.limit.per, paidAt, limitZone);
    if (ruleRoom === UNLIMITED) ruleRoom = {};
    ruleRoom[rule.id] = roomOf(member, rule.limit, key, own);
  }
  return { ruleRoom, capRoom: capRoomOf(member, program, { zone: limitZone, instant: paidAt, own }) };
}

function limitedRules(program: Program): Rule[] {
  return program.rules.filter((rule) => rule.limit !== null && rule.kind !== "activity");
}

function isStep(rule: Rule): rule is SpendRule {
  return rule.kind === "spend" && rule.step;
}

/** Awards are many and rules are few: what is frozen of a rule or a multiplier is made once and shared. */
const rates = new WeakMap<SpendRule, FrozenRate>();
const multiplierTexts = new WeakMap<Rational, Pick<FrozenLine, "multiplierNum" | "multiplierDen">>();
const spendLists = new SharedLists(rateOf);
const stepLists = new SharedLists((rule: SpendRule) => rule.id);
const itemLists = new SharedLists(({ id, points }: ItemRule) => ({ ruleId: id, points }));
const orderLists = new SharedLists((rule: OrderRule) => {
  return { ruleId: rule.id, points: rule.points, once: onceOf(rule) };
});
const UNLIMITED: Record<string, FrozenRoom> = {};
const NONE: readonly never[] = [];

function rateOf(rule: SpendRule): FrozenRate {
  const known = rates.get(rule);
  if (known !== undefined) return known;
  const rate = { ruleId: rule.id, points: rule.points, perMinor: rule.perMinor };
  rates.set(rule, rate);
  return rate;
}

function multiplierText(multiplier: Rational): Pick<FrozenLine, "multiplierNum" | "multiplierDen"> {
  const known = multiplierTexts.get(multiplier);
  if (known !== undefined) return known;
  const text = { multiplierNum: String(multiplier.num), multiplierDen: String(multiplier.den) };
  multiplierTexts.set(multiplier, text);
  return text;
}
