import { elementAt } from "../assert.ts";
import type { Instant } from "../calendar.ts";

/** When something is to be looked at, and where it stands among what is due at the same instant. */
export interface Moment {
  readonly at: Instant;
  /** A message that yielded to others comes again after them. */
  readonly round: number;
  /** The journey's place in the file. */
  readonly place: number;
  readonly memberId: string;
  /** What was noted first comes first. */
  readonly number: number;
}

/** All that is due, in one ordered list: by instant, at one instant by journey, then by member. */
export class Timeline<Entry extends Moment> {
  private readonly heap: Entry[] = [];

  /** When something is due next; null = never. */
  get nextAt(): Instant | null {
    return this.heap[0]?.at ?? null;
  }

  add(entry: Entry): void {
    const { heap } = this;
    let place = heap.push(entry) - 1;
    while (place > 0) {
      const above = (place - 1) >> 1;
      if (!isBefore(entry, elementAt(heap, above))) break;
      heap[place] = elementAt(heap, above);
      place = above;
    }
    heap[place] = entry;
  }

  /** Takes out what is due first, if that is at or before `now`. */
  take(now: Instant): Entry | null {
    const { heap } = this;
    const [first] = heap;
    const last = heap.at(-1);
    if (first === undefined || last === undefined || first.at > now) return null;
    heap.length -= 1;
    const size = heap.length;
    let place = 0;
    for (let child = 1; child < size; child = 2 * place + 1) {
      const right = child + 1;
      if (right < size && isBefore(elementAt(heap, right), elementAt(heap, child))) child = right;
      if (isBefore(last, elementAt(heap, child))) break;
      heap[place] = elementAt(heap, child);
      place = child;
    }
    if (size > 0) heap[place] = last;
    return first;
  }
}

function isBefore(a: Moment, b: Moment): boolean {
  if (a.at !== b.at) return a.at < b.at;
  if (a.round !== b.round) return a.round < b.round;
  if (a.place !== b.place) return a.place < b.place;
  if (a.memberId !== b.memberId) return a.memberId < b.memberId;
  return a.number < b.number;
}
