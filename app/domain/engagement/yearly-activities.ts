import type { Books } from "../books/books.ts";
import type { MemberBook } from "../books/member-book.ts";
import { localDay, nextYearlyDay } from "../calendar.ts";
import type { Instant } from "../calendar.ts";
import { goalOf } from "../challenges/challenge.ts";
import { liveProgram } from "../program/version-in-effect.ts";
import type { Program } from "../program/program.ts";

/** Activities that the clock gives, at 00:00 of the shop's day, once a year. */
export const YEARLY = ["birthday", "anniversary"] as const;
type Yearly = (typeof YEARLY)[number];

const YEAR = 4;

/** The key of a yearly activity: a line of the same year is the same one. */
export function yearlyKey(activity: string, key: string | null, at: Instant, zone: string): string | null {
  return YEARLY.some((name) => name === activity) ? localDay(at, zone).slice(0, YEAR) : key;
}

/** When the next yearly activity falls due that the live program has any use for; null = none. */
export function yearlyDueAt(books: Books, member: MemberBook, now: Instant): Instant | null {
  if (member.status !== "active") return null;
  const program = liveProgram(books);
  const used = yearlyOfUse(program);
  if (used.length === 0) return null;
  const dues = used
    .map((activity) => dueOf(member, activity, now, program.timezone))
    .filter((due) => due !== null);
  return dues.length === 0 ? null : Math.min(...dues);
}

/** The yearly activities that fall due at an instant. */
export function yearlyAt(books: Books, member: MemberBook, instant: Instant): readonly Yearly[] {
  if (member.status !== "active") return NONE;
  const program = liveProgram(books);
  const used = yearlyOfUse(program);
  return used.length === 0
    ? NONE
    : used.filter((activity) => dueOf(member, activity, instant - 1, program.timezone) === instant);
}

const NONE: readonly Yearly[] = [];

/** Asked whenever anything falls due, and looked through once for a program. */
const known = new WeakMap<Program, readonly Yearly[]>();

function yearlyOfUse(program: Program): readonly Yearly[] {
  const before = known.get(program);
  if (before !== undefined) return before;
  const used = YEARLY.filter((activity) => isOfUse(program, activity));
  known.set(program, used);
  return used;
}

function isOfUse(program: Program, activity: Yearly): boolean {
  return (
    program.rules.some((rule) => rule.kind === "activity" && rule.enabled && rule.activity === activity) ||
    program.challenges.some((challenge) => challenge.enabled && goalOf(challenge).activity === activity)
  );
}

/** 29 February is kept on the 28th in common years. The first anniversary is a year after joining. */
function dueOf(member: MemberBook, activity: Yearly, now: Instant, zone: string): Instant | null {
  const day = activity === "birthday" ? member.birthday : localDay(member.enrolledAt, zone);
  const found = day === null ? null : /(\d{2})-(\d{2})$/.exec(day);
  if (found === null) return null;
  return nextYearlyDay(now, { month: Number(found[1]), day: Number(found[2]) }, zone);
}
