import type { Instant } from "#app/domain/calendar.ts";
import type { OrderLine, OrderState } from "#app/domain/event.ts";
import { lineTitle } from "../../line-title.ts";
import type { OrderBody, OrderLineBody, ShippingLineBody } from "./order-body.ts";
import { numericId } from "./fields.ts";
import { orderRefunds } from "./order-refunds.ts";
import { firstAmount } from "./refund-body.ts";
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
  const goods = body.line_items.filter((line) => !line.tip);
  const shipping = body.shipping_lines.filter((line) => !line.is_removed);
  const shippingOffMinor = shippingDiscount(body, shipping);
  return {
    id: gid === null ? body.id : numericId(gid),
    name: body.name,
    currency: body.currency,
    placedAt: placedAt(body),
    paidAt: isPaid ? placedAt(body) : null,
    ...(!isPaid && body.financial_status === "partially_paid" ? { partlyPaid: true } : {}),
    fulfilledAt: fulfilledAt(body),
    cancelledAt: body.cancelled_at ?? null,
    updatedAt: body.updated_at ?? null,
    test: body.test || gid?.startsWith("gid://shopify/DraftOrder/") === true,
    taxesIncluded: body.taxes_included,
    channel: body.source_name === null || body.source_name === "web" ? "online" : body.source_name,
    paymentMethods: body.payment_gateway_names,
    lines: goods.map((line) => orderLine(line, refundedUnits)).filter((line) => line.quantity > 0),
    orderDiscountMinor: unallocatedDiscount(body, goods, shippingOffMinor),
    shippingMinor: Math.max(0, sum(shipping.map(({ priceMinor }) => priceMinor)) - shippingOffMinor),
    shippingTaxMinor: sum(shipping.flatMap((line) => line.tax_lines)),
    paidByGiftCardMinor: paidByGiftCard(body, exchangeOf(body)),
    discountCodes: body.discount_codes.map((discount) => discount.code),
    refunds: orderRefunds(body, new Set(goods.map((line) => line.id)), exchangeOf(body)),
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

/**
 * `quantity` is what was ordered and stays; edits and refunds lower `current_quantity`. Units that
 * a refund record names are taken back there. Units that are gone without a record come off here,
 * with their share of discount and tax, so that no unit is counted twice.
 */
function orderLine(line: OrderLineBody, refundedUnits: ReadonlyMap<string, number>): OrderLine {
  const gone = line.quantity - line.currentQuantity;
  const recorded = refundedUnits.get(line.id);
  const unrecorded = Math.max(0, recorded === undefined ? gone : gone - recorded);
  const quantity = line.quantity - unrecorded;
  return {
    id: line.id,
    product: line.product_id,
    variant: line.variant_id,
    quantity,
    unitPriceMinor: line.unitPriceMinor,
    discountMinor: shareOf(lineDiscount(line), quantity, line.quantity),
    taxMinor: shareOf(sum(line.tax_lines), quantity, line.quantity),
    giftCard: line.gift_card,
    ...lineTitle(line.product_id, line.title),
    tags: [],
    collections: [],
    vendor: line.vendor === null ? "" : line.vendor,
    kind: "",
  };
}

function countRefundedUnits(body: OrderBody): Map<string, number> {
  const units = new Map<string, number>();
  for (const refund of body.refunds) {
    for (const { line, quantity } of refund.refund_line_items) {
      const before = units.get(line);
      units.set(line, before === undefined ? quantity : before + quantity);
    }
  }
  return units;
}

/** Everything allocated to the line, order-level discounts included; older orders have the sum only. */
function lineDiscount(line: OrderLineBody): number {
  return line.discount_allocations.length > 0 ? sum(line.discount_allocations) : line.discountMinor;
}

/**
 * What Shopify took off the order without saying from which line. It allocates every discount today,
 * so this is only asked of an order whose lines carry no allocation at all.
 */
function unallocatedDiscount(
  body: OrderBody,
  goods: readonly OrderLineBody[],
  shippingOffMinor: number,
): number {
  const allocated = [...body.line_items, ...body.shipping_lines].some(
    (line) => line.discount_allocations.length > 0,
  );
  if (allocated) return 0;
  const total = firstAmount(body.total_discounts_set, body.total_discounts);
  return Math.max(0, total - sum(goods.map(lineDiscount)) - shippingOffMinor);
}

/** What was taken off shipping: by its lines' allocations, by their price after discounts, or by what its codes say. */
function shippingDiscount(body: OrderBody, shipping: readonly ShippingLineBody[]): number {
  const byLines = shipping.map(({ priceMinor, discountedMinor, discount_allocations }) =>
    discount_allocations.length > 0
      ? Math.min(priceMinor, sum(discount_allocations))
      : Math.max(0, priceMinor - discountedMinor),
  );
  const total = sum(byLines);
  if (total > 0) return total;
  const codes = body.discount_codes.filter(({ type }) => type === "shipping");
  return sum(codes.map(({ amount }) => firstAmount(amount)));
}

function shareOf(amountMinor: number, part: number, whole: number): number {
  if (part === whole) return amountMinor;
  return Number((BigInt(amountMinor) * BigInt(part)) / BigInt(whole));
}

function sum(amounts: readonly number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0);
}
