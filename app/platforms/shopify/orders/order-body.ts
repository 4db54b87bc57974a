import { z } from "zod";
import { customerBody } from "./customer-fact.ts";
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
  yes,
} from "./fields.ts";
import { firstAmount, refundBody, tip, transactionBody } from "./refund-body.ts";

/** Tax lines and discount allocations: each an amount, in both currencies and plainly in the shop's. */
function amounts(digits: number, name: "price" | "amount") {
  const set = `${name}_set` as const;
  return listOf(
    z
      .object({ [name]: moneyIfAny(digits), [set]: shopMoney(digits) })
      .transform((line) => firstAmount(line[set], line[name])),
  );
}

function orderLine(digits: number) {
  return z
    .object({
      id,
      admin_graphql_api_id: globalId.nullish(),
      quantity: z.int().nonnegative(),
      current_quantity: z.int().nonnegative().nullish(),
      price: money(digits),
      price_set: shopMoney(digits),
      product_id: idIfAny,
      variant_id: idIfAny,
      vendor: text,
      name: text,
      title: text,
      gift_card: yes,
      tip,
      total_discount: moneyIfAny(digits),
      total_discount_set: shopMoney(digits),
      tax_lines: amounts(digits, "price"),
      discount_allocations: amounts(digits, "amount"),
    })
    .transform((line) => ({
      id: line.admin_graphql_api_id ?? line.id,
      product_id: line.product_id,
      variant_id: line.variant_id,
      vendor: line.vendor,
      /** With its variant where it has one: "Sidamo - 250 g". */
      title: line.name ?? line.title,
      gift_card: line.gift_card,
      tip: line.tip,
      quantity: line.quantity,
      currentQuantity: line.current_quantity ?? line.quantity,
      unitPriceMinor: firstAmount(line.price_set, line.price),
      /** The sum alone, as older orders have it. */
      discountMinor: firstAmount(line.total_discount_set, line.total_discount),
      discount_allocations: line.discount_allocations,
      tax_lines: line.tax_lines,
    }));
}

function shippingLine(digits: number) {
  return z
    .object({
      is_removed: yes,
      price: money(digits),
      price_set: shopMoney(digits),
      discounted_price: moneyIfAny(digits),
      discounted_price_set: shopMoney(digits),
      tax_lines: amounts(digits, "price"),
      discount_allocations: amounts(digits, "amount"),
    })
    .transform((line) => {
      const priceMinor = firstAmount(line.price_set, line.price);
      return {
        is_removed: line.is_removed,
        priceMinor,
        /** After its discounts, where the body says so beside the allocations, which not every body has. */
        discountedMinor: firstAmount(line.discounted_price_set, line.discounted_price, priceMinor),
        tax_lines: line.tax_lines,
        discount_allocations: line.discount_allocations,
      };
    });
}

/** What is read of an order's body, for a currency with that many minor digits. */
function orderBody(digits: number) {
  const amount = money(digits);
  return z.object({
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
    transactions: listOf(transactionBody),
    discount_codes: listOf(z.object({ code: z.string(), amount: moneyIfAny(digits), type: text })),
    total_discounts: moneyIfAny(digits),
    total_discounts_set: shopMoney(digits),
    total_price: moneyIfAny(digits),
    total_price_set: z
      .object({
        shop_money: z.object({ amount }),
        presentment_money: z.object({ amount: moneyText, currency_code: z.string() }),
      })
      .nullish(),
    line_items: z.array(orderLine(digits)),
    shipping_lines: listOf(shippingLine(digits)),
    refunds: listOf(refundBody(digits)),
    customer: customerBody.nullish(),
    email: text,
    contact_email: text,
  });
}

function schemasFor(digits: number) {
  return { order: orderBody(digits), refund: refundBody(digits) };
}

const made = new Map<number, ReturnType<typeof schemasFor>>();

/** Made once for each number of digits: making them costs more than using them. */
export function bodySchemas(digits: number): ReturnType<typeof schemasFor> {
  const known = made.get(digits);
  if (known !== undefined) return known;
  const schemas = schemasFor(digits);
  made.set(digits, schemas);
  return schemas;
}

export type OrderBody = z.infer<ReturnType<typeof orderBody>>;
export type OrderLineBody = OrderBody["line_items"][number];
export type ShippingLineBody = OrderBody["shipping_lines"][number];
