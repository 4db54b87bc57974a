import type { Instant } from "../calendar.ts";
import type { MessageAbout } from "../messages/message.ts";
import type { Channel } from "./journey.ts";
import { placeText, stepAt } from "./pass.ts";
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

/** At which step of which pass something came about. */
interface StepEntry extends Entry {
  readonly step: string;
  readonly version: number;
  /** Of the pass. */
  readonly key: string;
  /** When its message fell due, where the step is one. */
  readonly dueAt: Instant | null;
}

export interface SentMessage extends StepEntry {
  readonly purpose: "marketing" | "service";
  readonly channel: Channel;
  readonly template: string;
  /** The code that this pass gave last. */
  readonly code: string | null;
  readonly about: MessageAbout;
}

export interface Skipped extends StepEntry {
  readonly purpose: "marketing" | "service";
  readonly reason: SkipReason;
  /** The message that stands at the step; null where none does. */
  readonly message: Pick<SentMessage, "channel" | "template"> | null;
}

/** A pass that began, or would have. */
export interface Begun extends Entry {
  readonly version: number;
  readonly key: string;
  readonly isHeldOut: boolean;
}

/** The first pass of a member through a journey: what is compared. */
export interface FirstPass extends Entry {
  readonly key: string;
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
  /** Present where each is to be kept. */
  readonly begun: Begun[] | null;

  constructor(keepsBegun = false) {
    this.begun = keepsBegun ? [] : null;
  }

  sent(pass: Pass, at: Instant, message: Pick<SentMessage, "channel" | "template" | "about">): void {
    const { channel, template, about } = message;
    this.messages.push({ ...entryOf(pass, at), channel, template, code: pass.codes.at(-1) ?? null, about });
  }

  skip(pass: Pass, at: Instant, reason: SkipReason): void {
    const step = stepAt(pass.journey, pass.place);
    const message = step?.kind === "send" ? step : null;
    this.skipped.push({ ...entryOf(pass, at), reason, message });
  }

  holdOut(journeyId: string, memberId: string, at: Instant): void {
    this.heldOut.push({ at, memberId, journeyId });
  }
}

function entryOf(pass: Pass, at: Instant) {
  const { journey, memberId, happening, place, dueAt } = pass;
  const { id: journeyId, version, purpose } = journey;
  return { at, memberId, journeyId, version, purpose, key: happening.key, step: placeText(place), dueAt };
}
