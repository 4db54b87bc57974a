import type { Instant } from "../calendar.ts";

/** Ways to somebody. `push` and `inbox` need neither an address nor a consent. */
export type MessageChannel = "email" | "sms" | "push" | "inbox";

/** `service`: what somebody is owed to know of their points. `marketing` needs their consent. */
export type MessagePurpose = "marketing" | "service";

export type MessageState = "waiting" | "sent" | "skipped" | "failed";

/**
 * What a message tells of that is no longer to be seen in the member's standing when it is sent. Whatever is
 * left out is looked up then, or not spoken of.
 */
export interface MessageAbout {
  /** Points that were earned, went back, or end. */
  readonly points?: number;
  /** The reward in reach. */
  readonly rewardId?: string;
  /** The code that ends, where the journey gave none. */
  readonly code?: string;
  /** The level reached, lost, near, or in grace. */
  readonly levelId?: string;
  /** The challenge that is done, or nearly. */
  readonly challengeId?: string;
  /** The last day of points, of a code, of a membership, or of a grace: an instant within or at the end of it. */
  readonly endsAt?: Instant;
}
