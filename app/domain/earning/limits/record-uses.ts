import type { Award } from "../../books/awards.ts";
import type { Books } from "../../books/books.ts";
import type { MemberBook } from "../../books/member-book.ts";
import type { AwardUse, RuleUse } from "../../books/frozen-award.ts";
import { countedLimits, usesOfOrder } from "./counted-limits.ts";
import type { KeptOrder } from "../refunds/kept-order.ts";
import { changeUses } from "./limits.ts";
import type { OrderTarget } from "../orders/order-target.ts";

/** Limits and caps count what stands: what a refund takes back is room again. */
export function recordUses(
  books: Books,
  member: MemberBook,
  award: Award,
  { kept, target }: { readonly kept: KeptOrder; readonly target: OrderTarget },
): void {
  const { frozen, paidAt } = award;
  if (frozen.excluded !== null || paidAt === null) return;
  const uses = usesOf(books, award, target);
  // A whole order's parts follow from what is frozen of it; they are written down only of the others.
  const parts = kept.isWhole && !award.cancelled ? null : target.parts.map(bare);
  if (uses.length === 0 && frozen.uses.length === 0 && parts === null && frozen.parts === null) return;
  changeUses(member, frozen.uses, uses, paidAt);
  award.frozen = { ...frozen, uses, parts };
}

/** Of which limits and caps the order would use more than it does now: points that went back would come again. */
export function growingUses(books: Books, award: Award, target: OrderTarget): string[] {
  const { uses } = award.frozen;
  return usesOf(books, award, target)
    .filter(({ key, points, count }) => {
      const now = uses.find((use) => use.key === key);
      return now === undefined ? points > 0 || count > 0 : points > now.points || count > now.count;
    })
    .map(({ key }) => key);
}

function usesOf(books: Books, { paidAt }: Award, target: OrderTarget): readonly AwardUse[] {
  if (paidAt === null) return [];
  return usesOfOrder(countedLimits(books), paidAt, target.points, () => target.parts);
}

function bare({ ruleId, count, points }: RuleUse): RuleUse {
  return { ruleId, count, points };
}
