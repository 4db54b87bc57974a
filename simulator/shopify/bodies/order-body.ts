import { toText } from "../../shop/money.ts";
import { financialStatus, fulfilmentStatus, totalsOf, type Totals } from "../../shop/order-totals.ts";
import type { Customer, Order, Shop } from "../../shop/records.ts";
import { gid } from "../world.ts";
import { orderAddress, orderCustomer } from "./customer-body.ts";
import { orderLineBody, shippingLineBody, taxLines } from "./order-line-body.ts";
import { refundBody } from "./refund-body.ts";
import { moneySet, wireTime, type Wire } from "./wire.ts";

export function orderName(order: Order): string {
  return `#${order.number}`;
}

function amounts(order: Order, totals: Totals): { readonly [key: string]: Wire } {
  const both = (name: string, minor: number): [string, Wire][] => [
    [name, toText(minor, order.currency)],
    [`${name}_set`, moneySet(minor, order)],
  ];
  const zero = moneySet(0, order);
  return Object.fromEntries<Wire>([
    ["current_shipping_price_set", moneySet(totals.currentShipping, order)],
    ...both("current_subtotal_price", totals.currentSubtotal),
    ["current_total_additional_fees_set", null],
    ...both("current_total_discounts", totals.currentDiscounts),
    ["current_total_duties_set", order.dutiesMinor === 0 ? null : moneySet(order.dutiesMinor, order)],
    ...both("current_total_price", totals.currentTotal),
    ...both("current_total_tax", totals.currentTax),
    ["original_total_additional_fees_set", null],
    ["original_total_duties_set", order.dutiesMinor === 0 ? null : moneySet(order.dutiesMinor, order)],
    ...both("subtotal_price", totals.subtotal),
    ["total_cash_rounding_payment_adjustment_set", zero],
    ["total_cash_rounding_refund_adjustment_set", zero],
    ...both("total_discounts", totals.discounts),
    ...both("total_line_items_price", totals.lineItems),
    ["total_outstanding", toText(totals.outstanding, order.currency)],
    ...both("total_price", totals.total),
    [
      "total_shipping_price_set",
      moneySet(
        order.shippingLines.reduce((sum, one) => sum + one.priceMinor, 0),
        order,
      ),
    ],
    ...both("total_tax", totals.tax),
    ["total_tip_received", toText(order.tipMinor, order.currency)],
  ]);
}

function discountCodes(order: Order): Wire {
  return order.applications.flatMap((one, index) => {
    if (one.code === null) return [];
    const of = [...order.lines, ...order.shippingLines].flatMap((line) => line.allocations);
    const minor = of.filter((a) => a.application === index).reduce((sum, a) => sum + a.amountMinor, 0);
    const type = one.target === "shipping_line" ? "shipping" : one.valueType;
    return [{ code: one.code, amount: toText(minor, order.currency), type }];
  });
}

function discountApplications(order: Order): Wire {
  return order.applications.map((one) => ({
    target_type: one.target,
    type: one.type,
    value: one.value,
    value_type: one.valueType,
    allocation_method: one.method,
    target_selection: one.selection,
    ...(one.code === null ? { title: one.title, description: one.title } : { code: one.code }),
  }));
}

function fulfilments(shop: Shop, order: Order): Wire {
  if (order.fulfilledAt === null) return [];
  const at = wireTime(order.fulfilledAt, shop.timezone);
  const id = BigInt(order.id) + 7_000_000n;
  return [
    {
      id,
      admin_graphql_api_id: gid("Fulfillment", String(id)),
      created_at: at,
      location_id: 655441491,
      name: `${orderName(order)}.1`,
      order_id: BigInt(order.id),
      origin_address: {},
      receipt: {},
      service: "manual",
      shipment_status: null,
      status: "success",
      tracking_company: null,
      tracking_number: null,
      tracking_numbers: [],
      tracking_url: null,
      tracking_urls: [],
      updated_at: at,
      line_items: order.lines.map((line) => orderLineBody(order, line)),
    },
  ];
}

/** The body of orders/create, paid, updated, cancelled and fulfilled: the order's whole present state. */
export function orderBody(shop: Shop, order: Order): { readonly [key: string]: Wire } {
  const customer = order.customerId === null ? null : (shop.customers[order.customerId] ?? null);
  const totals = totalsOf(order);
  const time = (at: number | null): string | null => (at === null ? null : wireTime(at, shop.timezone));
  const gateways = [...new Set(order.transactions.map((one) => one.gateway))];
  return {
    id: BigInt(order.id),
    admin_graphql_api_id: gid("Order", order.id),
    app_id: null,
    browser_ip: null,
    buyer_accepts_marketing: false,
    cancel_reason: order.cancelReason,
    cancelled_at: time(order.cancelledAt),
    cart_token: null,
    checkout_token: null,
    client_details: null,
    closed_at: null,
    confirmation_number: null,
    confirmed: true,
    contact_email: order.email,
    created_at: time(order.createdAt),
    currency: order.currency,
    ...amounts(order, totals),
    customer_locale: customer?.locale ?? shop.locale,
    device_id: null,
    discount_codes: discountCodes(order),
    duties_included: false,
    email: order.email ?? "",
    estimated_taxes: false,
    financial_status: financialStatus(order),
    fulfillment_status: fulfilmentStatus(order),
    landing_site: null,
    landing_site_ref: null,
    location_id: order.sourceName === "pos" ? 655441491 : null,
    merchant_business_entity_id: "MTU0ODM4MDAwOQ",
    merchant_of_record_app_id: null,
    name: orderName(order),
    note: null,
    note_attributes: [],
    number: order.number - 1000,
    order_number: order.number,
    order_status_url: `https://${shop.domain}/${shop.id}/orders/${order.id}/authenticate?key=abcdefg`,
    payment_gateway_names: gateways,
    phone: null,
    po_number: null,
    presentment_currency: order.presentmentCurrency,
    processed_at: time(order.createdAt),
    reference: null,
    referring_site: null,
    source_identifier: null,
    source_name: order.sourceName,
    source_url: null,
    tags: order.tags.join(", "),
    tax_exempt: false,
    tax_lines: taxLines(order, totals.tax),
    taxes_included: order.taxesIncluded,
    test: order.test,
    token: `token${order.id}`,
    total_weight: 250,
    updated_at: time(order.updatedAt),
    user_id: null,
    ...parts(shop, order, customer),
  };
}

function parts(shop: Shop, order: Order, customer: Customer | null): { readonly [key: string]: Wire } {
  const shippingBack = order.refunds.reduce((sum, refund) => sum + (refund.shipping?.amountMinor ?? 0), 0);
  return {
    billing_address: orderAddress(shop, customer),
    customer: customer === null ? null : orderCustomer(shop, customer),
    discount_applications: discountApplications(order),
    fulfillments: fulfilments(shop, order),
    line_items: order.lines.map((line) => orderLineBody(order, line)),
    payment_terms: null,
    refunds: order.refunds.map((refund) => refundBody(shop, order, refund)),
    shipping_address: orderAddress(shop, customer),
    shipping_lines: order.shippingLines.map((line) => shippingLineBody(order, line, shippingBack)),
    returns: [],
    line_item_groups: [],
  };
}
