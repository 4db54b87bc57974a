import type { Instant } from "../calendar.ts";
import type { Channel } from "./journey.ts";
import { placeText } from "./pass.ts";
import type { Pass } from "./pass.ts";

/** Why a message did not go, a gift was not given, or a pass ended before its end. */
export type SkipReason =
  | "left"
  | "condition"
  | "no_address"
  | "suppressed"
  | "no_consent"
  | "code_used"
  | "frequency"
  | "out_of_stock"
  | "stopped";

interface Entry {
  readonly at: Instant;
  readonly memberId: string;
  readonly journeyId: string;
}

export interface SentMessage extends Entry {
  readonly step: string;
  readonly channel: Channel;
  readonly template: string;
  /** The code that this pass gave last. */
  readonly code: string | null;
}

export interface Skipped extends Entry {
  readonly step: string;
  readonly reason: SkipReason;
}

/** The first pass of a member through a journey: what is compared. */
export interface FirstPass extends Entry {
  readonly isHeldOut: boolean;
  /** Which arm was drawn, by the place of the choice. */
  readonly arms: Map<string, number>;
}

/** What journeys came to: what went, what did not and why, and who was held out. */
export class JourneyRecord {
  readonly messages: SentMessage[] = [];
  readonly skipped: Skipped[] = [];
  readonly heldOut: Entry[] = [];
  readonly firstPasses: FirstPass[] = [];

  sent(pass: Pass, at: Instant, { channel, template }: Pick<SentMessage, "channel" | "template">): void {
    this.messages.push({ ...entryOf(pass, at), channel, template, code: pass.codes.at(-1) ?? null });
  }

  skip(pass: Pass, at: Instant, reason: SkipReason): void {
    this.skipped.push({ ...entryOf(pass, at), reason });
  }

  holdOut(journeyId: string, memberId: string, at: Instant): void {
    this.heldOut.push({ at, memberId, journeyId });
  }
}

function entryOf({ journey, memberId, place }: Pass, at: Instant) {
  return { at, memberId, journeyId: journey.id, step: placeText(place) };
}
