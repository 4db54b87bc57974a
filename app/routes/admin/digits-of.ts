import { currencyDigits } from "#app/domain/money.ts";
import type { AdminVisitor } from "./admin-visitor.server.ts";

const USUAL_DIGITS = 2;

/** Minor digits of what the shop sells in; the usual ones while that is not known. */
export function digitsOf({ live, currency }: AdminVisitor["shop"]): number {
  const known = live === null ? currency : live.program.currency;
  return known === null ? USUAL_DIGITS : (currencyDigits(known) ?? USUAL_DIGITS);
}
