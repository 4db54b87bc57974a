import type { Award } from "../../books/awards.ts";
import type { Books } from "../../books/books.ts";
import type { MemberBook } from "../../books/member-book.ts";
import type { Instant } from "../../calendar.ts";
import { clawBack } from "../../ledger/claw-back.ts";
import { countedPoints } from "../../ledger/standing-points.ts";

export interface AwardReduction {
  readonly at: Instant;
  readonly points: number;
  readonly reason: "refund" | "cancellation" | "edit";
  readonly keptBasisMinor: number;
  readonly fullBasisMinor: number;
  readonly target: number;
}

/** Takes points of an order back, and says what is kept of it. */
export function reduceAward(
  books: Books,
  member: MemberBook,
  award: Award,
  { at, points, reason, keptBasisMinor, fullBasisMinor, target }: AwardReduction,
): void {
  const before = countedPoints(award);
  const { orderId, orderName } = award;
  clawBack(books, member, award, {
    at,
    points,
    key: awardKey(award),
    explain: (taken) => ({
      kind: "order_reduced",
      ...{ orderId, orderName, reason, keptBasisMinor, fullBasisMinor, target, before },
      ...taken,
    }),
  });
}

/** Names an award's transactions. */
export function awardKey({ orderId }: Award): string {
  return `order:${orderId}:award`;
}
