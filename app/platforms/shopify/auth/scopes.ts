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

/**
 * What was granted, said in one way: leave to write includes leave to read, which Shopify's list of an
 * installation names as well and its deliveries do not.
 */
export function withoutImplied(granted: readonly string[]): string[] {
  const has = new Set(granted);
  return granted.filter((scope) => !scope.startsWith("read_") || !has.has(writing(scope)));
}

/** Which of ours the merchant has not granted. */
export function missingScopes(granted: readonly string[]): string[] {
  const has = new Set(granted);
  return SCOPES.filter((scope) => !has.has(scope) && !has.has(writing(scope)));
}

function writing(scope: string): string {
  return scope.replace(/^read_/u, "write_");
}
