import { z } from "zod";
import type { OrderId } from "#app/domain/books/ids.ts";
import type { Instant } from "#app/domain/calendar.ts";
import { digestOf } from "../../digest-of.ts";
import type { PlatformAnswer, ReadOrder, UpdatedOrders } from "../../platform.ts";
import { id, instant } from "../fields.ts";
import { type Read, type RestClient, withoutMissing } from "../rest-client.ts";

/** What earning reads of an order: no addresses, no telephone numbers, no comments come to us at all. */
export const ORDER_FIELDS = [
  "id,email,customerId,acceptMarketing,paymentStatus,fulfillmentStatus,paymentMethod",
  "total,discount,couponDiscount,giftCardRedemption,refundedAmount,refunds(date,amount)",
  "pricesIncludeTax,createDate,updateDate,discountCoupon(code,discountType),shippingOption(shippingRate)",
  "taxesOnShipping(total),loyalty(customerEnabled)",
  "items(id,productId,combinationId,price,quantity,tax,giftCard,couponAmount,discounts(total))",
].join(",");

/** The last page begins where there is nothing left. */
const PAGE = 100;

const listed = z.object({
  total: z.int().nonnegative(),
  count: z.int().nonnegative(),
  items: z.array(z.object({ id, updateDate: instant })),
});

/**
 * Orders that changed at or after `since`. What changes while pages are read only ever joins the list, so
 * moving on by what was read skips nothing; what is read twice is compared twice.
 */
export async function listUpdatedOrders(
  client: RestClient,
  shopKey: string,
  since: Instant,
  page: string | null,
): Promise<PlatformAnswer<UpdatedOrders>> {
  const offset = page === null ? 0 : Number(page);
  const asked = withoutMissing(
    await client.ask(shopKey, {
      path: "orders",
      query: {
        updatedFrom: String(Math.floor(since / 1000)),
        offset: String(offset),
        limit: String(PAGE),
        responseFields: "total,count,items(id,updateDate)",
      },
      answer: listed,
    }),
  );
  if (asked.kind !== "data") return asked;
  const { items, total, count } = asked.data;
  const orders = items.map((order) => ({ id: order.id, updatedAt: order.updateDate }));
  const next = offset + count;
  if (count > 0 && next < total) return { kind: "data", data: { orders, next: String(next) } };
  const gone = await listDeletedOrders(client, shopKey, since);
  if (gone.kind !== "data") return gone;
  return { kind: "data", data: { orders: [...orders, ...gone.data], next: null } };
}

const deleted = z.object({
  total: z.int().nonnegative(),
  count: z.int().nonnegative(),
  items: z.array(z.object({ id, date: instant })),
});
/** Of a list whose order nobody documents, not more than this is looked through. */
const MOST_PAGES = 20;

/** Orders that were deleted since then. They are told with a delivery of their own, the same every time. */
async function listDeletedOrders(
  client: RestClient,
  shopKey: string,
  since: Instant,
): Promise<PlatformAnswer<UpdatedOrders["orders"]>> {
  const gone: UpdatedOrders["orders"][number][] = [];
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const query = { offset: String(page * PAGE), limit: String(PAGE) };
    const asked = withoutMissing(
      await client.ask(shopKey, { path: "orders/deleted", query, answer: deleted }),
    );
    if (asked.kind !== "data") return asked;
    for (const { id: orderId, date } of asked.data.items) {
      if (date < since) continue;
      const deliveryId = `order.gone:${orderId}:${String(date)}`;
      const told = { topic: "order.gone", deliveryId, body: JSON.stringify({ id: orderId }) };
      gone.push({ id: orderId, updatedAt: date, gone: told });
    }
    if (asked.data.count === 0 || (page + 1) * PAGE >= asked.data.total) break;
  }
  return { kind: "data", data: gone };
}

const readable = z.object({ id, updateDate: instant.nullish() });

/** The order's present state. Null: the store has no such order (any more). */
export async function readOrder(
  client: RestClient,
  shopKey: string,
  orderId: OrderId,
): Promise<PlatformAnswer<ReadOrder | null>> {
  const asked = await client.read(shopKey, {
    path: `orders/${encodeURIComponent(orderId)}`,
    query: { responseFields: ORDER_FIELDS },
    answer: readable,
  });
  if (asked.kind === "missing") return { kind: "data", data: null };
  return asked.kind === "data" ? { kind: "data", data: orderDelivery(asked.data) } : asked;
}

/** The same state read twice is the same delivery. Ecwid counts versions in seconds, so its content counts as well. */
function orderDelivery({ data, text }: Read<z.output<typeof readable>>): ReadOrder {
  return { topic: "order", deliveryId: `read:${data.id}:${digestOf(text)}`, body: text };
}

const whole = z.object({
  total: z.int().nonnegative(),
  count: z.int().nonnegative(),
  items: z.array(z.looseObject({ id })),
});

/** One page of a period's orders, each as the delivery it would have been. */
export async function readPeriod(
  client: RestClient,
  shopKey: string,
  { from, until }: { readonly from: Instant | null; readonly until: Instant },
  offset: number,
): Promise<PlatformAnswer<{ readonly total: number; readonly orders: readonly ReadOrder[] }>> {
  const asked = withoutMissing(
    await client.ask(shopKey, {
      path: "orders",
      query: {
        ...(from === null ? {} : { createdFrom: String(Math.floor(from / 1000)) }),
        createdTo: String(Math.floor(until / 1000)),
        offset: String(offset),
        limit: String(PAGE),
        responseFields: `total,count,items(${ORDER_FIELDS})`,
      },
      answer: whole,
    }),
  );
  if (asked.kind !== "data") return asked;
  const orders = asked.data.items.map((item) => {
    const text = JSON.stringify(item);
    return orderDelivery({ data: { id: item.id, updateDate: null }, text });
  });
  return { kind: "data", data: { total: asked.data.total, orders } };
}
