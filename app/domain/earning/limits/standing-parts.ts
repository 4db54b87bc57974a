import type { FrozenAward, RuleUse } from "../../books/frozen-award.ts";
import { wholeOrder } from "../refunds/kept-order.ts";
import { orderTarget } from "../orders/order-target.ts";

/** Each rule's part in what an order has now: written down where something went back, else worked out anew. */
export function standingParts(frozen: FrozenAward): readonly RuleUse[] {
  if (frozen.excluded !== null) return [];
  return frozen.parts ?? orderTarget(frozen, wholeOrder(frozen)).parts;
}
