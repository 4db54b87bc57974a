import { z } from "zod";
import { customerBody } from "./customer-fact.ts";
import { globalId, id, idIfAny, instant, listOf, money, moneyIfAny, shopMoney, text, yes } from "./fields.ts";

/** What is read of an order's and a refund's body, for a currency with that many minor digits. */
function schemasFor(digits: number) {
  const amount = money(digits);
  const amountIfAny = moneyIfAny(digits);
  const set = shopMoney(digits);

  /** An amount that stands in `…_set` (both currencies) and plainly (the shop's). */
  const priced = z
    .object({ price: amountIfAny, price_set: set })
    .transform((pair, context) => eitherOf(pair.price_set, pair.price, context));
  const allocated = z
    .object({ amount: amountIfAny, amount_set: set })
    .transform((pair, context) => eitherOf(pair.amount_set, pair.amount, context));

  const line = z.object({
    id,
    admin_graphql_api_id: globalId.nullish(),
    quantity: z.int().nonnegative(),
    current_quantity: z.int().nonnegative().nullish(),
    price: amount,
    price_set: set,
    product_id: idIfAny,
    variant_id: idIfAny,
    vendor: text,
    gift_card: yes,
    tip: z.unknown().optional(),
    total_discount: amountIfAny,
    total_discount_set: set,
    tax_lines: listOf(priced),
    discount_allocations: listOf(allocated),
  });

  const shippingLine = z.object({
    is_removed: yes,
    price: amount,
    price_set: set,
    tax_lines: listOf(priced),
    discount_allocations: listOf(allocated),
  });

  const refundLine = z.object({
    line_item_id: id,
    line_item: z.object({ admin_graphql_api_id: globalId.nullish(), tip: z.unknown().optional() }).nullish(),
    quantity: z.int().nonnegative(),
    subtotal: amount,
    subtotal_set: set,
    total_tax: amountIfAny,
    total_tax_set: set,
  });

  const refund = z.object({
    id,
    admin_graphql_api_id: globalId.nullish(),
    order_id: idIfAny,
    created_at: instant,
    processed_at: instant.nullish(),
    refund_line_items: listOf(refundLine),
    refund_shipping_lines: listOf(
      z.object({ subtotal_amount_set: set, tax_amount_set: set }).transform((line, context) => ({
        amountMinor: eitherOf(line.subtotal_amount_set, undefined, context),
        taxMinor: line.tax_amount_set,
      })),
    ),
    order_adjustments: listOf(
      z.object({
        kind: text,
        amount,
        amount_set: set,
        tax_amount: amountIfAny,
        tax_amount_set: set,
      }),
    ),
    total_duties_set: set,
    /** Of a refund that was read (order-node.ts): webhooks have the total. */
    refunded_duties: listOf(z.object({ amount_set: set })),
    transactions: listOf(transaction),
  });

  const order = z.object({
    id,
    admin_graphql_api_id: text,
    name: text,
    currency: z.string(),
    created_at: instant,
    processed_at: instant.nullish(),
    updated_at: instant.nullish(),
    cancelled_at: instant.nullish(),
    financial_status: text,
    fulfillment_status: text,
    fulfillments: listOf(z.object({ created_at: instant, status: text })),
    test: yes,
    taxes_included: yes,
    source_name: text,
    payment_gateway_names: listOf(z.string()),
    transactions: listOf(transaction),
    discount_codes: listOf(z.object({ code: z.string() })),
    total_discounts: amountIfAny,
    total_discounts_set: set,
    total_price: amountIfAny,
    total_price_set: z
      .object({
        shop_money: z.object({ amount }),
        presentment_money: z.object({ amount: anyAmount, currency_code: z.string() }),
      })
      .nullish(),
    line_items: z.array(line),
    shipping_lines: listOf(shippingLine),
    refunds: listOf(refund),
    customer: customerBody.nullish(),
    email: text,
    contact_email: text,
  });

  return { order, refund, line, shippingLine };
}

/** Transactions are in the currency that was paid in, which need not be the shop's. */
const anyAmount = z.union([z.string(), z.number()]).transform(String);
const transaction = z.object({ kind: text, status: text, gateway: text, currency: text, amount: anyAmount });

function eitherOf(first: number | undefined, second: number | undefined, context: z.RefinementCtx): number {
  const found = first ?? second;
  if (found !== undefined) return found;
  context.addIssue({ code: "custom", message: "has no amount" });
  return z.NEVER;
}

const made = new Map<number, ReturnType<typeof schemasFor>>();

export function bodySchemas(digits: number): ReturnType<typeof schemasFor> {
  const known = made.get(digits);
  if (known !== undefined) return known;
  const schemas = schemasFor(digits);
  made.set(digits, schemas);
  return schemas;
}

type Schemas = ReturnType<typeof schemasFor>;
export type OrderBody = z.infer<Schemas["order"]>;
export type OrderLineBody = z.infer<Schemas["line"]>;
export type ShippingLineBody = z.infer<Schemas["shippingLine"]>;
export type RefundBody = z.infer<Schemas["refund"]>;
export type TransactionBody = z.infer<typeof transaction>;
