import { assert } from "../assert.ts";
import type { Lot, LotDraw } from "../books/lots.ts";
import type { MemberBook } from "../books/member-book.ts";
import type { Account, Transfer } from "../books/transaction.ts";

/** Lots with spendable points in the order they are spent: soonest expiry, never-expiring last, then the oldest. */
export function lotsToSpend(member: MemberBook): Lot[] {
  const open: Lot[] = [];
  for (const lot of member.lots.living()) if (lot.state === "open") open.push(lot);
  return open.sort(bySpending);
}

/** Soonest expiry first, never-expiring last, then the oldest. */
export function bySpending(a: Lot, b: Lot): number {
  if (a.expiresAt !== b.expiresAt) {
    if (a.expiresAt === null) return 1;
    return b.expiresAt === null ? -1 : a.expiresAt - b.expiresAt;
  }
  const byAge = (a.availableAt ?? a.createdAt) - (b.availableAt ?? b.createdAt) || a.createdAt - b.createdAt;
  // The name decides between twins, so that the order does not depend on who loaded the books.
  return byAge || (a.id < b.id ? -1 : 1);
}

/** What to take from each lot to come to `points`, or to all there is if that is less. */
export function drawsFor(lots: readonly Lot[], points: number): LotDraw[] {
  const draws: LotDraw[] = [];
  let open = points;
  for (const lot of lots) {
    if (open === 0) break;
    const taken = Math.min(open, lot.remaining);
    if (taken === 0) continue;
    draws.push({ lotId: lot.id, points: taken, returned: 0 });
    open -= taken;
  }
  return draws;
}

/** What moves when draws of points that can be spent go to an account. */
export function fromAvailable(draws: readonly LotDraw[], to: Account): Transfer[] {
  return draws.map(({ lotId, points }) => ({ from: "available", to, points, lotId }));
}

export function lotOf(member: MemberBook, lotId: string): Lot {
  const lot = member.lots.get(lotId);
  assert(lot !== undefined, "a lot that is named is in the books");
  return lot;
}

export function sumOf(draws: readonly LotDraw[]): number {
  return draws.reduce((sum, draw) => sum + draw.points, 0);
}
