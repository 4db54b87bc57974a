import type { Books, Lot, MemberBook } from "../books.ts";
import type { Instant } from "../calendar.ts";
import { DueHeap } from "../due-heap.ts";
import { lotDueAt, noteDue } from "./due.ts";

/** Whether anything can still fall due for a lot: it waits for its release, or has points to lose. */
export function isAlive(lot: Lot): boolean {
  return lot.state === "pending" || lot.remaining > 0;
}

/** A lot was made, filled or dated: what is due for it is remembered. */
export function noteLotDue(books: Books, member: MemberBook, lot: Lot): void {
  const dueAt = lotDueAt(books, lot);
  if (dueAt === null) return;
  noteDue(member, dueAt);
  member.dueLots?.push(dueAt, lot.id);
}

/** The earliest instant at which something may be due for a lot; null = nothing is. */
export function firstLotDueAt(member: MemberBook): Instant | null {
  return member.dueLots?.firstAt() ?? null;
}

/**
 * Takes the lots for which something is due at an instant, or should have been before, oldest first.
 * A lot that was spent, or dated later since it was noted, is found out here.
 */
export function takeDueLots(books: Books, member: MemberBook, instant: Instant): Lot[] {
  member.dueLots ??= dueLotsOf(books, member);
  const due: Lot[] = [];
  const heap = member.dueLots;
  for (let next = heap.take(instant); next !== null; next = heap.take(instant)) {
    const lot = member.lots.get(next.subject);
    const dueAt = lot === undefined || !isAlive(lot) ? null : lotDueAt(books, lot);
    if (lot === undefined || dueAt === null) continue;
    if (dueAt > instant) heap.push(dueAt, lot.id);
    else if (!due.includes(lot)) due.push(lot);
  }
  return due.length > 1 ? due.sort(byAge) : due;
}

function dueLotsOf(books: Books, member: MemberBook): DueHeap {
  const heap = new DueHeap();
  for (const lot of member.lots.values()) {
    const at = isAlive(lot) ? lotDueAt(books, lot) : null;
    if (at !== null) heap.push(at, lot.id);
  }
  return heap;
}

/** The name decides between twins, so that the order does not depend on who loaded the books. */
function byAge(a: Lot, b: Lot): number {
  return a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1);
}
