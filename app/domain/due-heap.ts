import { elementAt } from "./assert.ts";
import type { Instant } from "./calendar.ts";

/** Something that falls due at an instant. */
export interface Due<Subject> {
  readonly at: Instant;
  readonly subject: Subject;
}

/** A binary heap of what falls due, the earliest first; of one instant, by `isBefore` of the subjects. */
export interface DueHeap<Subject> {
  readonly entries: Due<Subject>[];
  readonly isBefore: (a: Subject, b: Subject) => boolean;
}

export function createDueHeap<Subject>(isBefore: (a: Subject, b: Subject) => boolean): DueHeap<Subject> {
  return { entries: [], isBefore };
}

/** The earliest instant at which something falls due; null = nothing does. */
export function firstDueAt<Subject>(heap: DueHeap<Subject>): Instant | null {
  return heap.entries[0]?.at ?? null;
}

export function pushDue<Subject>({ entries, isBefore }: DueHeap<Subject>, due: Due<Subject>): void {
  let index = entries.length;
  entries.push(due);
  while (index > 0) {
    const parent = (index - 1) >> 1;
    const above = elementAt(entries, parent);
    if (!comesFirst(due, above, isBefore)) break;
    entries[index] = above;
    index = parent;
  }
  entries[index] = due;
}

/** Takes the earliest out, if that is at or before `now`. */
export function takeDue<Subject>({ entries, isBefore }: DueHeap<Subject>, now: Instant): Due<Subject> | null {
  const first = entries[0];
  if (first === undefined || first.at > now) return null;
  const last = entries.pop();
  if (last === undefined || entries.length === 0) return first;
  let index = 0;
  for (;;) {
    let child = 2 * index + 1;
    if (child >= entries.length) break;
    const second = entries[child + 1];
    if (second !== undefined && comesFirst(second, elementAt(entries, child), isBefore)) child += 1;
    const below = elementAt(entries, child);
    if (!comesFirst(below, last, isBefore)) break;
    entries[index] = below;
    index = child;
  }
  entries[index] = last;
  return first;
}

function comesFirst<Subject>(
  a: Due<Subject>,
  b: Due<Subject>,
  isBefore: (a: Subject, b: Subject) => boolean,
): boolean {
  return a.at < b.at || (a.at === b.at && isBefore(a.subject, b.subject));
}
