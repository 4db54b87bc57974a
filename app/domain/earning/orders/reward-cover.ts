import { assert, elementAt } from "../../assert.ts";
import type { Books } from "../../books/books.ts";
import type { RewardCode } from "../../books/codes.ts";
import type { OrderLine, OrderState } from "../../event.ts";
import { allocate } from "../../money.ts";
import type { RewardValue } from "../../program/program.ts";
import { programOf } from "../../program/version-in-effect.ts";
import { floor, multiply, rational } from "../../rational.ts";

/** What of each line's discounts our rewards paid, in minor units; asked only where such money earns. */
export type DiscountCover = (order: OrderState, nets: readonly number[]) => readonly number[];

/**
 * Our share of an order's discounts, spread over the lines in proportion to their discounts. A code
 * covers at most what it is worth, all codes together at most what was discounted.
 */
export function coverOfCodes(books: Books, codes: readonly RewardCode[]): DiscountCover {
  return (order, nets) => {
    const discounts = order.lines.map(
      (line, index) => line.unitPriceMinor * line.quantity - elementAt(nets, index),
    );
    const discounted = discounts.reduce((sum, discount) => sum + discount, 0);
    let covered = 0;
    for (const code of codes) covered += coveredBy(books, code, order, discounts);
    return discounted === 0 ? discounts : allocate(Math.min(covered, discounted), discounts);
  };
}

function coveredBy(books: Books, code: RewardCode, order: OrderState, discounts: readonly number[]): number {
  const reward = programOf(books, code.programVersion).rewards.find(({ id }) => id === code.rewardId);
  if (reward === undefined) return 0;
  const { value } = reward;
  switch (value.kind) {
    case "amountOff":
      assert(code.valueMinor !== null, "an amount off is worth an amount");
      return code.valueMinor;
    case "percentOff": {
      const goodsMinor = order.lines.reduce((sum, line) => sum + line.unitPriceMinor * line.quantity, 0);
      return floor(multiply(rational(goodsMinor, 100), value.percent));
    }
    case "freeProduct":
      return order.lines.reduce(
        (sum, line, index) => sum + (isProductOf(value, line) ? elementAt(discounts, index) : 0),
        0,
      );
    case "freeShipping":
    case "storeCredit":
    case "giftCard":
    case "experience":
      return 0;
  }
}

/** Whether a line is the product a free-product reward gives. */
export function isProductOf(value: RewardValue & { kind: "freeProduct" }, line: OrderLine): boolean {
  return (
    (line.product !== null && value.products.includes(line.product)) ||
    (line.variant !== null && value.variants.includes(line.variant))
  );
}
