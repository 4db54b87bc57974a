import { elementAt } from "../assert.ts";
import type { Instant } from "../calendar.ts";

/** So many that were taken out are kept before the lists are cut. */
const MOST_TAKEN = 16;

/**
 * Lots by when something falls due for them, the earliest first. Nearly always what comes falls due
 * later than what is there: it is put at the end, or in its place from the end.
 */
export class DueList {
  /** Two lists and no list of pairs: numbers alone take the least room. */
  private instants: Instant[] = [];
  private lotIds: string[] = [];
  /** Up to here they were taken out. */
  private first = 0;

  /** The earliest instant at which something falls due; null = nothing does. */
  firstAt(): Instant | null {
    return this.instants[this.first] ?? null;
  }

  /** Whether a lot stands in it at or before an instant. */
  has(lotId: string, by: Instant): boolean {
    for (let place = this.first; place < this.instants.length; place += 1) {
      if (this.lotIds[place] === lotId && elementAt(this.instants, place) <= by) return true;
    }
    return false;
  }

  put(at: Instant, lotId: string): void {
    const { instants, lotIds } = this;
    let place = instants.length;
    while (place > this.first && elementAt(instants, place - 1) > at) place -= 1;
    if (place === instants.length) {
      instants.push(at);
      lotIds.push(lotId);
    } else {
      instants.splice(place, 0, at);
      lotIds.splice(place, 0, lotId);
    }
  }

  /** Takes the earliest out, if that is at or before `now`; of one instant, what was put in first. */
  take(now: Instant): string | null {
    const { first } = this;
    const at = this.instants[first];
    if (at === undefined || at > now) return null;
    const lotId = elementAt(this.lotIds, first);
    this.first += 1;
    if (this.first > MOST_TAKEN && 2 * this.first > this.instants.length) {
      this.instants = this.instants.slice(this.first);
      this.lotIds = this.lotIds.slice(this.first);
      this.first = 0;
    }
    return lotId;
  }
}
