import type { Instant } from "../calendar.ts";

/** Channels for which a shop tells whether somebody agreed to marketing. */
export type ConsentChannel = "email" | "sms";

/** Where somebody said what they want to be written about. */
export type ConsentSource = "shop" | "one_click" | "preferences";

/** What a shop tells of a customer's consent to marketing. */
export interface SaidConsent {
  readonly channel: ConsentChannel;
  readonly granted: boolean;
  /** When they said so; of a record without a time of its own, when it stood so. */
  readonly at: Instant;
  /** The customer whose record says so, and not since when; null: they said it at `at`. */
  readonly recordOf: string | null;
}

/** What a delivery says of a customer's consents. */
export interface ConsentTold {
  readonly type: "consent";
  readonly at: Instant;
  readonly customer: { readonly id: string; readonly email: null };
  readonly consents: readonly SaidConsent[];
}

/** A word of one member on one channel and purpose. */
export type ConsentWord = Pick<SaidConsent, "granted" | "at" | "recordOf">;

/**
 * What somebody has decided last: yes, no, or nothing yet. It depends on the words alone, and neither on the order in
 * which they were told nor on how often. Of one instant a no counts. A record that does not say since when it stands
 * so is a decision only where it changes from what it was; what it said when it was first seen may be older than
 * anything, and counts as long as nobody has decided anything else.
 */
export function standingConsent(words: readonly ConsentWord[]): boolean | null {
  return lastDecision(words)?.granted ?? lastOf(words)?.granted ?? null;
}

/** The newest decision among words; null where they hold none. */
export function lastDecision(words: readonly ConsentWord[]): ConsentWord | null {
  const said = words.filter(({ recordOf }) => recordOf === null);
  const customers = new Set(words.map(({ recordOf }) => recordOf).filter((customer) => customer !== null));
  const changes = [...customers].flatMap((customer) =>
    changesOf(words.filter(({ recordOf }) => recordOf === customer)),
  );
  return lastOf([...said, ...changes]);
}

/** Where a record says something else than it said before. */
function changesOf(words: readonly ConsentWord[]): ConsentWord[] {
  const inOrder = words.toSorted(byInstant);
  return inOrder.filter((word, index) => {
    const before = inOrder[index - 1];
    return before !== undefined && before.granted !== word.granted;
  });
}

function lastOf(words: readonly ConsentWord[]): ConsentWord | null {
  return words.toSorted(byInstant).at(-1) ?? null;
}

/** A no comes behind a yes of the same instant. */
function byInstant(a: ConsentWord, b: ConsentWord): number {
  return a.at - b.at || Number(b.granted) - Number(a.granted);
}
