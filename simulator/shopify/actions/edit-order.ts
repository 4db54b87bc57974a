import { orderBody } from "../bodies/order-body.ts";
import { wireTime, type Wire } from "../bodies/wire.ts";
import type { ControlParsed } from "../control-commands.ts";
import type { OrderAnswer } from "../control-answers.ts";
import { goneUnits } from "../../shop/order-totals.ts";
import { priceOrder } from "../../shop/price-order.ts";
import type { Order, Shop } from "../../shop/records.ts";
import { Refusal } from "../../shop/refusal.ts";
import { announce, announceRefund, findOrder, touch, type Stage } from "./announce.ts";
import { answerOf } from "./orders.ts";
import { refundRecord } from "./refund-order.ts";

export function editOrder(stage: Stage, wish: ControlParsed<"editOrder">): OrderAnswer {
  const { world } = stage;
  const shop = world.shop(wish.shop);
  const order = findOrder(shop, wish.orderId);
  const at = wish.at ?? world.now();
  for (const one of wish.remove) {
    const line = order.lines.find((candidate) => candidate.id === one.lineId);
    if (line === undefined || line.quantity - goneUnits(order, line) < one.quantity) {
      throw new Refusal(`Line ${one.lineId} does not have ${one.quantity} units to remove`);
    }
    if (!wish.asRefundRecord) line.removed += one.quantity;
  }
  const recorded = wish.asRefundRecord && wish.remove.length > 0;
  if (recorded) {
    order.refunds.push(
      refundRecord(world, order, {
        lines: wish.remove,
        shippingMinor: 0,
        amountMinor: 0,
        restock: "no_restock",
        at,
      }),
    );
  }
  const added = priceOrder(world, shop, {
    customerId: order.customerId,
    lines: wish.add,
    discountCodes: [],
    automatic: [],
    shippingMinor: 0,
    taxesIncluded: order.taxesIncluded,
  }).lines;
  order.lines.push(...added);
  order.edited = true;
  touch(order, at);
  if (recorded) announceRefund(stage, shop, order, { occasion: wish, topics: [] });
  announce(stage, shop, wish, [
    ["orders/edited", editBody(stage, shop, order, { wish, added: added.map((line) => line.id), at })],
    ["orders/updated", orderBody(shop, order)],
  ]);
  return answerOf(order);
}

function editBody(
  stage: Stage,
  shop: Shop,
  order: Order,
  {
    wish,
    added,
    at,
  }: { readonly wish: ControlParsed<"editOrder">; readonly added: readonly string[]; readonly at: number },
): Wire {
  const when = wireTime(at, shop.timezone);
  return {
    order_edit: {
      id: BigInt(stage.world.newId()),
      app_id: null,
      created_at: when,
      committed_at: when,
      notify_customer: false,
      order_id: BigInt(order.id),
      staff_note: "",
      user_id: null,
      line_items: {
        additions: added.map((id, index) => ({ id: BigInt(id), delta: wish.add[index]?.quantity ?? 1 })),
        removals: wish.remove.map((one) => ({ id: BigInt(one.lineId), delta: one.quantity })),
      },
      discounts: { line_item: { additions: [], removals: [] } },
      shipping_lines: { additions: [], removals: [] },
    },
  };
}
