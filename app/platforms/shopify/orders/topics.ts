/** Every topic the app subscribes to in shopify.app.toml; a test compares the two. */
export const SUBSCRIBED_TOPICS = [
  "app/scopes_update",
  "app/uninstalled",
  "bulk_operations/finish",
  "customers/create",
  "customers/delete",
  "customers/email_marketing_consent_update",
  "customers/marketing_consent_update",
  "customers/merge",
  "customers/update",
  "discounts/delete",
  "discounts/redeemcode_removed",
  "discounts/update",
  "orders/cancelled",
  "orders/create",
  "orders/delete",
  "orders/edited",
  "orders/fulfilled",
  "orders/paid",
  "orders/updated",
  "refunds/create",
] as const;

/** Sent to every app, whatever it subscribes to. */
export const COMPLIANCE_TOPICS = ["customers/data_request", "customers/redact", "shop/redact"] as const;

/** What we asked Shopify and it said: written down as the deliveries are, and never sent by it. */
export const READ_CONSENTS = "read/customer_consents";

export type Topic =
  (typeof SUBSCRIBED_TOPICS)[number] | (typeof COMPLIANCE_TOPICS)[number] | typeof READ_CONSENTS;

const known: ReadonlySet<string> = new Set<string>([
  ...SUBSCRIBED_TOPICS,
  ...COMPLIANCE_TOPICS,
  READ_CONSENTS,
]);

export function isTopic(topic: string): topic is Topic {
  return known.has(topic);
}
