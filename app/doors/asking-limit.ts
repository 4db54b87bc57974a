import type { Instant } from "#app/domain/calendar.ts";

/** So many are remembered; who comes after that pushes out the ones that were quiet longest. */
const REMEMBERED = 10_000;

/** How often one network, or one person, may ask within a time. Each process counts for itself. */
export class AskingLimit {
  readonly #most: number;
  readonly #windowMs: number;
  readonly #asked = new Map<string, readonly Instant[]>();

  constructor(most: number, windowMs: number) {
    this.#most = most;
    this.#windowMs = windowMs;
  }

  takes(who: string, now: Instant): boolean {
    const lately = (this.#asked.get(who) ?? []).filter((at) => at > now - this.#windowMs);
    if (lately.length >= this.#most) return false;
    this.#asked.delete(who);
    this.#asked.set(who, [...lately, now]);
    if (this.#asked.size > REMEMBERED) {
      const [quietest] = this.#asked.keys();
      if (quietest !== undefined) this.#asked.delete(quietest);
    }
    return true;
  }
}
