import type { ControlParsed } from "../control-commands.ts";
import type { RefundAnswer } from "../control-answers.ts";
import { toMinor, toText } from "../../shop/money.ts";
import { currentQuantity, goneUnits, netOfLine, shareOfUnits, totalsOf } from "../../shop/order-totals.ts";
import { taxOn } from "../../shop/price-order.ts";
import type { Order, Refund } from "../../shop/records.ts";
import { Refusal } from "../../shop/refusal.ts";
import type { World } from "../world.ts";
import { announceRefund, findOrder, touch, type Stage } from "./announce.ts";
import { credit } from "./store-credit.ts";

export interface RefundWish {
  readonly lines: readonly { readonly lineId: string; readonly quantity: number }[];
  readonly shippingMinor: number;
  /** What is paid back; null: what lines and shipping come to. */
  readonly amountMinor: number | null;
  readonly restock: Refund["lines"][number]["restock"];
  readonly at: number;
  readonly gateway?: string;
  readonly legacyShippingAdjustment?: boolean;
}

/** Writes a refund down as Shopify does; what was paid beyond or below the lines is an adjustment. */
export function refundRecord(world: World, order: Order, wish: RefundWish): Refund {
  const lines = wish.lines.map((one) => refundLine(world, order, one, wish.restock));
  const taxOnTop = (minor: number): number => (order.taxesIncluded ? 0 : minor);
  const shippingTax = taxOn(wish.shippingMinor, order.taxPercent, order.taxesIncluded);
  const calculated =
    lines.reduce((sum, line) => sum + line.subtotalMinor + taxOnTop(line.taxMinor), 0) +
    wish.shippingMinor +
    taxOnTop(shippingTax);
  const amountMinor = wish.amountMinor ?? calculated;
  const adjustments: Refund["adjustments"] = [];
  if (wish.shippingMinor > 0 && wish.legacyShippingAdjustment === true) {
    adjustments.push({
      id: world.newId(),
      amountMinor: -wish.shippingMinor,
      kind: "shipping_refund",
      reason: "Shipping refund",
    });
  }
  if (calculated !== amountMinor) {
    const difference = calculated - amountMinor;
    adjustments.push({
      id: world.newId(),
      amountMinor: difference,
      kind: "refund_discrepancy",
      reason: amountMinor === 0 ? "Pending refund discrepancy" : "Refund discrepancy",
    });
  }
  const sale = order.transactions.find((one) => one.gateway !== "gift_card") ?? order.transactions[0];
  const gateway = wish.gateway ?? sale?.gateway ?? order.gateway;
  return {
    id: world.newId(),
    at: wish.at,
    note: null,
    lines,
    shipping:
      wish.shippingMinor === 0
        ? null
        : { id: world.newId(), amountMinor: wish.shippingMinor, taxMinor: shippingTax },
    adjustments,
    transactions:
      amountMinor === 0
        ? []
        : [
            {
              id: world.newId(),
              kind: "refund",
              gateway,
              amountMinor,
              at: wish.at,
              parentId: sale?.id ?? null,
            },
          ],
  };
}

function refundLine(
  world: World,
  order: Order,
  one: RefundWish["lines"][number],
  restock: Refund["lines"][number]["restock"],
): Refund["lines"][number] {
  const line = order.lines.find((candidate) => candidate.id === one.lineId);
  if (line === undefined) throw new Refusal(`There is no line ${one.lineId}`);
  if (currentQuantity(order, line) < one.quantity) {
    throw new Refusal(
      `Line ${one.lineId} has ${currentQuantity(order, line)} units left, not ${one.quantity}`,
    );
  }
  const gone = goneUnits(order, line);
  return {
    id: world.newId(),
    lineId: line.id,
    quantity: one.quantity,
    subtotalMinor: shareOfUnits(netOfLine(line), line.quantity, gone, one.quantity),
    taxMinor: shareOfUnits(line.taxMinor, line.quantity, gone, one.quantity),
    restock,
  };
}

/** The merchant refunds lines, shipping, or any amount up to what was paid. */
export function refundOrder(stage: Stage, wish: ControlParsed<"refundOrder">): RefundAnswer {
  const { world } = stage;
  const shop = world.shop(wish.shop);
  const order = findOrder(shop, wish.orderId);
  const at = wish.at ?? world.now();
  const totals = totalsOf(order);
  const everything = wish.lines === "all";
  const lines =
    wish.lines === "all"
      ? order.lines
          .map((line) => ({ lineId: line.id, quantity: currentQuantity(order, line) }))
          .filter((line) => line.quantity > 0)
      : wish.lines;
  const shippingMinor = everything ? totals.currentShipping : toMinor(wish.shipping, shop.currency);
  if (shippingMinor > totals.currentShipping)
    throw new Refusal("More shipping than was paid cannot be refunded");
  const record = refundRecord(world, order, {
    lines,
    shippingMinor,
    amountMinor: wish.amount === undefined ? null : toMinor(wish.amount, shop.currency),
    restock: order.fulfilledAt === null ? "cancel" : "return",
    at,
    legacyShippingAdjustment: wish.legacyShippingAdjustment,
    ...(wish.toStoreCredit ? { gateway: "shopify_store_credit" } : {}),
  });
  const amountMinor = record.transactions.reduce((sum, one) => sum + one.amountMinor, 0);
  const paid = order.transactions.reduce((sum, one) => sum + one.amountMinor, 0);
  if (totals.refunded + amountMinor > paid) throw new Refusal("More than was paid cannot be refunded");
  if (wish.toStoreCredit) {
    if (order.customerId === null) throw new Refusal("A guest has no store credit");
    credit(world, shop, order.customerId, { currency: order.currency, amountMinor, expiresAt: null });
  }
  order.refunds.push(record);
  touch(order, at);
  announceRefund(stage, shop, order, { occasion: wish, topics: ["orders/updated"] });
  return { refundId: record.id, amount: toText(amountMinor, order.currency) };
}
