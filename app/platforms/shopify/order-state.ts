import type { Instant } from "#app/domain/calendar.ts";
import type { OrderLine, OrderState } from "#app/domain/event.ts";
import type { OrderBody, OrderLineBody, ShippingLineBody } from "./order-body.ts";
import { numericId } from "./fields.ts";
import { orderRefunds } from "./order-refunds.ts";
import { exchangeOf, paidByGiftCard } from "./transactions.ts";

/** Financial statuses in which the order's money has come in, whatever went back later. */
const PAID_STATUSES: ReadonlySet<string> = new Set(["paid", "partially_refunded", "refunded"]);

/**
 * An order's whole present state from its body: the same for orders/create, paid, updated, …, so
 * that the order in which deliveries arrive makes no difference. `paid` says that the delivery was
 * an orders/paid, which Shopify sends for paid orders only.
 */
export function orderState(body: OrderBody, paid: boolean): OrderState {
  const gid = body.admin_graphql_api_id;
  const isPaid = paid || (body.financial_status !== null && PAID_STATUSES.has(body.financial_status));
  const refundedUnits = countRefundedUnits(body);
  const goods = body.line_items.filter((line) => !isTip(line));
  const shipping = body.shipping_lines.filter((line) => !line.is_removed);
  return {
    id: gid === null ? body.id : numericId(gid),
    name: body.name,
    currency: body.currency,
    placedAt: placedAt(body),
    paidAt: isPaid ? placedAt(body) : null,
    fulfilledAt: fulfilledAt(body),
    cancelledAt: body.cancelled_at ?? null,
    updatedAt: body.updated_at ?? null,
    test: body.test || gid?.startsWith("gid://shopify/DraftOrder/") === true,
    taxesIncluded: body.taxes_included,
    channel: body.source_name === null || body.source_name === "web" ? "online" : body.source_name,
    paymentMethods: body.payment_gateway_names,
    lines: goods.map((line) => orderLine(line, refundedUnits)).filter((line) => line.quantity > 0),
    orderDiscountMinor: unallocatedDiscount(body, goods),
    shippingMinor: sum(shipping.map(shippingPrice)),
    shippingTaxMinor: sum(shipping.flatMap((line) => line.tax_lines)),
    paidByGiftCardMinor: paidByGiftCard(body, exchangeOf(body)),
    discountCodes: body.discount_codes.map((discount) => discount.code),
    refunds: orderRefunds(body, new Set(goods.map(lineId)), exchangeOf(body)),
  };
}

/**
 * Orders carry no instant of payment. `processed_at` is when the sale took place (for imported and
 * POS orders the real one); it is a property of the order, so a late or repeated delivery, or one
 * that never came, changes nothing. For a bank transfer it is the day of the order.
 */
function placedAt(body: OrderBody): Instant {
  return body.processed_at ?? body.created_at;
}

function fulfilledAt(body: OrderBody): Instant | null {
  if (body.fulfillment_status !== "fulfilled") return null;
  const shipped = body.fulfillments.filter((fulfillment) => fulfillment.status !== "cancelled");
  if (shipped.length === 0) return body.updated_at ?? placedAt(body);
  return Math.max(...shipped.map((fulfillment) => fulfillment.created_at));
}

export function lineId(line: OrderLineBody): string {
  return line.admin_graphql_api_id ?? line.id;
}

/** A tip is a line of its own to Shopify; it is no goods and earns nothing. */
function isTip(line: OrderLineBody): boolean {
  return line.tip !== undefined && line.tip !== null;
}

/**
 * `quantity` is what was ordered and stays; edits and refunds lower `current_quantity`. Units that
 * a refund record names are taken back there. Units that are gone without a record come off here,
 * with their share of discount and tax, so that no unit is counted twice.
 */
function orderLine(line: OrderLineBody, refundedUnits: ReadonlyMap<string, number>): OrderLine {
  const gone = line.quantity - (line.current_quantity ?? line.quantity);
  const unrecorded = Math.max(0, gone - (refundedUnits.get(lineId(line)) ?? 0));
  const quantity = line.quantity - unrecorded;
  return {
    id: lineId(line),
    product: line.product_id ?? null,
    variant: line.variant_id ?? null,
    quantity,
    unitPriceMinor: line.price_set ?? line.price,
    discountMinor: shareOf(lineDiscount(line), quantity, line.quantity),
    taxMinor: shareOf(sum(line.tax_lines), quantity, line.quantity),
    giftCard: line.gift_card,
    tags: [],
    collections: [],
    vendor: line.vendor === null ? "" : line.vendor,
    kind: "",
  };
}

function countRefundedUnits(body: OrderBody): Map<string, number> {
  const units = new Map<string, number>();
  for (const refund of body.refunds) {
    for (const line of refund.refund_line_items) {
      const id = line.line_item?.admin_graphql_api_id ?? line.line_item_id;
      const before = units.get(id);
      units.set(id, before === undefined ? line.quantity : before + line.quantity);
    }
  }
  return units;
}

/** Everything allocated to the line, order-level discounts included; older orders have the sum only. */
function lineDiscount(line: OrderLineBody): number {
  if (line.discount_allocations.length > 0) return sum(line.discount_allocations);
  return line.total_discount_set ?? line.total_discount ?? 0;
}

/**
 * What Shopify took off the order without saying from which line. It allocates every discount today,
 * so this is only asked of an order whose lines carry no allocation at all.
 */
function unallocatedDiscount(body: OrderBody, goods: readonly OrderLineBody[]): number {
  const allocated = [...body.line_items, ...body.shipping_lines].some(
    (line) => line.discount_allocations.length > 0,
  );
  const total = body.total_discounts_set ?? body.total_discounts;
  if (allocated || total === undefined || total === null) return 0;
  return Math.max(0, total - sum(goods.map(lineDiscount)));
}

function shippingPrice(line: ShippingLineBody): number {
  return Math.max(0, (line.price_set ?? line.price) - sum(line.discount_allocations));
}

function shareOf(amountMinor: number, part: number, whole: number): number {
  if (part === whole) return amountMinor;
  return Number((BigInt(amountMinor) * BigInt(part)) / BigInt(whole));
}

function sum(amounts: readonly number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0);
}
