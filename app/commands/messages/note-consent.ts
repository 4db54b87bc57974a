import { lookSoon } from "#app/db/journeys/journey-members.ts";
import { lockMember, type NewConsent, readMarketingWords, writeConsents } from "#app/db/messages/consents.ts";
import type { Statements } from "#app/db/client.ts";
import type { Instant } from "#app/domain/calendar.ts";
import { newsletterDeed } from "#app/domain/messages/newsletter.ts";
import { tellActivity } from "../activities/tell-activity.ts";

/**
 * A member's word on what they want to be written about, said on a page of ours. Who begins or stops to want the
 * newsletter has done something by it, once for each real change. What a shop tells is heard with its other
 * deliveries (`inbox/hear-consents.ts`).
 */
export async function noteConsent(
  tx: Statements,
  shopId: number,
  word: Omit<NewConsent, "at" | "recordOf">,
  now: Instant,
): Promise<void> {
  const { memberId } = word;
  // One word after the other: of two at the same moment the second finds what the first has changed.
  await lockMember(tx, shopId, memberId);
  const before = await readMarketingWords(tx, shopId, [memberId]);
  await writeConsents(tx, shopId, [{ ...word, at: now, recordOf: null }]);
  // Journeys may have been waiting for this word.
  await lookSoon(tx, shopId, [memberId], now);
  const after = await readMarketingWords(tx, shopId, [memberId]);
  const deed = newsletterDeed(before.of(memberId, "email"), after.of(memberId, "email"), now);
  if (deed !== null) await tellActivity(tx, shopId, { memberId, ...deed }, now);
}
