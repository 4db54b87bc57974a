import type { Instant } from "../calendar.ts";
import { type ConsentWord, lastDecision, standingConsent } from "./consent.ts";

/** What somebody decided longer ago is nothing they do these days: it is heard of late, or for the first time. */
const NEWS_FOR_MS = 7 * 24 * 60 * 60 * 1000;

export interface NewsletterDeed {
  readonly activity: "newsletter_subscribed" | "newsletter_unsubscribed";
  /** The decision, so that it counts once however often it is told. */
  readonly key: string;
}

/**
 * Whether words that were just told make somebody subscribe or unsubscribe. To have never agreed is no
 * unsubscription, and what a record said when it was first seen is no deed.
 */
export function newsletterDeed(
  before: readonly ConsentWord[],
  after: readonly ConsentWord[],
  now: Instant,
): NewsletterDeed | null {
  const [was, is] = [standingConsent(before), standingConsent(after)];
  const decision = lastDecision(after);
  if (was === is || decision === null || decision.granted !== is || now - decision.at > NEWS_FOR_MS)
    return null;
  const key = `consent:${new Date(decision.at).toISOString()}`;
  if (is) return { activity: "newsletter_subscribed", key };
  return was === true ? { activity: "newsletter_unsubscribed", key } : null;
}
