import type { OrderRefund } from "#app/domain/event.ts";
import type { OrderBody } from "./order-body.ts";
import { firstAmount, type RefundBody } from "./refund-body.ts";
import { moneyReturned, roundingIn, type Exchange } from "./transactions.ts";

/**
 * What a refund record takes back, apart from money that never earned (tips, duties):
 *
 * - its lines, with the goods part Shopify computed in the prices of the line;
 * - shipping;
 * - money beyond these: a custom amount.
 *
 * One edit may leave several records: one that removes the lines and moves no money, and one that
 * pays the money back and names no line. Money is therefore held against lines over the whole order:
 * only what was returned beyond all lines, shipping, tips and duties together is a custom amount, and
 * it does not matter how it was split over records. Nor is one what paying in another currency rounds.
 */
export function orderRefunds(
  order: OrderBody,
  goods: ReadonlySet<string>,
  exchange: Exchange,
): OrderRefund[] {
  const records = order.refunds.map((refund) => {
    const record = readRefund(refund, exchange);
    return { record, beyondMinor: record.moneyMinor - named(record, order.taxes_included) };
  });
  const beyondAll = sum(records.map(({ beyondMinor }) => beyondMinor));
  let left = beyondAll <= roundingIn(order, countAmounts(order)) ? 0 : beyondAll;
  return records.flatMap(({ record, beyondMinor }) => {
    const custom = Math.min(left, Math.max(0, beyondMinor));
    left -= custom;
    const lines = record.lines.filter((line) => goods.has(line.line));
    return toRefunds(record, lines, custom);
  });
}

/** How many amounts of the refunds were rounded on their own: prices of units, shipping, payments. */
function countAmounts({ refunds }: OrderBody): number {
  return sum(
    refunds.map(
      ({ refund_line_items, refund_shipping_lines, transactions }) =>
        sum(refund_line_items.map(({ quantity }) => quantity)) +
        refund_shipping_lines.length +
        transactions.length,
    ),
  );
}

/**
 * A refund that comes alone, by refunds/create: its own account of itself. Null where its money is in
 * another currency than the shop's and Shopify has not said how it differs from the lines; the order's
 * next state has it.
 */
export function soleRefund(refund: RefundBody, exchange: Exchange): OrderRefund[] | null {
  const record = readRefund(refund, exchange);
  const lines = record.lines.filter((line) => !line.tip);
  const said = record.lines.length > 0 || record.discrepancyMinor !== 0;
  if (said) return toRefunds(record, lines, Math.max(0, record.discrepancyMinor));
  if (!record.moneyKnown) return null;
  // Whether prices include tax is the order's to know; a custom amount with shipping is a discrepancy anyway.
  return toRefunds(record, lines, Math.max(0, record.moneyMinor - named(record, false)));
}

interface RefundRecord {
  readonly id: string;
  readonly at: number;
  readonly lines: RefundBody["refund_line_items"];
  readonly goodsMinor: number;
  readonly taxMinor: number;
  readonly shippingMinor: number;
  readonly shippingTaxMinor: number;
  readonly dutiesMinor: number;
  /** By how much the money differs from what the record names: positive where more was given back. */
  readonly discrepancyMinor: number;
  readonly moneyMinor: number;
  readonly moneyKnown: boolean;
}

function readRefund(refund: RefundBody, exchange: Exchange): RefundRecord {
  const lines = refund.refund_line_items;
  const shipping = returnedShipping(refund);
  const goodsMinor = sum(lines.map((line) => line.amountMinor));
  const duties = refund.refunded_duties.map((duty) => firstAmount(duty.amount_set));
  const dutiesMinor = firstAmount(refund.total_duties_set, sum(duties));
  const differences = adjustments(refund, "refund_discrepancy").map(({ amountMinor }) => amountMinor);
  const discrepancyMinor = 0 - sum(differences);
  const money = moneyReturned(refund.transactions, exchange);
  // Where the money is not known, it is what the record adds up to.
  const computed = goodsMinor + shipping.amountMinor + dutiesMinor + discrepancyMinor;
  return {
    id: refund.admin_graphql_api_id ?? refund.id,
    at: refund.processed_at ?? refund.created_at,
    lines,
    goodsMinor,
    taxMinor: sum(lines.map((line) => line.taxMinor)),
    shippingMinor: shipping.amountMinor,
    shippingTaxMinor: shipping.taxMinor,
    dutiesMinor,
    discrepancyMinor,
    moneyMinor: money ?? Math.max(0, computed),
    moneyKnown: money !== null,
  };
}

/** What the record itself says the money is for. */
function named(record: RefundRecord, taxesIncluded: boolean): number {
  const tax = taxesIncluded ? 0 : record.taxMinor + record.shippingTaxMinor;
  return record.goodsMinor + record.shippingMinor + record.dutiesMinor + tax;
}

/** Since 2024-10 shipping has lines of its own; before, it was an adjustment below zero. */
function returnedShipping(refund: RefundBody): { amountMinor: number; taxMinor: number } {
  const lines = refund.refund_shipping_lines;
  if (lines.length > 0) {
    return {
      amountMinor: sum(lines.map((line) => line.amountMinor)),
      taxMinor: sum(lines.map((line) => line.taxMinor)),
    };
  }
  const adjusted = adjustments(refund, "shipping_refund");
  return {
    amountMinor: 0 - sum(adjusted.map(({ amountMinor }) => amountMinor)),
    taxMinor: 0 - sum(adjusted.map(({ taxMinor }) => taxMinor)),
  };
}

function adjustments(refund: RefundBody, kind: "refund_discrepancy" | "shipping_refund") {
  return refund.order_adjustments.filter((adjustment) => adjustment.kind === kind);
}

/**
 * The port knows a refund by lines or a refund of an amount; a record that is both becomes two. One
 * that takes nothing back is kept, so that a later refunds/create of the same id finds it known.
 */
function toRefunds(record: RefundRecord, lines: RefundRecord["lines"], customMinor: number): OrderRefund[] {
  const { id, at, shippingMinor } = record;
  if (lines.length === 0) {
    return [{ id, at, amountMinor: customMinor + shippingMinor, lines: [], shippingMinor }];
  }
  const goods = lines.map(({ line, quantity, amountMinor }) => ({ line, quantity, amountMinor }));
  const amountMinor = sum(goods.map((line) => line.amountMinor)) + shippingMinor;
  const byLines = { id, at, amountMinor, lines: goods, shippingMinor };
  if (customMinor === 0 && record.discrepancyMinor <= 0) return [byLines];
  return [byLines, { id: `${id}:amount`, at, amountMinor: customMinor, lines: [], shippingMinor: 0 }];
}

function sum(amounts: readonly number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0);
}
