import { added } from "../added.ts";
import type { Books, Lot, MemberBook } from "../books.ts";
import type { Instant } from "../calendar.ts";
import { DueList } from "./due-list.ts";
import { lotDueAt, noteDue } from "./due.ts";

/** A member's living lots by when something falls due for them: what waits falls due long before what is open, so each has its own list. */
export interface DueLots {
  readonly pending: DueList;
  readonly open: DueList;
}

/** Whether anything can still fall due for a lot: it waits for its release, or has points to lose. */
export function isAlive(lot: Lot): boolean {
  return lot.state === "pending" || lot.remaining > 0;
}

/** A lot was made, filled or dated: what is due for it is remembered. */
export function noteLotDue(books: Books, member: MemberBook, lot: Lot): void {
  const dueAt = lotDueAt(books, lot);
  if (dueAt === null) return;
  noteDue(member, dueAt);
  if (member.dueLots !== null) listOf(member.dueLots, lot).put(dueAt, lot.id);
}

function listOf({ pending, open }: DueLots, lot: Lot): DueList {
  return lot.state === "pending" ? pending : open;
}

/** The earliest instant at which something may be due for a lot; null = nothing is. */
export function firstLotDueAt(member: MemberBook): Instant | null {
  if (member.dueLots === null) return null;
  const pendingAt = member.dueLots.pending.firstAt();
  const openAt = member.dueLots.open.firstAt();
  if (pendingAt === null || openAt === null) return pendingAt ?? openAt;
  return Math.min(pendingAt, openAt);
}

/**
 * Takes the lots for which something is due at an instant, or should have been before, oldest first.
 * A lot that was spent, or dated later since it was noted, is found out here.
 */
export function takeDueLots(books: Books, member: MemberBook, instant: Instant): readonly Lot[] {
  member.dueLots ??= dueLotsOf(books, member);
  const { dueLots } = member;
  const pending = takeFrom(books, member, dueLots, dueLots.pending, instant, NONE);
  const due = takeFrom(books, member, dueLots, dueLots.open, instant, pending);
  return due.length > 1 ? [...due].sort(byAge) : due;
}

function takeFrom(
  books: Books,
  member: MemberBook,
  dueLots: DueLots,
  list: DueList,
  instant: Instant,
  taken: readonly Lot[],
): readonly Lot[] {
  let due = taken;
  for (let lotId = list.take(instant); lotId !== null; lotId = list.take(instant)) {
    const lot = member.lots.get(lotId);
    const dueAt = lot === undefined || !isAlive(lot) ? null : lotDueAt(books, lot);
    if (lot === undefined || dueAt === null) continue;
    if (dueAt > instant) listOf(dueLots, lot).put(dueAt, lotId);
    else if (!due.includes(lot)) due = added(due, lot);
  }
  return due;
}

function dueLotsOf(books: Books, member: MemberBook): DueLots {
  const lists = { pending: new DueList(), open: new DueList() };
  const living: { readonly at: Instant; readonly lot: Lot }[] = [];
  for (const lot of member.lots.values()) {
    const at = isAlive(lot) ? lotDueAt(books, lot) : null;
    if (at !== null) living.push({ at, lot });
  }
  living.sort((a, b) => a.at - b.at);
  for (const { at, lot } of living) listOf(lists, lot).put(at, lot.id);
  return lists;
}

const NONE: readonly never[] = [];

/** The name decides between twins, so that the order does not depend on who loaded the books. */
function byAge(a: Lot, b: Lot): number {
  return a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1);
}
