import { shippingViews, transactionView } from "./payment-views.ts";
import { orderName } from "../../bodies/order-body.ts";
import { financialStatus, fulfilmentStatus, totalsOf } from "../../../shop/order-totals.ts";
import type { DiscountApplication, Order, Transaction } from "../../../shop/records.ts";
import { gid } from "../../world.ts";
import { text, time, type ApiContext, type Args, type View } from "../api-context.ts";
import { connection, sortedBy } from "../connection.ts";
import { search, type Searchable } from "../search.ts";
import { metafieldsOf } from "./metafield-view.ts";
import { moneyBag, moneyV2 } from "./money-view.ts";
import { applicationView, lineItemView, taxLineViews } from "./line-item-view.ts";
import { refundView } from "./refund-view.ts";

const SEARCH: Searchable<Order> = {
  id: (one) => Number(one.id),
  name: (one) => [orderName(one), String(one.number)],
  email: (one) => one.email,
  customer_id: (one) => (one.customerId === null ? null : Number(one.customerId)),
  tag: (one) => one.tags,
  test: (one) => String(one.test),
  source_name: (one) => one.sourceName,
  financial_status: (one) => financialStatus(one),
  fulfillment_status: (one) => fulfilmentStatus(one) ?? "unfulfilled",
  status: (one) => ["any", one.cancelledAt === null ? "open" : "cancelled"],
  discount_code: (one) => one.discountCodes,
  created_at: (one) => one.createdAt,
  processed_at: (one) => one.createdAt,
  updated_at: (one) => one.updatedAt,
};

/** Without read_all_orders an app sees the orders of the last sixty days. */
const VISIBLE_MS = 60 * 24 * 3_600_000;

export function visibleOrders(context: ApiContext): readonly Order[] {
  const all = Object.values(context.shop.orders);
  if (context.scopes.has("read_all_orders")) return all;
  return all.filter((one) => one.createdAt > context.world.now() - VISIBLE_MS);
}

export function searchOrders(context: ApiContext, of: readonly Order[], args: Args): View {
  const found = search(of, args["query"], SEARCH);
  const sorted = sortedBy(found, (one) => {
    switch (text(args, "sortKey")) {
      case "UPDATED_AT":
        return one.updatedAt;
      case "CREATED_AT":
        return one.createdAt;
      case "ID":
        return 0;
      default:
        return one.createdAt;
    }
  });
  return connection(context, sorted, args, (one) => orderView(context, one));
}

function amountViews(order: Order): View {
  const totals = totalsOf(order);
  const bag = (minor: number): View => moneyBag(minor, order);
  const received = order.transactions.reduce((sum, one) => sum + one.amountMinor, 0);
  const shippingBack = order.refunds.reduce((sum, one) => sum + (one.shipping?.amountMinor ?? 0), 0);
  return {
    subtotalPriceSet: bag(totals.subtotal),
    totalPriceSet: bag(totals.total),
    originalTotalPriceSet: bag(totals.total),
    totalTaxSet: bag(totals.tax),
    totalDiscountsSet: bag(totals.discounts),
    cartDiscountAmountSet: null,
    totalShippingPriceSet: bag(order.shippingLines.reduce((sum, one) => sum + one.priceMinor, 0)),
    totalTipReceivedSet: bag(order.tipMinor),
    totalTipReceived: moneyV2(order.tipMinor, order.currency),
    totalOutstandingSet: bag(totals.outstanding),
    totalReceivedSet: bag(received),
    totalRefundedSet: bag(totals.refunded),
    totalRefundedShippingSet: bag(shippingBack),
    netPaymentSet: bag(received - totals.refunded),
    currentSubtotalPriceSet: bag(totals.currentSubtotal),
    currentTotalPriceSet: bag(totals.currentTotal),
    currentTotalTaxSet: bag(totals.currentTax),
    currentTotalDiscountsSet: bag(totals.currentDiscounts),
    currentShippingPriceSet: bag(totals.currentShipping),
    currentTotalDutiesSet: order.dutiesMinor === 0 ? null : bag(order.dutiesMinor),
    originalTotalDutiesSet: order.dutiesMinor === 0 ? null : bag(order.dutiesMinor),
    currentTotalAdditionalFeesSet: null,
    taxLines: taxLineViews(order, totals.tax),
  };
}

export function orderView(context: ApiContext, one: Order): View {
  const customer = one.customerId === null ? undefined : context.shop.customers[one.customerId];
  const id = gid("Order", one.id);
  const moment = (at: number | null): string | null => (at === null ? null : time(at));
  return {
    __typename: "Order",
    id,
    legacyResourceId: one.id,
    name: orderName(one),
    number: one.number,
    email: one.email,
    phone: null,
    note: null,
    tags: one.tags,
    test: one.test,
    confirmed: true,
    edited: one.edited,
    closed: false,
    closedAt: null,
    cancelledAt: moment(one.cancelledAt),
    cancelReason: one.cancelReason?.toUpperCase() ?? null,
    createdAt: time(one.createdAt),
    processedAt: time(one.createdAt),
    updatedAt: time(one.updatedAt),
    currencyCode: one.currency,
    presentmentCurrencyCode: one.presentmentCurrency,
    customer: customer === undefined ? null : () => context.owners.customer(context, customer),
    customerLocale: customer?.locale ?? null,
    taxesIncluded: one.taxesIncluded,
    taxExempt: false,
    dutiesIncluded: false,
    estimatedTaxes: false,
    displayFinancialStatus: financialStatus(one).toUpperCase(),
    displayFulfillmentStatus: one.fulfilledAt === null ? "UNFULFILLED" : "FULFILLED",
    fullyPaid: one.paidAt !== null,
    unpaid: one.paidAt === null,
    sourceName: one.sourceName,
    sourceIdentifier: null,
    paymentGatewayNames: [...new Set(one.transactions.map((transaction) => transaction.gateway))],
    discountCode: one.discountCodes[0] ?? null,
    discountCodes: one.discountCodes,
    app: { id: gid("App", "580111"), name: one.sourceName === "pos" ? "Point of Sale" : "Online Store" },
    billingAddress: null,
    shippingAddress: null,
    customAttributes: [],
    ...amountViews(one),
    ...partViews(context, one),
    ...metafieldsOf(context, id),
  };
}

/** What hangs on an order: lines, discounts, shipping, refunds, payments. */
function partViews(context: ApiContext, one: Order): View {
  return {
    discountApplications: (args: Args) => {
      const numbered = one.applications.map((application, index) => ({ ...application, id: String(index) }));
      return connection(context, numbered, args, (application: DiscountApplication & { id: string }) =>
        applicationView(one, application, Number(application.id)),
      );
    },
    lineItems: (args: Args) =>
      connection(context, one.lines, args, (line) => lineItemView(context, one, line)),
    shippingLine: shippingViews(one)[0] ?? null,
    shippingLines: (args: Args) => {
      const views = shippingViews(one);
      return connection(
        context,
        one.shippingLines,
        args,
        (line) => views[one.shippingLines.indexOf(line)] ?? {},
      );
    },
    fulfillments: one.fulfilledAt === null ? [] : [fulfilmentView(one, one.fulfilledAt)],
    refunds: (args: Args) => firstOf(one.refunds, args).map((refund) => refundView(context, one, refund)),
    transactions: (args: Args) =>
      firstOf(transactionsOf(one), args).map((transaction) => transactionView(one, transaction)),
  };
}

function transactionsOf(order: Order): Transaction[] {
  return [...order.transactions, ...order.refunds.flatMap((refund) => refund.transactions)];
}

function firstOf<T>(all: readonly T[], args: Args): readonly T[] {
  return typeof args["first"] === "number" ? all.slice(0, args["first"]) : all;
}

function fulfilmentView(order: Order, at: number): View {
  return {
    id: gid("Fulfillment", String(BigInt(order.id) + 7_000_000n)),
    createdAt: time(at),
    updatedAt: time(at),
    status: "SUCCESS",
    displayStatus: "FULFILLED",
    name: `${orderName(order)}.1`,
  };
}
