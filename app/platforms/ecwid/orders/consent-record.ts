import type { Instant } from "#app/domain/calendar.ts";
import type { ShopFact } from "#app/domain/event.ts";

/** Ecwid says whether a customer agrees to mails, and not since when: it stood so at an instant. */
export function consentRecord(
  customerId: string,
  granted: boolean,
  { at }: { readonly at: Instant },
): ShopFact {
  const consents = [{ channel: "email", granted, at, recordOf: customerId }] as const;
  return { type: "consent", at, customer: { id: customerId, email: null }, consents };
}
