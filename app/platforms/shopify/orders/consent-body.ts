import { z } from "zod";
import type { Instant } from "#app/domain/calendar.ts";
import type { ConsentChannel, SaidConsent } from "#app/domain/messages/consent.ts";
import { id, instant } from "./fields.ts";

const consentBody = z.object({ state: z.string().min(1), consent_updated_at: instant.nullish() });

type Consent = z.infer<typeof consentBody>;

export const emailConsentBody = z.object({ customer_id: id, email_marketing_consent: consentBody });

export const smsConsentBody = z.object({ id, sms_marketing_consent: consentBody.nullish() });

/** What was read of a customer, in the words of the deliveries; null: there is no address, or no number. */
export const readConsentsBody = z.object({ id, email: consentBody.nullable(), sms: consentBody.nullable() });

/**
 * Only who is subscribed has agreed. One who never subscribed, or has not confirmed it yet, has decided nothing as long
 * as Shopify names no instant for it.
 */
export function saidConsents(
  customerId: string,
  told: Partial<Readonly<Record<ConsentChannel, Consent | null>>>,
  toldAt: Instant,
): SaidConsent[] {
  return (["email", "sms"] as const).flatMap((channel): SaidConsent[] => {
    const consent = told[channel] ?? null;
    if (consent === null) return [];
    const state = consent.state.toLowerCase();
    const said = { channel, granted: state === SUBSCRIBED };
    const saidAt = consent.consent_updated_at ?? null;
    if (saidAt !== null) return [{ ...said, at: saidAt, recordOf: null }];
    return said.granted || ENDED.has(state) ? [{ ...said, at: toldAt, recordOf: customerId }] : [];
  });
}

const SUBSCRIBED = "subscribed";
/** They had agreed, or Shopify lets nobody write to them. */
const ENDED: ReadonlySet<string> = new Set(["unsubscribed", "redacted", "invalid"]);
