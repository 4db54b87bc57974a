import { assert } from "#app/domain/assert.ts";
import type { OrderId } from "#app/domain/books/ids.ts";
import type { Instant } from "#app/domain/calendar.ts";
import { parseInstant } from "#app/domain/parse-instant.ts";
import type { PlatformAnswer, ReadOrder, UpdatedOrders } from "../../platform.ts";
import type { AdminClient, Asked } from "../admin-client.ts";
import { LIST_UPDATED_ORDERS, READ_ORDER, READ_REFUND } from "../documents/reading.ts";
import { numericId } from "../orders/fields.ts";
import { gid } from "../gid.ts";
import { listIn, orderBodyOf, refundBodyOf, type Node } from "../orders/order-node.ts";

/** A limit on everything: Shopify allows 500 lines, and edits may add some. */
const PAGES = 100;

export async function listUpdatedOrders(
  client: AdminClient,
  shopKey: string,
  since: Instant,
  page: string | null,
): Promise<PlatformAnswer<UpdatedOrders>> {
  const query = `updated_at:>='${new Date(since).toISOString()}'`;
  const asked = await client.ask(shopKey, LIST_UPDATED_ORDERS, { query, after: page });
  if (asked.kind !== "data") return asked;
  const { nodes, pageInfo } = asked.data.orders;
  const orders = nodes.map((node) => ({ id: numericId(node.id), updatedAt: instantOf(node.updatedAt) }));
  return { kind: "data", data: { orders, next: pageInfo.hasNextPage ? pageInfo.endCursor : null } };
}

/** The order's lines page by page, then each of its refunds: no request dearer than Shopify allows. */
export async function readOrder(
  client: AdminClient,
  shopKey: string,
  id: OrderId,
): Promise<PlatformAnswer<ReadOrder | null>> {
  const lines: Node[] = [];
  let after: string | null = null;
  for (let page = 0; page < PAGES; page += 1) {
    const asked: Asked<{ order: OrderPage | null }> = await client.ask(shopKey, READ_ORDER, {
      id: gid("Order", id),
      after,
    });
    if (asked.kind !== "data") return asked;
    const order: OrderPage | null = asked.data.order;
    if (order === null) return { kind: "data", data: null };
    lines.push(...order.line_items.nodes);
    after = order.line_items.pageInfo.endCursor;
    if (!order.line_items.pageInfo.hasNextPage) return withRefunds(client, shopKey, order, lines);
  }
  return { kind: "refused", reason: `the order has more than ${String(PAGES)} pages of lines` };
}

type Page = { readonly nodes: Node[]; readonly pageInfo: { hasNextPage: boolean; endCursor: string | null } };
type OrderPage = Node & { readonly line_items: Page };
type RefundPage = Node & { readonly refund_line_items: Page };

/** The order with its refunds, in the form and under the topic of a delivery. */
export async function withRefunds(
  client: AdminClient,
  shopKey: string,
  order: Node,
  lines: readonly Node[],
): Promise<PlatformAnswer<ReadOrder>> {
  const refunds = await readRefunds(client, shopKey, order);
  if (refunds.kind !== "data") return refunds;
  assert(typeof order.id === "string", "an order that was asked for its id has one");
  // The same state read twice is the same delivery.
  const deliveryId = `read:${numericId(order.id)}:${String(order.updated_at)}`;
  const body = JSON.stringify(orderBodyOf(order, lines, refunds.data));
  return { kind: "data", data: { topic: "orders/updated", deliveryId, body } };
}

async function readRefunds(
  client: AdminClient,
  shopKey: string,
  order: Node,
): Promise<PlatformAnswer<Node[]>> {
  const bodies: Node[] = [];
  for (const { id } of listIn(order.refunds)) {
    assert(typeof id === "string", "a refund that was asked for its id has one");
    const read = await readRefund(client, shopKey, id);
    if (read.kind !== "data") return read;
    bodies.push(read.data);
  }
  return { kind: "data", data: bodies };
}

async function readRefund(client: AdminClient, shopKey: string, id: string): Promise<PlatformAnswer<Node>> {
  const lines: Node[] = [];
  let after: string | null = null;
  for (let page = 0; page < PAGES; page += 1) {
    const asked: Asked<{ refund: RefundPage | null }> = await client.ask(shopKey, READ_REFUND, { id, after });
    if (asked.kind !== "data") return asked;
    const refund: RefundPage | null = asked.data.refund;
    if (refund === null)
      return { kind: "retry", reason: "a refund went away while it was read", afterMs: null };
    lines.push(...refund.refund_line_items.nodes);
    after = refund.refund_line_items.pageInfo.endCursor;
    if (!refund.refund_line_items.pageInfo.hasNextPage)
      return { kind: "data", data: refundBodyOf(refund, lines) };
  }
  return { kind: "refused", reason: `a refund has more than ${String(PAGES)} pages of lines` };
}

function instantOf(text: string): Instant {
  const at = parseInstant(text);
  assert(at !== null, "an instant of Shopify's API has an offset");
  return at;
}
