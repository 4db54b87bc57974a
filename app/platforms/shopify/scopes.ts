/**
 * What the app may do in a shop, and no more. Derived from the GraphQL documents and the subscribed
 * topics; a test derives it anew and compares it with this list and with shopify.app.toml.
 */
export const SCOPES = [
  "read_customer_merge",
  "read_orders",
  "read_products",
  "read_store_credit_accounts",
  "write_customers",
  "write_discounts",
  "write_gift_cards",
  "write_store_credit_account_transactions",
] as const;

/** Which of ours the merchant has not granted. Leave to write includes leave to read. */
export function missingScopes(granted: readonly string[]): string[] {
  const has = new Set(granted);
  return SCOPES.filter((scope) => !has.has(scope) && !has.has(scope.replace(/^read_/u, "write_")));
}
