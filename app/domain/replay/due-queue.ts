import type { MemberId } from "../books.ts";
import type { Instant } from "../calendar.ts";
import { DueHeap } from "../due-heap.ts";
import type { Due } from "../due-heap.ts";

const HOUR_MS = 3_600_000;

/**
 * Which member something falls due for next, one living entry per member; of one instant, by id. An
 * entry that was put in before the member's instant changed is skipped when its turn comes. Later
 * hours wait unsorted, so that a heap need only hold the hour that the history has come to.
 */
export interface DueQueue {
  readonly dueAt: Map<MemberId, Instant>;
  readonly heap: DueHeap;
  /** The last hour that is in the heap, counted since 1970. */
  hour: number;
  readonly laterHours: Map<number, MemberId[]>;
}

export function createDueQueue(): DueQueue {
  return { dueAt: new Map(), heap: new DueHeap(), hour: Number.NEGATIVE_INFINITY, laterHours: new Map() };
}

/** States when something falls due for the member next; null: never. */
export function setDue(queue: DueQueue, memberId: MemberId, at: Instant | null): void {
  if (at === null) {
    queue.dueAt.delete(memberId);
  } else if (queue.dueAt.get(memberId) !== at) {
    queue.dueAt.set(memberId, at);
    const hour = hourOf(at);
    if (hour <= queue.hour) {
      queue.heap.push(at, memberId);
      return;
    }
    const sameHour = queue.laterHours.get(hour);
    if (sameHour === undefined) queue.laterHours.set(hour, [memberId]);
    else sameHour.push(memberId);
  }
}

/** Takes the member for whom something falls due earliest, if that is at or before `now`. */
export function takeDueMember(queue: DueQueue, now: Instant): Due<MemberId> | null {
  if (hourOf(now) > queue.hour) comeTo(queue, hourOf(now));
  for (;;) {
    const first = queue.heap.take(now);
    if (first === null) return null;
    if (queue.dueAt.get(first.subject) === first.at) {
      queue.dueAt.delete(first.subject);
      return first;
    }
  }
}

function comeTo(queue: DueQueue, now: number): void {
  const { hour: before, laterHours } = queue;
  queue.hour = now;
  // After a long time without an event there are fewer hours in which something waits than have passed.
  if (now - before > laterHours.size) {
    for (const hour of laterHours.keys()) if (hour <= now) takeUp(queue, hour);
  } else {
    for (let hour = before + 1; hour <= now; hour += 1) takeUp(queue, hour);
  }
}

function takeUp(queue: DueQueue, hour: number): void {
  for (const memberId of queue.laterHours.get(hour) ?? NOBODY) {
    const at = queue.dueAt.get(memberId);
    if (at !== undefined && hourOf(at) === hour) queue.heap.push(at, memberId);
  }
  queue.laterHours.delete(hour);
}

const NOBODY: readonly MemberId[] = [];

function hourOf(at: Instant): number {
  return Math.floor(at / HOUR_MS);
}
