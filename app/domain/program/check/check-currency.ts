import type { DocumentError } from "../document/describe-error.ts";

/** A program in another currency than the shop's would reject every order. Null: it is the shop's. */
export function checkCurrency(currency: string, shopCurrency: string | null): DocumentError | null {
  if (currency === shopCurrency) return null;
  const allowed =
    shopCurrency === null
      ? "nothing yet: the shop's currency is not known"
      : `the shop's currency, ${shopCurrency}`;
  return { path: "currency", found: JSON.stringify(currency), allowed };
}
