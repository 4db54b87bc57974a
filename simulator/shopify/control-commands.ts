import { z } from "zod";
import { wishedLine as orderLine } from "../shop/wished-line.ts";

/**
 * What a test, a demo or a person may ask of the fake besides what Shopify itself offers: things a
 * merchant or shopper would do with a mouse, and misbehaviour on demand. One definition serves the
 * calls in process and those over HTTP (`POST /_control/<command>` with a JSON body).
 * Money is decimal text in the shop's currency ("12.50"); moments are epoch milliseconds and default
 * to the fake's clock; ids are the digits of the gid.
 */
const shop = z.string().min(1);
const id = z.string().regex(/^\d+$/);
const money = z.string().regex(/^\d+(\.\d+)?$/);
const at = z.number().int().optional();
/** false: the fact happens, nobody is told (history before the app was installed, or a lost webhook). */
const deliver = z.boolean().default(true);

const refundLine = z.strictObject({ lineId: id, quantity: z.number().int().positive() });

export const controlInputs = {
  createShop: z.strictObject({
    domain: z.string().regex(/^[a-z0-9-]+\.myshopify\.com$/),
    name: z.string(),
    currency: z.string().length(3).default("EUR"),
    timezone: z.string().default("Europe/Berlin"),
    country: z.string().length(2).default("DE"),
    taxesIncluded: z.boolean().default(true),
    /** Value-added tax on everything, in percent ("19"). */
    taxPercent: z.string().default("19"),
    locale: z.string().default("en"),
    installed: z.boolean().default(true),
    scopes: z.array(z.string()).optional(),
  }),
  createProduct: z.strictObject({
    shop,
    title: z.string(),
    price: money,
    handle: z.string().optional(),
    vendor: z.string().default(""),
    productType: z.string().default(""),
    tags: z.array(z.string()).default([]),
    collections: z.array(z.string()).default([]),
    giftCard: z.boolean().default(false),
    description: z.string().default(""),
    /** Variant titles with their prices; one "Default Title" when left out. */
    variants: z.array(z.strictObject({ title: z.string(), price: money })).optional(),
  }),
  changeProduct: z.strictObject({
    shop,
    productId: id,
    productType: z.string().optional(),
    tags: z.array(z.string()).optional(),
    collections: z.array(z.string()).optional(),
  }),
  /** Orders keep their lines; the lines lose their product. */
  deleteProduct: z.strictObject({ shop, productId: id }),
  createCustomer: z.strictObject({
    shop,
    email: z.string().nullable().default(null),
    firstName: z.string().nullable().default(null),
    lastName: z.string().nullable().default(null),
    tags: z.array(z.string()).default([]),
    /** "enabled": has an account (proven address). */
    state: z.enum(["enabled", "disabled", "invited"]).default("enabled"),
    verifiedEmail: z.boolean().default(true),
    locale: z.string().default("en"),
    at,
    deliver,
  }),
  updateCustomer: z.strictObject({
    shop,
    customerId: id,
    email: z.string().nullable().optional(),
    firstName: z.string().nullable().optional(),
    lastName: z.string().nullable().optional(),
    tags: z.array(z.string()).optional(),
    at,
    deliver,
  }),
  /** The customer, or staff for them, says whether the shop may write to them. */
  setMarketing: z.strictObject({
    shop,
    customerId: id,
    channel: z.enum(["email", "sms"]).default("email"),
    state: z.enum(["not_subscribed", "pending", "subscribed", "unsubscribed"]),
    at,
    deliver,
  }),
  deleteCustomer: z.strictObject({ shop, customerId: id, at, deliver }),
  mergeCustomers: z.strictObject({ shop, keptCustomerId: id, endedCustomerId: id, at, deliver }),
  placeOrder: z.strictObject({
    shop,
    customerId: id.nullable().default(null),
    /** A guest's address, when there is no customer. */
    email: z.string().nullable().default(null),
    lines: z.array(orderLine).min(1),
    discountCodes: z.array(z.string()).default([]),
    shipping: money.default("0"),
    tip: money.default("0"),
    duties: money.default("0"),
    /** Part of the total paid with a gift card. */
    paidByGiftCard: money.default("0"),
    paid: z.boolean().default(true),
    test: z.boolean().default(false),
    sourceName: z.string().default("web"),
    gateway: z.string().default("shopify_payments"),
    tags: z.array(z.string()).default([]),
    presentmentCurrency: z.string().length(3).optional(),
    /** Presentment money per shop money ("1.08"). */
    presentmentRate: z.string().default("1"),
    taxesIncluded: z.boolean().optional(),
    at,
    deliver,
  }),
  payOrder: z.strictObject({ shop, orderId: id, at, deliver }),
  fulfilOrder: z.strictObject({ shop, orderId: id, at, deliver }),
  cancelOrder: z.strictObject({
    shop,
    orderId: id,
    /** Give the money back with it, as the admin offers. */
    refund: z.boolean().default(true),
    reason: z.enum(["customer", "declined", "fraud", "inventory", "staff", "other"]).default("customer"),
    at,
    deliver,
  }),
  editOrder: z.strictObject({
    shop,
    orderId: id,
    remove: z.array(refundLine).default([]),
    add: z.array(orderLine).default([]),
    /** Shopify writes a removal from a paid order down as a refund record; false lowers current_quantity only. */
    asRefundRecord: z.boolean().default(true),
    at,
    deliver,
  }),
  /** The merchant deletes the whole discount that a code belongs to. */
  deleteDiscount: z.strictObject({ shop, code: z.string().min(1), at, deliver }),
  /** The merchant switches the discount off that a code belongs to; it stays in the list. */
  deactivateDiscount: z.strictObject({ shop, code: z.string().min(1), at, deliver }),
  /** The merchant removes one code of a discount. */
  removeCode: z.strictObject({ shop, code: z.string().min(1), at, deliver }),
  deleteOrder: z.strictObject({ shop, orderId: id, at, deliver }),
  refundOrder: z.strictObject({
    shop,
    orderId: id,
    /** "all": every line that is left, and the shipping. */
    lines: z.union([z.array(refundLine), z.literal("all")]).default([]),
    shipping: money.default("0"),
    /** What is paid back, when it is not what lines and shipping come to. */
    amount: money.optional(),
    toStoreCredit: z.boolean().default(false),
    /** Also write shipping as an order adjustment, as versions before 2024-10 did. */
    legacyShippingAdjustment: z.boolean().default(false),
    at,
    deliver,
  }),
  /** The merchant removes the app: tokens die, app/uninstalled is sent. */
  uninstallApp: z.strictObject({ shop, at, deliver }),
  /** The merchant installs the app (again); tokens come by token exchange. */
  installApp: z.strictObject({ shop, scopes: z.array(z.string()).optional() }),
  changeScopes: z.strictObject({ shop, scopes: z.array(z.string()), at, deliver }),
  requestCustomerData: z.strictObject({ shop, customerId: id, at }),
  redactCustomer: z.strictObject({ shop, customerId: id, at }),
  redactShop: z.strictObject({ shop, at }),
  /** A token as a merchant's browser would bring it to the app (session token, 60 s). */
  sessionToken: z.strictObject({ shop, userId: id.default("1") }),
  /** An offline token without the app's help, for tests that speak to the API directly. */
  issueToken: z.strictObject({
    shop,
    scopes: z.array(z.string()).optional(),
    expiring: z.boolean().default(true),
  }),
  expireTokens: z.strictObject({ shop, refreshToo: z.boolean().default(false) }),
  /** The query string Shopify's app proxy would add and sign. */
  signProxyQuery: z.strictObject({
    shop,
    customerId: id.nullable().default(null),
    query: z.record(z.string(), z.string()).default({}),
    at,
  }),
  misbehave: z.strictObject({
    shop: shop.optional(),
    kind: z.enum([
      "http_429",
      "throttled",
      "http_500",
      "http_502",
      "http_503",
      "timeout_before",
      "timeout_after",
      "hang_up_before",
      "hang_up_after",
      "token_expired",
      "refresh_refused",
      "code_taken",
      "customer_gone",
      "uninstall",
      "not_json",
      /** On "bulkOperationRunQuery": the operation it starts fails in the end. */
      "bulk_fails",
      /** On "bulkFile": the file of a result breaks off in the middle. */
      "cut_off",
    ]),
    /** A root field ("discountCodeBasicCreate"), "token" for the token endpoint, "bulkFile" for a result; any when left out. */
    on: z.string().optional(),
    times: z.number().int().positive().default(1),
    /** Let this many matching calls pass first. */
    after: z.number().int().nonnegative().default(0),
    /** How long a time-out keeps the caller waiting. */
    delayMs: z.number().int().nonnegative().default(60_000),
    retryAfter: z.string().default("2.0"),
  }),
  misbehaveWebhooks: z.strictObject({
    shop: shop.optional(),
    topic: z.string().optional(),
    kind: z.enum(["duplicate", "reorder", "delay", "lose", "wrong_signature", "malformed"]),
    times: z.number().int().positive().default(1),
    delayMs: z.number().int().nonnegative().default(500),
    /** Extra copies of a duplicated delivery. */
    copies: z.number().int().positive().default(2),
  }),
  behave: z.strictObject({}),
  /** Post any body under any topic, signed: for documented samples and fuzzing. */
  postWebhook: z.strictObject({
    shop,
    topic: z.string(),
    body: z.string(),
    headers: z.record(z.string(), z.string()).default({}),
    webhookId: z.string().optional(),
    at,
  }),
  resendDelivery: z.strictObject({ webhookId: z.string() }),
  /** Waits until every webhook is delivered or given up, and asynchronous jobs are done. */
  settle: z.strictObject({ timeoutMs: z.number().int().positive().default(60_000) }),
  deliveries: z.strictObject({ shop: shop.optional(), topic: z.string().optional() }),
  calls: z.strictObject({ shop: shop.optional(), field: z.string().optional() }),
  forgetCalls: z.strictObject({}),
  shopState: z.strictObject({ shop }),
  customer: z.strictObject({ shop, customerId: id }),
  order: z.strictObject({ shop, orderId: id }),
  discounts: z.strictObject({ shop }),
  /** What began a workflow of Shopify Flow. */
  flowTriggers: z.strictObject({ shop }),
  setAppUrl: z.strictObject({ appUrl: z.url() }),
  /** Moves the fake's clock ahead of the one it was started with. */
  advanceClock: z.strictObject({ ms: z.number().int() }),
  setPlan: z.strictObject({
    shop,
    bucket: z.number().int().positive(),
    restorePerSecond: z.number().int().positive(),
  }),
} as const;

export type ControlName = keyof typeof controlInputs;
export type ControlInput<N extends ControlName> = z.input<(typeof controlInputs)[N]>;
export type ControlParsed<N extends ControlName> = z.output<(typeof controlInputs)[N]>;
