import type { z } from "zod";
import type { Instant } from "#app/domain/calendar.ts";
import type { OrderState, ShopFact } from "#app/domain/event.ts";
import { assertNever } from "#app/domain/assert.ts";
import { currencyDigits } from "#app/domain/money.ts";
import type { Translation } from "../../platform.ts";
import { emailConsentBody, readConsentsBody, saidConsents, smsConsentBody } from "./consent-body.ts";
import { customerBody, customerFact, guestFact } from "./customer-fact.ts";
import { bodySchemas } from "./order-body.ts";
import { isNode } from "./order-node.ts";
import { soleRefund } from "./order-refunds.ts";
import { orderState } from "./order-state.ts";
import { parseBody } from "../../parse-body.ts";
import {
  bulkOperationBody,
  codeRemovedBody,
  customerDeletedBody,
  customerMergeBody,
  discountDeletedBody,
  discountUpdatedBody,
  orderDeletedBody,
  privacyBody,
  scopesBody,
} from "./other-bodies.ts";
import { withoutImplied } from "../auth/scopes.ts";
import { isGiftCardPartUnknown, sameCurrencyOnly } from "./transactions.ts";
import { isTopic, READ_CONSENTS, type Topic } from "./topics.ts";

export interface TranslationContext {
  readonly currency: string;
  readonly timezone: string;
  /** When we learn of it; what an order is judged at is in the order. */
  readonly at: Instant;
  /** When Shopify says it happened. */
  readonly triggeredAt?: Instant | null;
}

/**
 * One delivery of Shopify as facts. Pure: no network, no clock, no decision. Ids come out as their
 * digits ("820982911946154508"), amounts as minor units of the shop's currency. A body that is not
 * what Shopify documents is refused with the path of what is wrong, never with its content.
 */
export function translateShopify(topic: string, body: string, context: TranslationContext): Translation {
  if (!isTopic(topic)) return { ok: false, reason: `topic ${topic} is not one of ours` };
  const parsed = parseBody(body);
  if (parsed === undefined) return { ok: false, reason: "the body is not JSON" };
  return translateTopic(topic, parsed, context);
}

function translateTopic(topic: Topic, body: unknown, context: TranslationContext): Translation {
  const { at } = context;
  switch (topic) {
    case "orders/create":
    case "orders/paid":
    case "orders/updated":
    case "orders/cancelled":
    case "orders/fulfilled":
      return translateOrder(body, topic === "orders/paid", context);
    case "orders/edited":
      return nothing(at, "an edit comes with the order's new state in orders/updated");
    case "orders/delete":
      return read(orderDeletedBody, body, ({ id }) => [{ type: "order_deleted", at, orderId: id }]);
    case "refunds/create":
      return translateRefund(body, context);
    case "customers/create":
    case "customers/update":
      return read(customerBody, body, (customer) => [
        {
          type: "customer",
          at: context.triggeredAt ?? at,
          customer: customerFact(customer),
          joined: topic === "customers/create",
          ...tagsUnsaid(customer),
        },
      ]);
    case "customers/email_marketing_consent_update":
      return read(emailConsentBody, body, ({ customer_id: id, email_marketing_consent: email }) =>
        consentFacts(id, { email }, context),
      );
    case "customers/marketing_consent_update":
      return read(smsConsentBody, body, ({ id, sms_marketing_consent: sms }) =>
        consentFacts(id, { sms: sms ?? null }, context),
      );
    case READ_CONSENTS:
      return read(readConsentsBody, body, ({ id, email, sms }) => consentFacts(id, { email, sms }, context));
    case "customers/delete":
      return read(customerDeletedBody, body, (customer) => [
        { type: "customer_deleted", at, customerId: customer.admin_graphql_api_id ?? customer.id },
      ]);
    case "customers/merge":
      return read(customerMergeBody, body, (merge) => mergeFacts(merge, at));
    case "customers/data_request":
    case "customers/redact":
      return read(privacyBody, body, (request) => privacyFacts(topic, request, at));
    case "shop/redact":
      return { ok: true, facts: [{ type: "shop_redacted", at: context.triggeredAt ?? at }] };
    case "app/uninstalled":
      return { ok: true, facts: [{ type: "app_uninstalled", at: context.triggeredAt ?? at }] };
    case "app/scopes_update":
      return read(scopesBody, body, ({ current }) => [
        { type: "scopes_changed", at, scopes: withoutImplied(current) },
      ]);
    case "bulk_operations/finish":
      return read(bulkOperationBody, body, (operation) => [
        {
          type: "bulk_operation_finished",
          at,
          operationId: operation.admin_graphql_api_id,
          status: operation.status,
        },
      ]);
    case "discounts/delete":
    case "discounts/update":
    case "discounts/redeemcode_removed":
      return translateDiscount(topic, body, at);
    default:
      return assertNever(topic);
  }
}

function consentFacts(
  customerId: string,
  told: Parameters<typeof saidConsents>[1],
  { at, triggeredAt }: TranslationContext,
): ShopFact[] {
  const consents = saidConsents(customerId, told, triggeredAt ?? at);
  return consents.length === 0
    ? [{ type: "nothing", at, reason: "the customer has decided nothing about mails and messages" }]
    : [{ type: "consent", at: triggeredAt ?? at, customer: { id: customerId, email: null }, consents }];
}

/** What a merchant does to codes and discounts in the shop's own admin. */
function translateDiscount(
  topic: "discounts/delete" | "discounts/update" | "discounts/redeemcode_removed",
  body: unknown,
  at: Instant,
): Translation {
  const gone = (reference: string | null, code: string | null): ShopFact => ({
    type: "discount_gone",
    at,
    reference,
    code,
  });
  switch (topic) {
    case "discounts/delete":
      return read(discountDeletedBody, body, (discount) => [gone(discount.admin_graphql_api_id, null)]);
    case "discounts/update":
      return read(discountUpdatedBody, body, (discount) =>
        discount.status === "EXPIRED"
          ? [gone(discount.admin_graphql_api_id, null)]
          : [{ type: "nothing", at, reason: "the discount still works" }],
      );
    case "discounts/redeemcode_removed":
      return read(codeRemovedBody, body, ({ redeem_code }) => [gone(null, redeem_code.code)]);
  }
}

/** An order's body as a fact. `paid`: it came as orders/paid, which Shopify sends for paid orders only. */
function translateOrder(body: unknown, paid: boolean, context: TranslationContext): Translation {
  const digits = currencyDigits(currencyOf(body) ?? context.currency);
  if (digits === null) return { ok: false, reason: "currency: is not one we know" };
  return read(bodySchemas(digits).order, body, (order) => [
    {
      type: "order",
      at: context.at,
      customer:
        order.customer === undefined || order.customer === null
          ? guestFact(order.email ?? order.contact_email)
          : customerFact(order.customer),
      order: orderState(order, paid),
      ...unsaidIn(body, paid),
      ...tagsUnsaid(order.customer),
      ...(isGiftCardPartUnknown(order) ? { giftCardPartUnknown: true } : {}),
    },
  ]);
}

function translateRefund(body: unknown, context: TranslationContext): Translation {
  const { at, currency } = context;
  const digits = currencyDigits(currency);
  if (digits === null) return { ok: false, reason: "the shop's currency is not one we know" };
  return read(bodySchemas(digits).refund, body, (refund) => {
    const orderId = refund.order_id;
    if (orderId === null) return "order_id: is missing";
    const refunds = soleRefund(refund, sameCurrencyOnly(currency));
    if (refunds === null) {
      return [{ type: "nothing", at, reason: "paid in another currency: the order's next state has it" }];
    }
    return refunds.map((each) => ({ type: "order_refunded", at, orderId, refund: each }));
  });
}

/**
 * What of an order's state is said under which name of a body. Whether units that are gone were given
 * back is known from the refunds.
 */
const SAID_UNDER: Readonly<Record<string, readonly (keyof OrderState)[]>> = {
  financial_status: ["paidAt"],
  cancelled_at: ["cancelledAt"],
  fulfillment_status: ["fulfilledAt"],
  refunds: ["refunds", "lines"],
  discount_codes: ["discountCodes"],
  shipping_lines: ["shippingMinor", "shippingTaxMinor"],
  payment_gateway_names: ["paymentMethods"],
  taxes_included: ["taxesIncluded"],
  source_name: ["channel"],
  test: ["test"],
};

/** Whether a customer is named and their tags are left out. */
function tagsUnsaid(customer: z.infer<typeof customerBody> | null | undefined): {
  readonly customerTagsUnknown?: true;
} {
  const isSaid = customer === undefined || customer === null || typeof customer.tags === "string";
  return isSaid ? {} : { customerTagsUnknown: true };
}

/** A body of another version, or one that somebody else passed on, may leave things out. */
function unsaidIn(body: unknown, paid: boolean): { readonly unsaid?: readonly (keyof OrderState)[] } {
  if (!isNode(body)) return {};
  const unsaid = Object.entries(SAID_UNDER)
    .filter(([name]) => body[name] === undefined && !(paid && name === "financial_status"))
    .flatMap(([, parts]) => parts);
  return unsaid.length === 0 ? {} : { unsaid };
}

/** The currency decides how amounts are read, so it is looked at before them. */
function currencyOf(body: unknown): string | null {
  if (typeof body !== "object" || body === null || !("currency" in body)) return null;
  return typeof body.currency === "string" ? body.currency : null;
}

function mergeFacts(merge: z.infer<typeof customerMergeBody>, at: Instant): ShopFact[] {
  if (merge.status !== "completed") {
    return [{ type: "nothing", at, reason: `the merge is ${merge.status}` }];
  }
  return [
    {
      type: "customers_merged",
      at,
      keptCustomerId: merge.admin_graphql_api_customer_kept_id,
      endedCustomerId: merge.admin_graphql_api_customer_deleted_id,
    },
  ];
}

function privacyFacts(
  topic: "customers/data_request" | "customers/redact",
  request: z.infer<typeof privacyBody>,
  at: Instant,
): ShopFact[] | string {
  const customer = { id: request.customer.id, email: request.customer.email };
  if (customer.id === null && customer.email === null) return "customer: names nobody";
  if (topic === "customers/redact") {
    const { phone } = request.customer;
    return [{ type: "customer_redacted", at, customer: phone === null ? customer : { ...customer, phone } }];
  }
  const requestId = request.data_request?.id;
  if (requestId === undefined) return "data_request.id: is missing";
  return [{ type: "customer_data_requested", at, customer, requestId }];
}

/** Parses and maps; the mapping may still refuse with a reason. */
function read<Schema extends z.ZodType>(
  schema: Schema,
  body: unknown,
  toFacts: (parsed: z.output<Schema>) => ShopFact[] | string,
): Translation {
  const parsed = schema.safeParse(body);
  if (!parsed.success) return { ok: false, reason: describe(parsed.error) };
  const facts = toFacts(parsed.data);
  return typeof facts === "string" ? { ok: false, reason: facts } : { ok: true, facts };
}

function nothing(at: Instant, reason: string): Translation {
  return { ok: true, facts: [{ type: "nothing", at, reason }] };
}

const SHOWN_ISSUES = 3;

function describe(error: z.ZodError): string {
  const shown = error.issues.slice(0, SHOWN_ISSUES).map((issue) => {
    const path = issue.path.map(String).join(".");
    return `${path === "" ? "body" : path}: ${issue.message}`;
  });
  const more = error.issues.length - shown.length;
  return more > 0 ? `${shown.join("; ")}; and ${String(more)} more` : shown.join("; ");
}
