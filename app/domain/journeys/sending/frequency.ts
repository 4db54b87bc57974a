import { assert } from "../../assert.ts";
import type { Instant } from "../../calendar.ts";
import type { JourneySettings } from "../journey.ts";

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

/** A message that cannot go for so long is given up. */
const PATIENCE_MS = 72 * HOUR_MS;

/** When a message that fell due at an instant is given up: it has nothing to say any more. */
export function givesUpAt(dueAt: Instant): Instant {
  return dueAt + PATIENCE_MS;
}

/** How often somebody may be written to: at most so many messages in any such time, half open. */
export class Frequency {
  private readonly count: number;
  private readonly windowMs: number;
  private readonly sent = new Map<string, Instant[]>();

  constructor({ count, days }: JourneySettings["frequency"]) {
    this.count = count;
    this.windowMs = days * DAY_MS;
  }

  note(memberId: string, at: Instant): void {
    const sent = this.sent.get(memberId) ?? [];
    sent.push(at);
    sent.sort((a, b) => a - b);
    // Older ones are outside of every window to come.
    if (sent.length > this.count) sent.shift();
    this.sent.set(memberId, sent);
  }

  /** The messages of a member that may still matter, oldest first. */
  sentTo(memberId: string): readonly Instant[] {
    return this.sent.get(memberId) ?? NONE;
  }

  /** How many messages more may go now. */
  roomAt(memberId: string, at: Instant): number {
    const within = (this.sent.get(memberId) ?? []).filter((sentAt) => at - sentAt < this.windowMs);
    return this.count - within.length;
  }

  /** When there is room next, given that there is none. */
  nextRoomAt(memberId: string): Instant {
    const [oldest] = this.sent.get(memberId) ?? [];
    assert(oldest !== undefined, "who has no room was written to");
    return oldest + this.windowMs;
  }
}

const NONE: readonly Instant[] = [];
