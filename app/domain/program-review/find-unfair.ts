import type { Instant } from "../calendar.ts";
import type { LineCondition } from "../program/conditions.ts";
import { pointsWorth, valueOf } from "../program/points-worth.ts";
import type { Program, Reward } from "../program/program.ts";
import { isOnlyGiven } from "../redemption/claim-reward.ts";
import type { ReviewFinding } from "./finding.ts";
import { countOf, ordersOf, stepOf, valueReachedBy, type ReviewTally } from "./review-tally.ts";

/** With fewer, a share says nothing. */
const PEOPLE_AT_LEAST = 20;
const PURCHASES_AT_LEAST = 10;
/** Known for less, a year's window cannot be judged. */
const KNOWN_FOR_AT_LEAST_DAYS = 45;
/** So much of the window is as good as all of it. */
const AS_GOOD_AS_KNOWN = 0.95;
const REACHED_BY_AT_LEAST = 0.02;
/** A little dearer is a matter of taste. */
const WORTH_AT_LEAST = 0.75;
/** Less of the goods, and it is no matter. */
const EXCEPTED_AT_LEAST = 0.01;
const DAY_MS = 86_400_000;
const DAYS_OF_MONTH = 30;
const YEAR_DAYS = 365;

/** What in a program treats shoppers unfairly, by the figures of the shop's own orders. */
export function findUnfair(program: Program, tally: ReviewTally, now: Instant): ReviewFinding[] {
  return [
    ...levelsOutOfReach(program, tally, now),
    ...expiryTooShort(program, tally),
    ...hiddenExclusions(program, tally),
    ...untold(program, tally),
    ...overpriced(program, tally),
  ];
}

function levelsOutOfReach({ tiers }: Program, tally: ReviewTally, now: Instant): ReviewFinding[] {
  if (tiers === null || tally.people < PEOPLE_AT_LEAST) return [];
  const windowDays = tiers.window.kind === "rolling" ? tiers.window.months * DAYS_OF_MONTH : YEAR_DAYS;
  const days = Math.floor(daysKnown(tally, now));
  if (days < KNOWN_FOR_AT_LEAST_DAYS) return [];
  const known = days / Math.min(windowDays, YEAR_DAYS);
  const part = known >= AS_GOOD_AS_KNOWN ? 1 : known;
  const tenth = valueReachedBy(tally.peaks, 0.1);
  return tiers.levels.flatMap(({ id: levelId, from }) => {
    const needed = Math.ceil(from * part);
    const reached = part === 1 ? countOf(tally.reached, levelId) : countAbove(tally.peaks, needed);
    if (from === 0 || reached >= tally.people * REACHED_BY_AT_LEAST) return [];
    const likely = tenth === null ? 0 : stepOf(tenth / part);
    const reachableFrom = likely > 0 && likely < from ? likely : null;
    const within = part === 1 ? null : { days, from: needed };
    return [{ kind: "level_out_of_reach", levelId, reached, people: tally.people, within, reachableFrom }];
  });
}

/** Those whose step is that of the value or above: in favour of the threshold. */
function countAbove(peaks: ReviewTally["peaks"], value: number): number {
  return Object.entries(peaks)
    .filter(([step]) => Number(step) >= stepOf(value))
    .reduce((sum, [, count]) => sum + count, 0);
}

function daysKnown({ firstOrderAt }: ReviewTally, now: Instant): number {
  return firstOrderAt === null ? 0 : (now - firstOrderAt) / DAY_MS;
}

function expiryTooShort({ expiry }: Program, { gaps }: ReviewTally): ReviewFinding[] {
  const expiryDays =
    expiry.kind === "never"
      ? null
      : expiry.kind === "fixedDate"
        ? expiry.minAgeDays
        : expiry.months * DAYS_OF_MONTH;
  const purchases = Object.values(gaps).reduce((sum, count) => sum + count, 0);
  const medianDays = valueReachedBy(gaps, 0.5);
  if (expiryDays === null || medianDays === null || purchases < PURCHASES_AT_LEAST) return [];
  if (expiryDays >= medianDays) return [];
  return [{ kind: "expiry_before_next_purchase", expiryDays, medianDays, purchases }];
}

function hiddenExclusions(program: Program, tally: ReviewTally): ReviewFinding[] {
  const { goodsMinor, applied, excluded, people } = tally;
  const hidden = program.rules.flatMap((rule): ReviewFinding[] => {
    const exceptMinor = applied[`rule:${rule.id}`]?.exceptMinor;
    if (exceptMinor === undefined || goodsMinor === 0 || exceptMinor < goodsMinor * EXCEPTED_AT_LEAST)
      return [];
    return [{ kind: "exclusion_hidden", of: { kind: "rule", id: rule.id }, exceptMinor, goodsMinor }];
  });
  return excluded === 0 ? hidden : [...hidden, { kind: "people_excluded", excluded, people }];
}

/** A name of the merchant's own is what can tell shoppers which goods or people are meant. */
function untold({ rules, campaigns, rewards }: Program, tally: ReviewTally): ReviewFinding[] {
  const ofRules = rules.flatMap((rule): ReviewFinding[] => {
    if (!rule.enabled) return [];
    const of = { kind: "rule", id: rule.id } as const;
    const orders = ordersOf(tally, `rule:${rule.id}`);
    if (rule.name !== null) return [];
    const toSome = rule.member?.tags !== undefined || rule.member?.segments !== undefined;
    return [
      ...("lines" in rule && namesGoods(rule.lines) ? [{ kind: "goods_untold" as const, of, orders }] : []),
      ...(toSome ? [{ kind: "people_untold" as const, of, orders }] : []),
    ];
  });
  const ofCampaigns = campaigns.flatMap(({ id, name, lines }): ReviewFinding[] => {
    if (name !== null || !namesGoods(lines)) return [];
    const orders = ordersOf(tally, `campaign:${id}`);
    return [{ kind: "goods_untold", of: { kind: "campaign", id }, orders }];
  });
  const ofRewards = rewards.flatMap((reward): ReviewFinding[] => {
    const isForSome = reward.products.length > 0 || reward.collections.length > 0;
    if (!isForSome || reward.hasOwnName || !isClaimable(reward)) return [];
    return [{ kind: "goods_untold", of: { kind: "reward", id: reward.id }, orders: null }];
  });
  return [...ofRules, ...ofCampaigns, ...ofRewards];
}

function namesGoods(lines: LineCondition | null): boolean {
  return lines !== null && Object.values(lines).some((part) => part !== undefined);
}

function isClaimable(reward: Reward): boolean {
  return reward.enabled && !isOnlyGiven(reward);
}

function overpriced(program: Program, tally: ReviewTally): ReviewFinding[] {
  const worth = pointsWorth(program);
  if (worth === null) return [];
  return program.rewards.flatMap((reward): ReviewFinding[] => {
    const points = reward.variable?.points ?? reward.cost;
    const valued = isClaimable(reward) ? worthOf(reward, tally) : null;
    if (points === null || points === 0 || valued === null) return [];
    const priceMinor = valueOf(points, worth);
    if (valued.worthMinor >= priceMinor * WORTH_AT_LEAST) return [];
    return [
      { kind: "reward_overpriced", of: { kind: "reward", id: reward.id }, points, priceMinor, ...valued },
    ];
  });
}

type Valued = Pick<
  Extract<ReviewFinding, { kind: "reward_overpriced" }>,
  "worthMinor" | "by" | "averageMinor"
>;

/** What a reward is worth to whoever claims it; null where the orders do not tell. */
function worthOf({ value, variable, minSubtotalMinor }: Reward, tally: ReviewTally): Valued | null {
  if (variable !== null) return { worthMinor: variable.valueMinor, by: "value", averageMinor: null };
  switch (value.kind) {
    case "amountOff":
    case "storeCredit":
    case "giftCard":
      return value.valueMinor === null
        ? null
        : { worthMinor: value.valueMinor, by: "value", averageMinor: null };
    case "percentOff": {
      if (tally.orders < PEOPLE_AT_LEAST) return null;
      const averageMinor = Math.round(tally.goodsMinor / tally.orders);
      const isLarger = minSubtotalMinor !== null && minSubtotalMinor > averageMinor;
      const orderMinor = isLarger ? minSubtotalMinor : averageMinor;
      const { num, den } = value.percent;
      const worthMinor = Number((BigInt(orderMinor) * num) / (den * 100n));
      return { worthMinor, by: isLarger ? "smallest_order" : "average_order", averageMinor: orderMinor };
    }
    case "freeShipping": {
      if (tally.shippedOrders < PURCHASES_AT_LEAST) return null;
      const averageMinor = Math.round(tally.shippingMinor / tally.shippedOrders);
      return { worthMinor: averageMinor, by: "average_shipping", averageMinor };
    }
    case "freeProduct":
    case "experience":
      return null;
  }
}
