import type { Setback } from "../../platform.ts";
import type { UserErrors } from "../documents/user-errors.ts";

/** What a mutation's user errors come to: a no that stays a no, except where Shopify itself failed. */
export function refusalOf(errors: UserErrors): Setback {
  if (errors.some((error) => error.code === "INTERNAL_ERROR")) {
    return { kind: "retry", reason: "Shopify reports an internal error", afterMs: null };
  }
  const reasons = errors.map(({ field, code, message }) => {
    const said = typeof code === "string" ? `${code}: ${message}` : message;
    // The path begins with the name of the input, which says nothing to a merchant.
    const path = field?.slice(1).join(".");
    return path === undefined || path === "" ? said : `${said} (${path})`;
  });
  return { kind: "refused", reason: reasons.join("; ").slice(0, 500) };
}
