import { z } from "zod";
import {
  globalId,
  id,
  idIfAny,
  instant,
  listOf,
  money,
  moneyIfAny,
  moneyText,
  shopMoney,
  text,
} from "./fields.ts";

/** Transactions are in the currency that was paid in, which need not be the shop's. */
export const transactionBody = z.object({
  kind: text,
  status: text,
  gateway: text,
  currency: text,
  amount: moneyText,
});
export type TransactionBody = z.infer<typeof transactionBody>;

/** A tip is a line of its own to Shopify; it is no goods and earns nothing. */
export const tip = z
  .unknown()
  .optional()
  .transform((value) => value !== undefined && value !== null);

/** Of an amount that stands in several places the first that is there; what is nowhere is nothing. */
export function firstAmount(...places: readonly (number | undefined)[]): number {
  const found = places.find((amount) => amount !== undefined);
  return found === undefined ? 0 : found;
}

function refundLine(digits: number) {
  return z
    .object({
      line_item_id: id,
      line_item: z.object({ admin_graphql_api_id: globalId.nullish(), tip }).nullish(),
      quantity: z.int().nonnegative(),
      subtotal: money(digits),
      subtotal_set: shopMoney(digits),
      total_tax: moneyIfAny(digits),
      total_tax_set: shopMoney(digits),
    })
    .transform((line) => ({
      line: line.line_item?.admin_graphql_api_id ?? line.line_item_id,
      quantity: line.quantity,
      /** The goods part, in the prices of the line. */
      amountMinor: firstAmount(line.subtotal_set, line.subtotal),
      taxMinor: firstAmount(line.total_tax_set, line.total_tax),
      tip: line.line_item?.tip === true,
    }));
}

function adjustment(digits: number) {
  return z
    .object({
      kind: text,
      amount: money(digits),
      amount_set: shopMoney(digits),
      tax_amount: moneyIfAny(digits),
      tax_amount_set: shopMoney(digits),
    })
    .transform((adjusted) => ({
      kind: adjusted.kind,
      amountMinor: firstAmount(adjusted.amount_set, adjusted.amount),
      taxMinor: firstAmount(adjusted.tax_amount_set, adjusted.tax_amount),
    }));
}

export function refundBody(digits: number) {
  const set = shopMoney(digits);
  return z.object({
    id,
    admin_graphql_api_id: globalId.nullish(),
    order_id: idIfAny,
    created_at: instant,
    processed_at: instant.nullish(),
    refund_line_items: listOf(refundLine(digits)),
    refund_shipping_lines: listOf(
      z.object({ subtotal_amount_set: set, tax_amount_set: set }).transform((line) => ({
        amountMinor: firstAmount(line.subtotal_amount_set),
        taxMinor: firstAmount(line.tax_amount_set),
      })),
    ),
    order_adjustments: listOf(adjustment(digits)),
    total_duties_set: set,
    /** Of a refund that was read (order-node.ts): webhooks have the total. */
    refunded_duties: listOf(z.object({ amount_set: set })),
    transactions: listOf(transactionBody),
  });
}
export type RefundBody = z.infer<ReturnType<typeof refundBody>>;
