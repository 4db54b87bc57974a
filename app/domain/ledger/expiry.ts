import type { Books } from "../books/books.ts";
import type { Lot } from "../books/lots.ts";
import type { MemberBook } from "../books/member-book.ts";
import { addMonthsEndOfDay, nextFixedDateEnd } from "../calendar.ts";
import type { Instant } from "../calendar.ts";
import type { Expiry, Program } from "../program/program.ts";
import { liveProgram, programOf } from "../program/version-in-effect.ts";
import { forgetDue } from "./due-lists.ts";
import { lotDueAt, noteDue } from "./due.ts";

/**
 * The instant (half open, end of a local day) at which a lot lapses; null = never, or not known as
 * long as it is not known when it becomes available. It is that of the version the lot was made
 * under, carried through every switch since.
 */
export function expiryOfLot(books: Books, member: MemberBook, lot: Lot): Instant | null {
  const availableAt = lot.availableAt;
  if (availableAt === null) return null;
  let before = programOf(books, lot.programVersion);
  let lapsesAt = lapseOf(before, availableAt, activityOf(member));
  if (lot.programVersion === books.liveVersion) return lapsesAt;
  for (const { version, program, effectiveAt } of books.programs.values()) {
    if (version <= lot.programVersion || version > books.liveVersion) continue;
    lapsesAt = lapseAfterSwitch(member, { availableAt, lapsesAt, before, program, switchedAt: effectiveAt });
    before = program;
  }
  return lapsesAt;
}

/** A new version for the lots there are: none lapses earlier than it would have, nor without a full period from now. */
export function adoptExpiry(
  member: MemberBook,
  before: Program,
  program: Program,
  switchedAt: Instant,
): void {
  if (sameExpiry(before.expiry, program.expiry)) return;
  for (const lot of member.lots.values()) {
    const { availableAt, expiresAt } = lot;
    if (availableAt === null || (expiresAt !== null && expiresAt <= switchedAt)) continue;
    lot.expiresAt = lapseAfterSwitch(member, {
      availableAt,
      lapsesAt: expiresAt,
      before,
      program,
      switchedAt,
    });
    lot.noticesSent = 0;
  }
}

/** An order or redemption puts off the expiry of the whole balance, where inactivity is what lets it lapse. */
export function noteActivity(books: Books, member: MemberBook, at: Instant, now: Instant): void {
  if (member.lastActivityAt !== null && member.lastActivityAt >= at) return;
  member.lastActivityAt = at;
  const program = liveProgram(books);
  if (program.expiry.kind !== "inactivity") return;
  const deadline = addMonthsEndOfDay(at, program.expiry.months, program.timezone);
  for (const lot of member.lots.values()) {
    if (lot.expiresAt === null || lot.expiresAt <= now || lot.expiresAt >= deadline) continue;
    lot.expiresAt = deadline;
    lot.noticesSent = 0;
    noteDue(member, lotDueAt(books, lot));
    // All of them moved: they are looked through once when something is next due, and not at every order.
    forgetDue(member);
  }
}

function activityOf(member: MemberBook): Instant {
  return member.lastActivityAt ?? member.enrolledAt;
}

function lapseOf(program: Program, availableAt: Instant, activityAt: Instant): Instant | null {
  const { expiry, timezone } = program;
  switch (expiry.kind) {
    case "never":
      return null;
    case "perLot":
      return addMonthsEndOfDay(availableAt, expiry.months, timezone, expiry.toMonthEnd);
    case "fixedDate":
      return nextFixedDateEnd(availableAt, expiry, timezone);
    case "inactivity": {
      const deadline = addMonthsEndOfDay(activityAt, expiry.months, timezone);
      return deadline > availableAt ? deadline : addMonthsEndOfDay(availableAt, expiry.months, timezone);
    }
  }
}

interface Switch {
  readonly availableAt: Instant;
  readonly lapsesAt: Instant | null;
  readonly before: Program;
  readonly program: Program;
  readonly switchedAt: Instant;
}

function lapseAfterSwitch(member: MemberBook, change: Switch): Instant | null {
  const { availableAt, lapsesAt, before, program, switchedAt } = change;
  if (sameExpiry(before.expiry, program.expiry)) return lapsesAt;
  const activityAt = activityOf(member);
  const old = lapseOf(before, availableAt, activityAt);
  const next = lapseOf(program, availableAt, activityAt);
  if (next !== null && (old === null || next < old)) {
    const fullPeriod = lapseOf(program, Math.max(availableAt, switchedAt), Math.max(activityAt, switchedAt));
    return fullPeriod === null || lapsesAt === null ? fullPeriod : Math.max(fullPeriod, lapsesAt);
  }
  return next === null || lapsesAt === null ? null : Math.max(next, lapsesAt);
}

function sameExpiry(a: Expiry, b: Expiry): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}
