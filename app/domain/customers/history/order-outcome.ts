import { elementAt } from "../../assert.ts";
import type { Instant } from "../../calendar.ts";
import { lineMatches } from "../../earning/match.ts";
import type { OrderRefund, OrderState, Ware } from "../../event.ts";
import { allocate } from "../../money.ts";
import type { LineCondition } from "../../program/conditions.ts";
import { toldOrder, Wares } from "./told-order.ts";
import type { ToldLine, ToldOrder } from "./told-order.ts";

/** What became of a paid order, neither cancelled nor a test, by an instant. */
export interface OrderOutcome {
  readonly order: ToldOrder;
  /** The local day of its payment. */
  readonly day: number;
  readonly lines: readonly ToldLine[];
  readonly netMinor: number;
  readonly keptMinor: number;
  readonly keptUnits: number;
  /** Goods were kept, and, where they cost anything, some of their money. */
  readonly isPurchase: boolean;
  /** A unit came back, or none of the goods' money is left. */
  readonly isReturn: boolean;
}

/**
 * An order as it stands at an instant: only what its present state dates until then has happened.
 * Null where it is not paid by then, is cancelled, or is a test.
 */
export function outcomeAt(order: ToldOrder, at: Instant): OrderOutcome | null {
  const { paidAt, paidOn, cancelledAt } = order;
  if (paidAt === null || paidOn === null || paidAt > at || order.test) return null;
  if (cancelledAt !== null && cancelledAt <= at) return null;
  const { goods, netMinor, units } = order;
  const refunds = order.refunds.length === 0 ? NONE : order.refunds.filter((refund) => refund.at <= at);
  if (refunds.length > 0) return outcomeOf(order, paidOn, linesAfterRefunds(goods, refunds));
  return {
    order,
    day: paidOn,
    lines: goods,
    netMinor,
    keptMinor: netMinor,
    keptUnits: units,
    isPurchase: units > 0,
    isReturn: false,
  };
}

/**
 * What became of an order's goods by its present state, or by what it dates until `at`; null where it is
 * not paid, cancelled or a test. Without a zone: its day is not asked for.
 */
export function goodsOutcome(order: OrderState, at: Instant = Number.POSITIVE_INFINITY): OrderOutcome | null {
  return outcomeAt(toldOrder(order, order.placedAt, "UTC", new Wares()), at);
}

/** The same order looked at as if it had only the lines that match; null where it has none. */
export function narrowed(outcome: OrderOutcome, condition: LineCondition): OrderOutcome | null {
  return withLines(outcome, (ware) => lineMatches(condition, ware));
}

/** The same with only the goods that are asked for; null where it has none of them. */
export function withLines(outcome: OrderOutcome, isOne: (ware: Ware) => boolean): OrderOutcome | null {
  const lines = outcome.lines.filter(({ ware }) => isOne(ware));
  return lines.length === 0 ? null : outcomeOf(outcome.order, outcome.day, lines);
}

/** Whether a line was bought, seen by itself. */
export function isKept({ netMinor, keptMinor, keptUnits }: ToldLine): boolean {
  return keptUnits > 0 && (netMinor === 0 || keptMinor > 0);
}

function outcomeOf(order: ToldOrder, day: number, lines: readonly ToldLine[]): OrderOutcome {
  let netMinor = 0;
  let units = 0;
  let keptMinor = 0;
  let keptUnits = 0;
  for (const line of lines) {
    netMinor += line.netMinor;
    units += line.quantity;
    keptMinor += line.keptMinor;
    keptUnits += line.keptUnits;
  }
  const isMoneyGone = netMinor > 0 && keptMinor === 0;
  return {
    order,
    day,
    lines,
    netMinor,
    keptMinor,
    keptUnits,
    isPurchase: keptUnits > 0 && !isMoneyGone,
    isReturn: keptUnits < units || isMoneyGone,
  };
}

/**
 * Kept net: net − amounts refunded for the line − net × units returned without amount ÷ units,
 * floored, at least 0; then what was given back as mere amounts, less the shipping it names, shared
 * over what the lines still keep by largest remainder, all of it together.
 */
function linesAfterRefunds(goods: readonly ToldLine[], refunds: readonly OrderRefund[]): readonly ToldLine[] {
  const kept = goods.map((line) => afterLineRefunds(line, refunds));
  const amountMinor = amountsOnly(refunds);
  const leftMinor = kept.reduce((sum, { keptMinor }) => sum + keptMinor, 0);
  if (amountMinor === 0 || leftMinor === 0) return kept;
  const weights = kept.map(({ keptMinor }) => keptMinor);
  const shares = allocate(Math.min(amountMinor, leftMinor), weights);
  return kept.map((line, index) => ({ ...line, keptMinor: line.keptMinor - elementAt(shares, index) }));
}

const NONE: readonly never[] = [];

function afterLineRefunds(line: ToldLine, refunds: readonly OrderRefund[]): ToldLine {
  let amountMinor = 0;
  let units = 0;
  let unitsWithoutAmount = 0;
  for (const refund of refunds) {
    for (const refunded of refund.lines) {
      if (refunded.line !== line.id) continue;
      units += refunded.quantity;
      if (refunded.amountMinor === null) unitsWithoutAmount += refunded.quantity;
      else amountMinor += refunded.amountMinor;
    }
  }
  const leftMinor = line.netMinor - amountMinor;
  return {
    ...line,
    keptMinor: Math.max(0, lessShare(leftMinor, line, unitsWithoutAmount)),
    keptUnits: Math.max(0, line.quantity - units),
  };
}

/** `leftMinor` − net × units ÷ quantity, floored; exact also where the product is beyond a number. */
function lessShare(leftMinor: number, { netMinor, quantity }: ToldLine, units: number): number {
  if (units === 0 || quantity === 0) return leftMinor;
  const product = netMinor * units;
  if (Number.isSafeInteger(product)) {
    const rest = product % quantity;
    return leftMinor - (product - rest) / quantity - (rest > 0 ? 1 : 0);
  }
  const exact = BigInt(netMinor) * BigInt(units);
  const divisor = BigInt(quantity);
  return leftMinor - Number((exact + divisor - 1n) / divisor);
}

function amountsOnly(refunds: readonly OrderRefund[]): number {
  let amountMinor = 0;
  for (const refund of refunds) {
    if (refund.lines.length === 0) amountMinor += Math.max(0, refund.amountMinor - refund.shippingMinor);
  }
  return amountMinor;
}
