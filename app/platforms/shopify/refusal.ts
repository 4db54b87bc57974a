import type { Setback } from "../platform.ts";
import type { UserErrors } from "./documents/user-errors.ts";

/** What a mutation's user errors come to: a no that stays a no, except where Shopify itself failed. */
export function refusalOf(errors: UserErrors): Setback {
  if (errors.some((error) => error.code === "INTERNAL_ERROR")) {
    return { kind: "retry", reason: "Shopify reports an internal error", afterMs: null };
  }
  const reasons = errors.map(({ code, message }) =>
    typeof code === "string" ? `${code}: ${message}` : message,
  );
  return { kind: "refused", reason: reasons.join("; ").slice(0, 500) };
}
