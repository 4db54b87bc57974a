import type { MemberId } from "../books.ts";
import type { Instant } from "../calendar.ts";
import { createDueHeap, pushDue, takeDue } from "../due-heap.ts";
import type { Due, DueHeap } from "../due-heap.ts";

/**
 * Which member something falls due for next, one living entry per member; of one instant, by id. An
 * entry that was put in before the member's instant changed is skipped when its turn comes.
 */
export interface DueQueue {
  readonly heap: DueHeap<MemberId>;
  readonly dueAt: Map<MemberId, Instant>;
}

export function createDueQueue(): DueQueue {
  return { heap: createDueHeap<MemberId>((a, b) => a < b), dueAt: new Map() };
}

/** States when something falls due for the member next; null: never. */
export function setDue(queue: DueQueue, memberId: MemberId, at: Instant | null): void {
  if (at === null) {
    queue.dueAt.delete(memberId);
  } else if (queue.dueAt.get(memberId) !== at) {
    queue.dueAt.set(memberId, at);
    pushDue(queue.heap, { at, subject: memberId });
  }
}

/** Takes the member for whom something falls due earliest, if that is at or before `now`. */
export function takeDueMember(queue: DueQueue, now: Instant): Due<MemberId> | null {
  for (;;) {
    const first = takeDue(queue.heap, now);
    if (first === null) return null;
    if (queue.dueAt.get(first.subject) === first.at) {
      queue.dueAt.delete(first.subject);
      return first;
    }
  }
}
