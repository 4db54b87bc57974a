import { currencyDigits } from "#app/domain/money.ts";
import type { AddressUnits } from "#app/queries/members/read-members-asked.ts";
import type { AdminVisitor } from "./admin-visitor.server.ts";

/** In which zone a shop's days begin, and what its money is counted in. */
export function unitsOf({ live, timezone, currency }: AdminVisitor["shop"]): AddressUnits {
  const digits = currencyDigits(live?.program.currency ?? currency ?? "EUR");
  return { timezone: live?.program.timezone ?? timezone ?? "UTC", currencyDigits: digits ?? 2 };
}
