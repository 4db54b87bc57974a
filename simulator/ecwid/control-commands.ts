import { z } from "zod";
import { wishedLine } from "../shop/wished-line.ts";
import { EXTRA_FIELD_TYPES, FULFILMENT_STATUSES, PAYMENT_STATUSES } from "./records.ts";
import { SCOPES } from "./scopes.ts";

/**
 * What a test, a demo or a person may ask of the fake besides what Ecwid itself offers. One definition
 * serves the calls in process and those over HTTP (`POST /_control/<command>` with a JSON body). Money is
 * decimal text in the store's currency; moments are epoch milliseconds and default to the fake's clock.
 */
const store = z.string().regex(/^\d+$/);
const id = z.string().regex(/^\d+$/);
const orderId = z.string().min(1);
const money = z.string().regex(/^\d+(\.\d+)?$/);
const at = z.number().int().optional();
/** false: the fact happens, nobody is told (history before the app was installed, or a lost webhook). */
const deliver = z.boolean().default(true);

export const FEATURES = ["API", "CUSTOMER_GROUPS", "DISCOUNT_COUPONS"] as const;

export const controlInputs = {
  createStore: z.strictObject({
    store,
    name: z.string(),
    currency: z.string().length(3).default("EUR"),
    timezone: z.string().default("Europe/Berlin"),
    language: z.string().default("en"),
    taxesIncluded: z.boolean().default(true),
    taxPercent: z.string().default("19"),
    accountsFromCheckout: z.boolean().default(true),
    installed: z.boolean().default(true),
    scopes: z.array(z.enum(SCOPES)).optional(),
  }),
  createProduct: z.strictObject({
    store,
    title: z.string(),
    price: money,
    vendor: z.string().default(""),
    categories: z.array(z.string()).default([]),
    giftCard: z.boolean().default(false),
  }),
  createCustomer: z.strictObject({
    store,
    email: z.string(),
    name: z.string().default("Anna Arndt"),
    acceptMarketing: z.boolean().nullable().default(null),
    at,
    deliver,
  }),
  updateCustomer: z.strictObject({
    store,
    customerId: id,
    email: z.string().optional(),
    name: z.string().optional(),
    groupId: id.nullable().optional(),
    acceptMarketing: z.boolean().optional(),
    /** By the fields' keys; an empty value takes one away. */
    extraFields: z.record(z.string(), z.string()).optional(),
    at,
    deliver,
  }),
  /** The merchant adds a field of their own to every customer. */
  createExtraField: z.strictObject({
    store,
    title: z.string().min(1),
    type: z.enum(EXTRA_FIELD_TYPES).default("TEXT"),
    shownOnOrderDetails: z.boolean().default(false),
  }),
  deleteCustomer: z.strictObject({ store, customerId: id, at, deliver }),
  placeOrder: z.strictObject({
    store,
    customerId: id.nullable().default(null),
    email: z.string().default(""),
    lines: z.array(wishedLine).min(1),
    /** One at most, as at Ecwid's checkout. */
    coupon: z.string().nullable().default(null),
    shipping: money.default("0"),
    paidByGiftCard: money.default("0"),
    paymentStatus: z.enum(PAYMENT_STATUSES).default("PAID"),
    paymentMethod: z.string().default("Credit or debit card"),
    tellsRefunds: z.boolean().default(true),
    lightspeedLoyalty: z.boolean().default(false),
    /** The customer ticks that the shop may mail them. */
    acceptMarketing: z.boolean().default(false),
    at,
    deliver,
  }),
  setOrderStatus: z.strictObject({
    store,
    orderId,
    paymentStatus: z.enum(PAYMENT_STATUSES).optional(),
    fulfillmentStatus: z.enum(FULFILMENT_STATUSES).optional(),
    at,
    deliver,
  }),
  /** Back goes an amount; the status follows, unless the merchant keeps it. */
  refundOrder: z.strictObject({
    store,
    orderId,
    amount: money,
    keepStatus: z.boolean().default(false),
    at,
    deliver,
  }),
  deleteOrder: z.strictObject({ store, orderId, at, deliver }),
  deleteCoupon: z.strictObject({ store, code: z.string(), at, deliver }),
  installApp: z.strictObject({ store, scopes: z.array(z.enum(SCOPES)).optional(), at, deliver }),
  uninstallApp: z.strictObject({ store, at, deliver }),
  /** The customer asks the merchant to be forgotten, or for their data. */
  requestPrivacy: z.strictObject({ store, customerId: id, wish: z.enum(["Removal", "Export"]), at }),
  /** Where the app says what it takes off a cart, as Ecwid's staff register it; null: nowhere. */
  setDiscountUrl: z.strictObject({ url: z.url().nullable() }),
  setPlan: z.strictObject({
    store,
    features: z.array(z.enum(FEATURES)).optional(),
    suspended: z.boolean().optional(),
    requestsPerMinute: z.number().int().positive().optional(),
    spelling: z.enum(["camel", "snake"]).optional(),
    idsAsText: z.boolean().optional(),
  }),
  /** The merchant puts a custom status of orders to use. */
  nameStatus: z.strictObject({
    store,
    status: z.enum([...PAYMENT_STATUSES, ...FULFILMENT_STATUSES]),
    name: z.string().min(1),
  }),
  /** A token without the flow, for tests that speak to the API directly. */
  issueToken: z.strictObject({ store, scopes: z.array(z.enum(SCOPES)).optional() }),
  /** A code as the merchant's consent would send it to the app. */
  issueCode: z.strictObject({ store, redirectUri: z.string() }),
  revokeTokens: z.strictObject({ store }),
  misbehave: z.strictObject({
    store: store.optional(),
    kind: z.enum([
      "http_429",
      "http_500",
      "http_502",
      "http_503",
      "timeout_before",
      "timeout_after",
      "hang_up_before",
      "hang_up_after",
      "empty_error",
      "not_json",
      "code_taken",
      "revoke",
    ]),
    /** An endpoint's name ("createCoupon"), or "write" for any that changes something; any when left out. */
    on: z.string().optional(),
    times: z.number().int().positive().default(1),
    after: z.number().int().nonnegative().default(0),
    delayMs: z.number().int().nonnegative().default(60_000),
    retryAfter: z.string().default("2"),
  }),
  misbehaveWebhooks: z.strictObject({
    store: store.optional(),
    topic: z.string().optional(),
    kind: z.enum(["duplicate", "reorder", "delay", "lose", "wrong_signature", "malformed"]),
    times: z.number().int().positive().default(1),
    delayMs: z.number().int().nonnegative().default(500),
    copies: z.number().int().positive().default(2),
  }),
  behave: z.strictObject({}),
  /** Post any body, signed for its eventId and eventCreated: for documented samples and fuzzing. */
  postWebhook: z.strictObject({
    eventId: z.string(),
    eventCreated: z.number().int(),
    body: z.string(),
    headers: z.record(z.string(), z.string()).default({}),
    query: z.string().default(""),
  }),
  settle: z.strictObject({ timeoutMs: z.number().int().positive().default(60_000) }),
  deliveries: z.strictObject({ store: store.optional(), topic: z.string().optional() }),
  calls: z.strictObject({ store: store.optional(), on: z.string().optional() }),
  forgetCalls: z.strictObject({}),
  /** What the app has sent to an address, the latest first. */
  mails: z.strictObject({ address: z.string() }),
  customer: z.strictObject({ store, customerId: id }),
  order: z.strictObject({ store, orderId }),
  coupons: z.strictObject({ store }),
  groups: z.strictObject({ store }),
  storage: z.strictObject({ store }),
  setAppUrl: z.strictObject({ appUrl: z.string() }),
  advanceClock: z.strictObject({ ms: z.number().int().positive() }),
} as const;

export type ControlName = keyof typeof controlInputs;
export type ControlInput<N extends ControlName> = z.input<(typeof controlInputs)[N]>;
export type ControlParsed<N extends ControlName> = z.output<(typeof controlInputs)[N]>;
