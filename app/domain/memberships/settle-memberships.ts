import type { Books } from "../books/books.ts";
import type { MemberBook } from "../books/member-book.ts";
import { localDay } from "../calendar.ts";
import type { Instant } from "../calendar.ts";
import { settleGrants } from "../ledger/grants.ts";
import type { Due } from "../ledger/grants.ts";
import { liveProgram, programOf } from "../program/version-in-effect.ts";
import { runsOf } from "./memberships-of-member.ts";
import { monthsOfRun } from "./runs.ts";
import type { MembershipEntry, Run } from "./runs.ts";

/** Brings what stands of memberships' gifts to what is due by `at`: entry points once, a gift for every month begun. */
export function settleMemberships(books: Books, member: MemberBook, at: Instant): void {
  const { engagement } = member;
  if (engagement === null || member.status !== "active") return;
  const entries = [...engagement.memberships.values()];
  const due = [...runsOf(books, member)].flatMap(([id, runs]) => dueOf(books, id, { runs, entries, at }));
  const causes = new Set(due.map(({ cause }) => cause));
  for (const one of due) settleGrants(books, member, one, at);
  for (const { cause, of, gift, programVersion } of [...(member.grants?.values() ?? [])]) {
    if (of.kind !== "membership_entry" && of.kind !== "membership_month") continue;
    if (causes.has(cause)) continue;
    settleGrants(books, member, { cause, of, gift, times: 0, programVersion, availableAt: null }, at);
  }
}

interface Bought {
  readonly runs: readonly Run[];
  readonly entries: readonly MembershipEntry[];
  readonly at: Instant;
}

function dueOf(books: Books, membershipId: string, { runs, entries, at }: Bought): Due[] {
  const { timezone } = liveProgram(books);
  const first = entries
    .filter((entry) => entry.membershipId === membershipId)
    .reduce((a, b) => (b.paidAt < a.paidAt ? b : a));
  const { programVersion } = first;
  const membership = programOf(books, programVersion).memberships.find(({ id }) => id === membershipId);
  if (membership === undefined || runs.length === 0) return [];
  const common = { times: 1, programVersion, availableAt: null };
  const { entryPoints, monthly } = membership;
  const entry: Due[] =
    entryPoints === 0
      ? []
      : [
          {
            ...common,
            cause: `membership:${membershipId}:entry`,
            of: { kind: "membership_entry", membershipId },
            gift: { kind: "points", points: entryPoints },
          },
        ];
  if (monthly === null) return entry;
  const begun = runs.flatMap((run) => monthsOfRun(run, timezone)).filter((month) => month <= at);
  return [
    ...entry,
    ...begun.map((monthAt): Due => ({
      ...common,
      cause: `membership:${membershipId}:month:${localDay(monthAt, timezone)}`,
      of: { kind: "membership_month", membershipId, monthAt },
      gift: monthly,
    })),
  ];
}

/** When the next month of a run begins; null = none. */
export function membershipDueAt(books: Books, member: MemberBook, now: Instant): Instant | null {
  if (member.engagement === null || member.engagement.memberships.size === 0) return null;
  const { timezone } = liveProgram(books);
  const next = [...runsOf(books, member).values()]
    .flat()
    .flatMap((run) => monthsOfRun(run, timezone))
    .filter((month) => month > now);
  return next.length === 0 ? null : Math.min(...next);
}
