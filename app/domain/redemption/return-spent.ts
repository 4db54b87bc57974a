import type { Books } from "../books/books.ts";
import type { LotDraw } from "../books/lots.ts";
import type { MemberBook } from "../books/member-book.ts";
import type { RewardCode } from "../books/codes.ts";
import type { Instant } from "../calendar.ts";
import { elementAt } from "../assert.ts";
import type { KeptOrder } from "../earning/refunds/kept-order.ts";
import { keptLines } from "../earning/refunds/kept-lines.ts";
import type { PricedOrder } from "../earning/orders/price-order.ts";
import { isProductOf } from "../earning/orders/reward-cover.ts";
import type { OrderState } from "../event.ts";
import { post } from "../ledger/post.ts";
import { programOf } from "../program/version-in-effect.ts";
import {
  ONE,
  ZERO,
  add,
  atLeastZero,
  floor,
  lowestTerms,
  multiply,
  rational,
  subtract,
} from "../rational.ts";
import type { Rational } from "../rational.ts";
import { findCode, nextCodeKey, rewardOfCode } from "./code-book.ts";
import { giveBack } from "./release-code.ts";
import { takeForGood } from "./settle-codes.ts";

export interface ReturnedOrder {
  readonly order: OrderState;
  readonly priced: PricedOrder;
  readonly kept: KeptOrder;
  readonly at: Instant;
}

/**
 * Points spent on an order come back with its goods: by the policy of the code's program version,
 * cumulative, so that the split of the refunds does not matter. What came back is taken again when
 * the return is undone.
 */
export function returnSpentPoints(books: Books, codes: readonly RewardCode[], returned: ReturnedOrder): void {
  for (const code of codes) {
    if (code.points === 0) continue;
    const owner = findCode(books, code.code)?.owner;
    if (owner === undefined) continue;
    const share = shareReturned(books, code, returned);
    const target = floor(multiply(rational(code.points), share));
    if (target > code.returnedPoints) {
      const points = target - code.returnedPoints;
      code.returnedPoints = target;
      giveBack(books, owner, code, {
        points,
        from: "redeemed",
        kind: "returned",
        at: returned.at,
        explanation: explain(code, returned.order, points, share),
      });
    } else if (target < code.returnedPoints) {
      takeBack(books, owner, code, { returnedOrder: returned, points: code.returnedPoints - target });
      code.returnedPoints = target;
    }
  }
}

/** The share of the spent points that comes back. */
function shareReturned(books: Books, code: RewardCode, returned: ReturnedOrder): Rational {
  const policy = programOf(books, code.programVersion).refunds.spentPoints;
  if (policy === "none") return ZERO;
  const share = returned.order.cancelledAt === null ? refundedShare(books, code, returned) : ONE;
  const isFull = share.num === share.den;
  return policy === "proportional" || isFull ? share : ZERO;
}

/** Of the order's goods; of a free product only that product's units count. */
function refundedShare(books: Books, code: RewardCode, { order, priced, kept }: ReturnedOrder): Rational {
  const { value } = rewardOfCode(books, code);
  if (value.kind !== "freeProduct") return atLeastZero(subtract(ONE, kept.goodsShare));
  const lines = keptLines(priced, order);
  if (lines === null) return ZERO;
  let units = 0;
  let keptUnits = ZERO;
  priced.lines.forEach(({ line }, index) => {
    if (!isProductOf(value, line)) return;
    units += line.quantity;
    keptUnits = add(keptUnits, multiply(rational(line.quantity), elementAt(lines, index).units));
  });
  return units === 0 ? ZERO : atLeastZero(subtract(ONE, multiply(keptUnits, rational(1, units))));
}

/** A return that was undone: the points are spent again, from what is available, else owed. */
function takeBack(
  books: Books,
  owner: MemberBook,
  code: RewardCode,
  {
    returnedOrder: { order, at },
    points,
  }: { readonly returnedOrder: ReturnedOrder; readonly points: number },
): void {
  const { transfers, draws } = takeForGood(owner, points);
  code.draws = [...spentStill(code.draws, points), ...draws];
  post(books, owner, {
    key: nextCodeKey(code, "used"),
    kind: "used",
    at,
    programVersion: code.programVersion,
    transfers,
    explanation: { kind: "reward_used", code: code.code, rewardId: code.rewardId, points, orderId: order.id },
  });
}

/** The draws without the returned points that have now been taken from elsewhere. */
function spentStill(draws: readonly LotDraw[], points: number): LotDraw[] {
  let open = points;
  return draws.flatMap((draw) => {
    const undone = Math.min(open, draw.returned);
    open -= undone;
    const left = { lotId: draw.lotId, points: draw.points - undone, returned: draw.returned - undone };
    return left.points === 0 ? [] : [left];
  });
}

function explain(code: RewardCode, order: OrderState, points: number, share: Rational) {
  const { num, den } = lowestTerms(share);
  return {
    kind: "reward_returned",
    code: code.code,
    rewardId: code.rewardId,
    orderId: order.id,
    points,
    shareNum: String(num),
    shareDen: String(den),
  } as const;
}
