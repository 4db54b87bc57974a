import type { Award } from "../books/awards.ts";
import type { FrozenLine } from "../books/frozen-award.ts";
import type { MemberBook } from "../books/member-book.ts";
import { lineMatches, memberMatches, orderMatches, windowHolds } from "../earning/match.ts";
import { netsOf } from "../earning/orders/price-order.ts";
import type { OrderLine, OrderState } from "../event.ts";
import type { Campaign, Program, Rule, SpendRule } from "../program/program.ts";
import { countIn, type AppliedTally, type ReviewTally } from "./review-tally.ts";
import type { ReviewedPerson } from "./tell-past.ts";

/** Notes which rules and campaigns held for a person's orders, which met, and what exceptions kept from earning. */
export function noteApplied(
  tally: ReviewTally,
  program: Program,
  { orders }: ReviewedPerson,
  book: MemberBook,
): void {
  for (const order of orders) {
    const award = book.awards.get(order.id);
    if (award?.paidAt == null || award.frozen.excluded !== null) continue;
    const held = new Set<string>(award.frozen.orderRules.map(({ ruleId }) => `rule:${ruleId}`));
    for (const frozen of award.frozen.lines) noteLine(tally, held, frozen);
    const holding = program.rules.filter((rule) => holdsFor(rule, { program, order, award, book }));
    for (const line of order.lines) noteExceptions(tally, holding, line, award);
    for (const campaign of program.campaigns) {
      if (campaignHolds(campaign, program, order, award)) held.add(`campaign:${campaign.id}`);
    }
    for (const key of held) appliedOf(tally, key).orders += 1;
  }
}

function noteLine(tally: ReviewTally, held: Set<string>, { spend, steps, items }: FrozenLine): void {
  for (const { ruleId } of [...spend, ...items]) held.add(`rule:${ruleId}`);
  for (const ruleId of steps) held.add(`rule:${ruleId}`);
}

function noteExceptions(
  tally: ReviewTally,
  holding: readonly Rule[],
  line: OrderLine,
  { frozen: { lines } }: Award,
): void {
  const frozen = lines.find(({ id }) => id === line.id);
  if (frozen === undefined) return;
  const spending = holding.filter((rule): rule is SpendRule => rule.kind === "spend");
  const matching = spending.filter((rule) => lineMatches(rule.lines, line));
  // Base rules stand in the order in which they go before each other.
  const [first, ...others] = matching.filter(({ stack }) => stack === "base");
  if (first !== undefined) {
    for (const { id } of others) countIn(appliedOf(tally, `rule:${id}`).behind, first.id);
  }
  const bonuses = matching.filter(({ stack }) => stack === "bonus").map(({ id }) => id);
  for (const [place, one] of bonuses.entries()) {
    for (const other of bonuses.slice(place + 1)) countIn(tally.together, `${one} ${other}`);
  }
  if (matching.length > 0) return;
  const excepting = spending.find(
    ({ lines: asked }) => asked?.not !== undefined && lineMatches({ ...asked, not: undefined }, line),
  );
  if (excepting !== undefined) appliedOf(tally, `rule:${excepting.id}`).exceptMinor += frozen.basisMinor;
}

/** Absent where no rule asks. */
const IN_NONE: readonly string[] = [];

interface Judged {
  readonly program: Program;
  readonly order: OrderState;
  readonly award: Award;
  readonly book: MemberBook;
}

function holdsFor(rule: Rule, { program, order, award, book }: Judged): boolean {
  const { paidAt, frozen } = award;
  const { tags } = book;
  const segments = frozen.segments ?? IN_NONE;
  const subtotalMinor = netsOf(order).reduce((sum, net) => sum + net, 0);
  return (
    rule.enabled &&
    rule.kind !== "activity" &&
    paidAt !== null &&
    windowHolds(rule.when, paidAt, program.timezone) &&
    memberMatches(rule.member, { tierId: frozen.tierId, tags, segments }) &&
    orderMatches(rule.order, { order, subtotalMinor, nth: frozen.nth })
  );
}

function campaignHolds(
  { when, tiers, lines }: Campaign,
  program: Program,
  order: OrderState,
  { paidAt, frozen: { tierId } }: Award,
): boolean {
  return (
    paidAt !== null &&
    windowHolds(when, paidAt, program.timezone) &&
    (tiers === null || (tierId !== null && tiers.has(tierId))) &&
    order.lines.some((line) => lineMatches(lines, line))
  );
}

function appliedOf({ applied }: ReviewTally, key: string): AppliedTally {
  const known = applied[key];
  if (known !== undefined) return known;
  const made: AppliedTally = { orders: 0, exceptMinor: 0, behind: {} };
  applied[key] = made;
  return made;
}
