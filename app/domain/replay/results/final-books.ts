import type { MemberBook } from "../../books/member-book.ts";
import type { Replay } from "../replay.ts";

/** The members there are at the end; one that ended in a merge has become another. */
export function livingMembers(replay: Replay): MemberBook[] {
  const { ended } = replay.people;
  return [...replay.books.members.values()].filter((member) => !ended.has(member.id));
}

export function byId(a: MemberBook, b: MemberBook): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

export interface Totals {
  readonly earned: number;
  readonly spent: number;
  readonly expired: number;
  /** What members could still spend, now or once it matures, less what they owe. */
  readonly outstanding: number;
}

export function totalsOf(members: readonly MemberBook[]): Totals {
  const totals = { earned: 0, spent: 0, expired: 0, outstanding: 0 };
  for (const { balance } of members) {
    totals.earned += balance.earned;
    totals.spent += balance.spent;
    totals.expired += balance.expired;
    totals.outstanding += balance.available + balance.pending - balance.debt;
  }
  return totals;
}
