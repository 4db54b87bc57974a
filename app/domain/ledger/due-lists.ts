import { withAdded } from "../with-added.ts";
import type { Books } from "../books/books.ts";
import type { Lot } from "../books/lots.ts";
import type { MemberBook } from "../books/member-book.ts";
import type { RewardCode } from "../books/codes.ts";
import type { Instant } from "../calendar.ts";
import type { DueList } from "../books/due-list.ts";
import type { DueLists } from "../books/due-lists.ts";
import { lotDueAt, noteDue } from "./due.ts";
import { isAlive } from "../books/lots.ts";

/** What is due is found out anew when it is next asked for. */
export function forgetDue({ due }: MemberBook): void {
  if (!due.isKnown) return;
  due.isKnown = false;
  due.pending.clear();
  due.open.clear();
  due.codes.clear();
}

/** A lot was made, filled or dated: what is due for it is remembered. */
export function noteLotDue(books: Books, member: MemberBook, lot: Lot): void {
  const dueAt = lotDueAt(books, lot);
  if (dueAt === null) return;
  noteDue(member, dueAt);
  if (member.due.isKnown) listOf(member.due, lot).put(dueAt, lot.id);
}

/** A code was issued: when it lapses is remembered. */
export function noteCodeDue(member: MemberBook, { code, expiresAt }: RewardCode): void {
  if (expiresAt === null) return;
  noteDue(member, expiresAt);
  if (member.due.isKnown) member.due.codes.put(expiresAt, code);
}

function listOf({ pending, open }: DueLists, lot: Lot): DueList {
  return lot.state === "pending" ? pending : open;
}

/** The earliest instant at which something may be due for a lot or a code; null = nothing is. */
export function firstDueAt({ due }: MemberBook): Instant | null {
  const first = { nextDueAt: due.pending.firstAt() };
  noteDue(first, due.open.firstAt());
  noteDue(first, due.codes.firstAt());
  return first.nextDueAt;
}

/** Takes the lots for which something is due at an instant, or should have been before, oldest first. */
export function takeDueLots(books: Books, member: MemberBook, instant: Instant): readonly Lot[] {
  if (!member.due.isKnown) lookThrough(books, member);
  const pending = takeFrom(books, member, member.due.pending, { instant, taken: NONE });
  const due = takeFrom(books, member, member.due.open, { instant, taken: pending });
  return due.length > 1 ? [...due].sort(byAge) : due;
}

function takeFrom(
  books: Books,
  member: MemberBook,
  list: DueList,
  { instant, taken }: { readonly instant: Instant; readonly taken: readonly Lot[] },
): readonly Lot[] {
  let due = taken;
  for (let lotId = list.take(instant); lotId !== null; lotId = list.take(instant)) {
    const lot = member.lots.get(lotId);
    const dueAt = lot === undefined || !isAlive(lot) ? null : lotDueAt(books, lot);
    if (lot === undefined || dueAt === null) continue;
    if (dueAt > instant) listOf(member.due, lot).put(dueAt, lotId);
    else if (!due.includes(lot)) due = withAdded(due, lot);
  }
  return due;
}

/** Takes the codes that lapse at an instant, or should have before: unlike lots, they are never dated anew. */
export function takeDueCodes(member: MemberBook, instant: Instant): readonly RewardCode[] {
  const { codes } = member.due;
  let due: readonly RewardCode[] = NONE;
  for (let text = codes.take(instant); text !== null; text = codes.take(instant)) {
    const code = member.codes.get(text);
    if (code?.state === "issued") due = withAdded(due, code);
  }
  return due;
}

/** Puts all that lives into the lists. */
function lookThrough(books: Books, member: MemberBook): void {
  const { due } = member;
  due.isKnown = true;
  const living: { readonly at: Instant; readonly lot: Lot }[] = [];
  for (const lot of member.lots.living()) {
    const at = lotDueAt(books, lot);
    if (at !== null) living.push({ at, lot });
  }
  living.sort((a, b) => a.at - b.at);
  for (const { at, lot } of living) listOf(due, lot).put(at, lot.id);
  for (const { code, expiresAt } of member.codes.issued())
    if (expiresAt !== null) due.codes.put(expiresAt, code);
}

const NONE: readonly never[] = [];

/** The name decides between twins, so that the order does not depend on who loaded the books. */
function byAge(a: Lot, b: Lot): number {
  return a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1);
}
