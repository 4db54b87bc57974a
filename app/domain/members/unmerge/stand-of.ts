import type { Award } from "../../books/awards.ts";
import type { RewardCode } from "../../books/codes.ts";
import type { MemberBook } from "../../books/member-book.ts";
import { tierBefore } from "../put-tier-back.ts";
import type { Stand, UseCount } from "./merge-undo.ts";

export function standOf(member: MemberBook): Stand {
  const { status, email, birthday, excludedByHand, lastActivityAt, balance, tier } = member;
  return {
    ...{ status, email, birthday, excludedByHand, lastActivityAt },
    tier: tierBefore(member),
    entered: [...tier.entered],
    wealth: wealthOf(member),
    debt: balance.debt,
    spent: balance.spent - balance.held,
    expired: balance.expired,
  };
}

/** Points available, pending and set aside, less what is owed. */
export function wealthOf({ balance }: MemberBook): number {
  return balance.available + balance.pending + balance.held - balance.debt;
}

/** What of codes is spent for good, what came back left out. */
export function spentBy(codes: Iterable<RewardCode>): number {
  let spent = 0;
  for (const { state, points, returnedPoints } of codes)
    if (state === "used" || state === "fulfilled") spent += points - returnedPoints;
  return spent;
}

/** What orders use up of limits and caps, by key. */
export function usesOf(awards: Iterable<Award>): Map<string, UseCount> {
  const sums = new Map<string, UseCount>();
  for (const { frozen, paidAt } of awards) {
    for (const { key, count, points } of frozen.uses) {
      const known = sums.get(key) ?? { key, count: 0, points: 0, lastAt: paidAt };
      sums.set(key, { ...known, count: known.count + count, points: known.points + points });
    }
  }
  return sums;
}

/** What lapsed from lots and was not given back. */
export function lapsedOf({ lots }: MemberBook, ids: readonly string[]): number {
  let lapsed = 0;
  for (const id of ids) {
    const lot = lots.get(id);
    if (lot !== undefined) lapsed += lot.expired;
  }
  return lapsed;
}
