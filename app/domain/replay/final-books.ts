import type { MemberBook } from "../books.ts";
import type { Replay } from "./run-replay.ts";

/** The members there are at the end; one that ended in a merge has become another. */
export function livingMembers(replay: Replay): MemberBook[] {
  const { endedIn } = replay.directory;
  return [...replay.books.members.values()].filter((member) => !endedIn.has(member.id));
}

/** Members to be looked at one after another: what was unpacked of one is put away before the next. */
export function* oneByOne(replay: Replay, members: Iterable<MemberBook>): Generator<MemberBook> {
  for (const member of members) {
    yield member;
    replay.books.shelves.rest();
  }
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
