import type { Instant } from "#app/domain/calendar.ts";
import { applyEvent } from "#app/domain/engine.ts";
import { newsletterDeed } from "#app/domain/messages/newsletter.ts";
import type { PlanOutcome } from "#app/domain/people/run-plan.ts";
import type { OpenBooks } from "#app/db/books/open-books.ts";
import type { Statements } from "#app/db/client.ts";
import { readMarketingWords, writeConsents } from "#app/db/messages/consents.ts";

/**
 * Keeps what a shop tells of its customers' consent. Where somebody decided otherwise by it, journeys see it with the
 * rest of the batch, and subscribing or unsubscribing is something they did.
 */
export async function hearConsents(
  tx: Statements,
  { shopId, books, asker, journeys }: OpenBooks,
  { consents, erased }: Pick<PlanOutcome, "consents" | "erased">,
  now: Instant,
): Promise<void> {
  const told = consents.filter(({ memberId }) => !erased.includes(memberId));
  if (told.length === 0) return;
  const memberIds = [...new Set(told.map(({ memberId }) => memberId))];
  const before = await readMarketingWords(tx, shopId, memberIds);
  const words = told.map(({ memberId, consent }) => ({ ...consent, memberId }));
  await writeConsents(
    tx,
    shopId,
    words.map((word) => ({ ...word, purpose: "marketing", source: "shop", wording: null })),
  );
  const after = await readMarketingWords(tx, shopId, memberIds);
  for (const memberId of memberIds) {
    asker?.keepPerson(memberId, after.standingOf(memberId));
    const deed = newsletterDeed(before.of(memberId, "email"), after.of(memberId, "email"), now);
    if (deed !== null) applyEvent(books, { type: "activity_done", at: now, memberId, ...deed });
    journeys?.heard.concern(memberId);
  }
}
