import { elementAt } from "./assert.ts";
import type { Instant } from "./calendar.ts";

/** Something that falls due at an instant. */
export interface Due<Subject> {
  readonly at: Instant;
  readonly subject: Subject;
}

/**
 * A binary heap of what falls due, the earliest first; of one instant, by name. Two lists and no list
 * of pairs: numbers alone take the least room.
 */
export class DueHeap {
  private readonly instants: Instant[] = [];
  private readonly subjects: string[] = [];

  /** The earliest instant at which something falls due; null = nothing does. */
  firstAt(): Instant | null {
    return this.instants[0] ?? null;
  }

  push(at: Instant, subject: string): void {
    const { instants, subjects } = this;
    let index = instants.push(at) - 1;
    subjects.push(subject);
    while (index > 0) {
      const parent = (index - 1) >> 1;
      if (!this.comesFirst(at, subject, parent)) break;
      this.move(parent, index);
      index = parent;
    }
    instants[index] = at;
    subjects[index] = subject;
  }

  /** Takes the earliest out, if that is at or before `now`. */
  take(now: Instant): Due<string> | null {
    const { instants, subjects } = this;
    const at = instants[0];
    const subject = subjects[0];
    if (at === undefined || subject === undefined || at > now) return null;
    const lastAt = instants.pop();
    const last = subjects.pop();
    if (lastAt !== undefined && last !== undefined && instants.length > 0) this.sink(lastAt, last);
    return { at, subject };
  }

  /** Whether a subject stands in it at or before an instant. */
  has(subject: string, by: Instant): boolean {
    return this.subjects.some((one, index) => one === subject && elementAt(this.instants, index) <= by);
  }

  /** Puts an entry in at the top, which is free, and moves it to its place. */
  private sink(at: Instant, subject: string): void {
    const { length } = this.instants;
    let index = 0;
    for (;;) {
      let child = 2 * index + 1;
      if (child >= length) break;
      if (child + 1 < length && this.isBefore(child + 1, child)) child += 1;
      if (this.comesFirst(at, subject, child)) break;
      this.move(child, index);
      index = child;
    }
    this.instants[index] = at;
    this.subjects[index] = subject;
  }

  /** Names are looked at only where the instants do not decide. */
  private isBefore(index: number, other: number): boolean {
    const difference = elementAt(this.instants, index) - elementAt(this.instants, other);
    if (difference !== 0) return difference < 0;
    return elementAt(this.subjects, index) < elementAt(this.subjects, other);
  }

  private comesFirst(at: Instant, subject: string, other: number): boolean {
    const otherAt = elementAt(this.instants, other);
    return at < otherAt || (at === otherAt && subject < elementAt(this.subjects, other));
  }

  private move(from: number, to: number): void {
    this.instants[to] = elementAt(this.instants, from);
    this.subjects[to] = elementAt(this.subjects, from);
  }
}
