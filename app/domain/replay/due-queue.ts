import type { MemberId } from "../books.ts";
import type { Instant } from "../calendar.ts";
import { DueHeap } from "../due-heap.ts";
import type { Due } from "../due-heap.ts";

const DAY_MS = 86_400_000;

/**
 * Which member something falls due for next, one living entry per member; of one instant, by id. An
 * entry that was put in before the member's instant changed is skipped when its turn comes. Later
 * days wait unsorted, so that a heap need only hold the day that the history has come to.
 */
export interface DueQueue {
  readonly dueAt: Map<MemberId, Instant>;
  readonly heap: DueHeap;
  /** The last UTC day that is in the heap. */
  day: number;
  readonly laterDays: Map<number, MemberId[]>;
}

export function createDueQueue(): DueQueue {
  return { dueAt: new Map(), heap: new DueHeap(), day: Number.NEGATIVE_INFINITY, laterDays: new Map() };
}

/** States when something falls due for the member next; null: never. */
export function setDue(queue: DueQueue, memberId: MemberId, at: Instant | null): void {
  if (at === null) {
    queue.dueAt.delete(memberId);
  } else if (queue.dueAt.get(memberId) !== at) {
    queue.dueAt.set(memberId, at);
    const day = dayOf(at);
    if (day <= queue.day) {
      queue.heap.push(at, memberId);
      return;
    }
    const sameDay = queue.laterDays.get(day);
    if (sameDay === undefined) queue.laterDays.set(day, [memberId]);
    else sameDay.push(memberId);
  }
}

/** Takes the member for whom something falls due earliest, if that is at or before `now`. */
export function takeDueMember(queue: DueQueue, now: Instant): Due<MemberId> | null {
  if (dayOf(now) > queue.day) comeTo(queue, dayOf(now));
  for (;;) {
    const first = queue.heap.take(now);
    if (first === null) return null;
    if (queue.dueAt.get(first.subject) === first.at) {
      queue.dueAt.delete(first.subject);
      return first;
    }
  }
}

function comeTo(queue: DueQueue, today: number): void {
  queue.day = today;
  for (const [day, memberIds] of queue.laterDays) {
    if (day > today) continue;
    for (const memberId of memberIds) {
      const at = queue.dueAt.get(memberId);
      if (at !== undefined && dayOf(at) === day) queue.heap.push(at, memberId);
    }
    queue.laterDays.delete(day);
  }
}

function dayOf(at: Instant): number {
  return Math.floor(at / DAY_MS);
}
