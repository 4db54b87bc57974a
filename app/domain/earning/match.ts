import type { Instant } from "../calendar.ts";
import { weekday } from "../calendar.ts";
import type { OrderState, Ware } from "../event.ts";
import type { LineCondition, MemberCondition, OrderCondition, TimeWindow } from "../program/conditions.ts";
import { normaliseCode } from "../redemption/normalise-code.ts";

/**
 * A line matches when each list given holds any of its values and `not` does not match. Tags compare
 * without regard to case, as shops do: lines keep theirs as they are, and only a rule that asks looks.
 */
export function lineMatches(condition: LineCondition | null, line: Ware): boolean {
  if (condition === null) return true;
  const { products, variants, collections, tags, vendors, types, not } = condition;
  if (products !== undefined && (line.product === null || !products.has(line.product))) return false;
  if (variants !== undefined && (line.variant === null || !variants.has(line.variant))) return false;
  if (collections !== undefined && !line.collections.some((id) => collections.has(id))) return false;
  if (tags !== undefined && !line.tags.some((tag) => tags.has(tag.toLowerCase()))) return false;
  if (vendors !== undefined && !vendors.has(line.vendor)) return false;
  if (types !== undefined && !types.has(line.kind)) return false;
  return not === undefined || !lineMatches(not, line);
}

export interface OrderFacts {
  readonly order: OrderState;
  /** Goods after discounts, minor units. */
  readonly subtotalMinor: number;
  /** The member's how-manieth qualifying order it is; 0 where no rule asks. */
  readonly nth: number;
}

export function orderMatches(condition: OrderCondition | null, facts: OrderFacts): boolean {
  if (condition === null) return true;
  const { first, nth, minSubtotalMinor, channels, discountCodes, paymentMethods } = condition;
  const { order } = facts;
  if (first !== undefined && first !== (facts.nth === 1)) return false;
  if (nth !== undefined && nth !== facts.nth) return false;
  if (minSubtotalMinor !== undefined && facts.subtotalMinor < minSubtotalMinor) return false;
  if (channels !== undefined && !channels.has(order.channel)) return false;
  if (
    discountCodes !== undefined &&
    !order.discountCodes.some((code) => discountCodes.has(normaliseCode(code)))
  )
    return false;
  return paymentMethods === undefined || order.paymentMethods.some((method) => paymentMethods.has(method));
}

export interface MemberFacts {
  readonly tierId: string | null;
  readonly tags: readonly string[];
  readonly segments: readonly string[];
}

export function memberMatches(condition: MemberCondition | null, facts: MemberFacts): boolean {
  if (condition === null) return true;
  const { tiers, tags, segments } = condition;
  if (tiers !== undefined && (facts.tierId === null || !tiers.has(facts.tierId))) return false;
  if (tags !== undefined && !facts.tags.some((tag) => tags.has(tag.toLowerCase()))) return false;
  return segments === undefined || facts.segments.some((segment) => segments.has(segment));
}

/** Half open: `from` is in, `to` is out. Weekdays are local. */
export function windowHolds(window: TimeWindow | null, instant: Instant, zone: string): boolean {
  if (window === null) return true;
  if (window.from !== null && instant < window.from) return false;
  if (window.to !== null && instant >= window.to) return false;
  return window.weekdays === null || window.weekdays.has(weekday(instant, zone));
}
