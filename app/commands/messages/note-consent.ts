import { lookSoon } from "#app/db/journeys/journey-members.ts";
import { type ConsentWord, lockMember, writeConsent } from "#app/db/messages/consents.ts";
import type { Statements } from "#app/db/client.ts";
import type { Instant } from "#app/domain/calendar.ts";
import { tellActivity } from "../activities/tell-activity.ts";

/**
 * A member's word on what they want to be written about, wherever they said it. Who begins or stops to want the
 * newsletter has done something by it, once for each real change: the word that stands already changes nothing,
 * nor does one from before it, and who never agreed cannot take it back. What an import or a first look at a
 * shop finds is no change: `writeConsent` alone writes that down.
 */
export async function noteConsent(
  tx: Statements,
  shopId: number,
  word: ConsentWord,
  at: Instant,
): Promise<void> {
  const { memberId, channel, purpose, granted } = word;
  // One word after the other: of two at the same moment the second finds what the first has changed.
  await lockMember(tx, shopId, memberId);
  const written = await writeConsent(tx, shopId, word, at);
  if (written === null) return;
  // Journeys may have been waiting for this word.
  await lookSoon(tx, shopId, [memberId], at);
  if (channel !== "email" || purpose !== "marketing" || granted === (written.before === true)) return;
  const activity = granted ? "newsletter_subscribed" : "newsletter_unsubscribed";
  await tellActivity(tx, shopId, { memberId, activity, key: `consent-${written.consentId}` }, at);
}
