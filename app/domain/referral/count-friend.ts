import type { Books } from "../books/books.ts";
import type { MemberBook } from "../books/member-book.ts";
import { goodsOutcome } from "../customers/history/order-outcome.ts";
import type { OrderState } from "../event.ts";
import { normaliseCode } from "../redemption/normalise-code.ts";
import { advocateOf } from "./advocate-of.ts";

/** Writes down, with the advocate of whoever ordered, what the order is for referral. Null where there is none. */
export function countFriendOrder(books: Books, friend: MemberBook, order: OrderState): MemberBook | null {
  const found = advocateOf(books, friend);
  if (found === null) return null;
  const { advocate, known } = found;
  const { paidAt } = order;
  if (paidAt === null) {
    known.orders.delete(order.id);
    return advocate;
  }
  const outcome = goodsOutcome(order);
  const code = friend.engagement?.referral.friendCode ?? null;
  known.orders.set(order.id, {
    orderId: order.id,
    paidAt,
    keptMinor: outcome?.isPurchase === true ? outcome.keptMinor : 0,
    carriesCode:
      code !== null && order.discountCodes.some((text) => normaliseCode(text) === normaliseCode(code)),
  });
  return advocate;
}
