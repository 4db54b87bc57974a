import { elementAt } from "../assert.ts";
import type { MemberId } from "../books.ts";
import type { Instant } from "../calendar.ts";

interface Due {
  readonly at: Instant;
  readonly memberId: MemberId;
}

/**
 * Which member something falls due for next: a heap with one living entry per member. An entry that
 * was put in before the member's instant changed is skipped when its turn comes.
 */
export interface DueQueue {
  readonly heap: Due[];
  readonly dueAt: Map<MemberId, Instant>;
}

export function createDueQueue(): DueQueue {
  return { heap: [], dueAt: new Map() };
}

/** States when something falls due for the member next; null: never. */
export function setDue(queue: DueQueue, memberId: MemberId, at: Instant | null): void {
  if (at === null) {
    queue.dueAt.delete(memberId);
  } else if (queue.dueAt.get(memberId) !== at) {
    queue.dueAt.set(memberId, at);
    push(queue.heap, { at, memberId });
  }
}

/** Takes the member for whom something falls due earliest, if that is at or before `now`; ties by id. */
export function takeDue(queue: DueQueue, now: Instant): Due | null {
  for (;;) {
    const first = queue.heap[0];
    if (first === undefined || first.at > now) return null;
    pop(queue.heap);
    if (queue.dueAt.get(first.memberId) === first.at) {
      queue.dueAt.delete(first.memberId);
      return first;
    }
  }
}

function isBefore(a: Due, b: Due): boolean {
  return a.at < b.at || (a.at === b.at && a.memberId < b.memberId);
}

function push(heap: Due[], due: Due): void {
  let index = heap.length;
  heap.push(due);
  while (index > 0) {
    const parent = (index - 1) >> 1;
    const above = elementAt(heap, parent);
    if (!isBefore(due, above)) break;
    heap[index] = above;
    index = parent;
  }
  heap[index] = due;
}

function pop(heap: Due[]): void {
  const last = heap.pop();
  if (last === undefined || heap.length === 0) return;
  let index = 0;
  for (;;) {
    let child = 2 * index + 1;
    if (child >= heap.length) break;
    if (child + 1 < heap.length && isBefore(elementAt(heap, child + 1), elementAt(heap, child))) child += 1;
    const below = elementAt(heap, child);
    if (!isBefore(below, last)) break;
    heap[index] = below;
    index = child;
  }
  heap[index] = last;
}
