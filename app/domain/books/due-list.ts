import { elementAt } from "../assert.ts";
import type { Instant } from "../calendar.ts";

/** So many that were taken out are kept before the lists are cut. */
const MOST_TAKEN = 16;

/**
 * What falls due for a member, by id, the earliest first; of one instant, what was put in first. Nearly
 * always what comes falls due later than what is there: it is put in its place from the end.
 */
export class DueList {
  /** Two lists and no list of pairs: numbers alone take the least memory. */
  private instants: Instant[] = [];
  private ids: string[] = [];
  /** Up to here they were taken out. */
  private first = 0;

  /** The earliest instant at which something falls due; null = nothing does. */
  firstAt(): Instant | null {
    return this.instants[this.first] ?? null;
  }

  /** Whether it is in the list at or before an instant. */
  has(id: string, by: Instant): boolean {
    for (let place = this.first; place < this.instants.length; place += 1) {
      if (this.ids[place] === id && elementAt(this.instants, place) <= by) return true;
    }
    return false;
  }

  put(at: Instant, id: string): void {
    const { instants, ids } = this;
    let place = instants.length;
    while (place > this.first && elementAt(instants, place - 1) > at) place -= 1;
    if (place === instants.length) {
      instants.push(at);
      ids.push(id);
    } else {
      instants.splice(place, 0, at);
      ids.splice(place, 0, id);
    }
  }

  /** Takes the earliest out, if that is at or before `now`. */
  take(now: Instant): string | null {
    const { first } = this;
    const at = this.instants[first];
    if (at === undefined || at > now) return null;
    const id = elementAt(this.ids, first);
    this.first += 1;
    if (this.first > MOST_TAKEN && 2 * this.first > this.instants.length) {
      this.instants = this.instants.slice(this.first);
      this.ids = this.ids.slice(this.first);
      this.first = 0;
    }
    return id;
  }

  clear(): void {
    this.instants = [];
    this.ids = [];
    this.first = 0;
  }
}
