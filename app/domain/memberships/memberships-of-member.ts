import type { Books } from "../books/books.ts";
import type { MemberBook } from "../books/member-book.ts";
import type { Instant } from "../calendar.ts";
import { liveProgram } from "../program/version-in-effect.ts";
import type { Membership, Program, Reward } from "../program/program.ts";
import type { Rational } from "../rational.ts";
import { runHolding, runsOfMembership } from "./runs.ts";
import type { Run } from "./runs.ts";

/** The runs of all of a member's memberships, by membership. */
export function runsOf(books: Books, member: MemberBook): ReadonlyMap<string, readonly Run[]> {
  const entries = [...(member.engagement?.memberships.values() ?? [])];
  const { timezone } = liveProgram(books);
  const ids = new Set(entries.map(({ membershipId }) => membershipId));
  return new Map(
    [...ids].map((id) => [
      id,
      runsOfMembership(
        entries.filter(({ membershipId }) => membershipId === id),
        timezone,
      ),
    ]),
  );
}

/** The multipliers of the memberships that hold at an instant, as the version in effect then has them. */
export function membershipMultipliers(
  books: Books,
  member: MemberBook,
  memberships: readonly Membership[],
  at: Instant,
): readonly Rational[] {
  if (memberships.length === 0 || member.engagement === null) return NONE;
  const runs = runsOf(books, member);
  return memberships
    .filter(({ id }) => runHolding(runs.get(id) ?? NONE, at) !== null)
    .map(({ multiplier }) => multiplier);
}

const NONE: readonly never[] = [];

/** The memberships whose members alone may claim a reward; none where anybody else may. */
export function membershipsWith({ memberships }: Program, { id }: Reward): Membership[] {
  return memberships.filter(({ rewards }) => rewards.has(id));
}

/** Whether one of these memberships holds at an instant. */
export function isMemberOfOne(
  books: Books,
  member: MemberBook,
  memberships: readonly Membership[],
  at: Instant,
): boolean {
  const runs = runsOf(books, member);
  return memberships.some(({ id }) => runHolding(runs.get(id) ?? NONE, at) !== null);
}
