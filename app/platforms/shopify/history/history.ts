import type { Instant } from "#app/domain/calendar.ts";
import type {
  DeliverOutcome,
  HistoryOrder,
  HistoryProgress,
  PlatformAnswer,
  ReadOrder,
} from "../../platform.ts";
import type { AdminClient } from "../admin-client.ts";
import { ordersInBulk, READ_BULK, START_BULK, STOP_BULK } from "../documents/reading.ts";
import { isNode, type Node } from "../orders/order-node.ts";
import { parseBody } from "../../parse-body.ts";
import { withRefunds } from "./read-orders.ts";
import { refusalOf } from "../deliver/refusal.ts";

/** Shopify allows one bulk query per app and shop at a time: wait for the other one. */
const BUSY_RETRY_MS = 60_000;

export async function startHistory(
  client: AdminClient,
  shopKey: string,
  since: Instant | null,
): Promise<PlatformAnswer<string>> {
  const search = since === null ? null : `created_at:>='${new Date(since).toISOString()}'`;
  const asked = await client.ask(shopKey, START_BULK, { query: ordersInBulk(search) });
  if (asked.kind !== "data") return asked;
  const started = asked.data.bulkOperationRunQuery;
  const operation = started?.bulkOperation ?? null;
  if (operation !== null) return { kind: "data", data: operation.id };
  const errors = started?.userErrors ?? [];
  const busy = errors.some(({ code }) => code === "OPERATION_IN_PROGRESS" || code === "LIMIT_REACHED");
  if (busy) return { kind: "retry", reason: "another bulk operation is running", afterMs: BUSY_RETRY_MS };
  return refusalOf(errors);
}

export async function historyProgress(
  client: AdminClient,
  shopKey: string,
  operationId: string,
): Promise<PlatformAnswer<HistoryProgress>> {
  const asked = await client.ask(shopKey, READ_BULK, { id: operationId });
  if (asked.kind !== "data") return asked;
  const operation = asked.data.bulkOperation;
  if (operation === null) return { kind: "refused", reason: "Shopify keeps a result for seven days" };
  const { status, errorCode, objectCount } = operation;
  const running = status === "CREATED" || status === "RUNNING" || status === "CANCELING";
  const state = running ? "running" : status === "COMPLETED" ? "completed" : "failed";
  const reason = state === "failed" ? (errorCode ?? status) : null;
  return { kind: "data", data: { state, objects: objectCount, reason } };
}

/** Shopify ends it in its own time; one that has ended already stays as it is. */
export async function stopHistory(
  client: AdminClient,
  shopKey: string,
  operationId: string,
): Promise<DeliverOutcome> {
  const asked = await client.ask(shopKey, STOP_BULK, { id: operationId });
  if (asked.kind !== "data") return asked;
  const errors = asked.data.bulkOperationCancel?.userErrors ?? [];
  return errors.length > 0 ? refusalOf(errors) : { kind: "done", reference: operationId };
}

/**
 * Reads the result as a stream: each order's row is followed by those of its lines, which name it as
 * their parent. Orders with refunds are asked for them, since a bulk query cannot carry those.
 */
export async function* readHistory(
  client: AdminClient,
  shopKey: string,
  operationId: string,
  position: number,
): AsyncGenerator<HistoryOrder> {
  const asked = await client.ask(shopKey, READ_BULK, { id: operationId });
  if (asked.kind !== "data") throw new HistoryInterrupted(asked.reason);
  const url = asked.data.bulkOperation?.url ?? null;
  // A result without a file is a result without orders.
  if (url === null) return;
  const response = await fetch(url);
  if (!response.ok || response.body === null) {
    throw new HistoryInterrupted(`the result answers ${String(response.status)}`);
  }
  let at = 0;
  for await (const group of groupsOf(response.body)) {
    at += 1;
    if (at <= position) continue;
    yield { position: at, order: await orderOf(client, shopKey, group) };
  }
}

/** Reading a history stopped midway; it can go on behind the last position. */
export class HistoryInterrupted extends Error {
  override readonly name = "HistoryInterrupted";
}

type ResponseBody = NonNullable<Response["body"]>;

/** The lines of a text as it arrives, without the empty ones. */
async function* linesOf(body: ResponseBody): AsyncGenerator<string> {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    rest += value;
    const end = rest.lastIndexOf("\n");
    yield* rest
      .slice(0, end + 1)
      .split("\n")
      .filter((line) => line !== "");
    rest = rest.slice(end + 1);
  }
  if (rest !== "") yield rest;
}

interface Group {
  readonly order: Node;
  readonly lines: Node[];
  readonly shipping: Node[];
}

async function* groupsOf(body: ResponseBody): AsyncGenerator<Group> {
  let group: Group | null = null;
  for await (const text of linesOf(body)) {
    const row = parseBody(text);
    if (!isNode(row)) throw new HistoryInterrupted("a row of the result is not an object");
    if (row.__parentId === undefined) {
      if (group !== null) yield group;
      group = { order: row, lines: [], shipping: [] };
    } else if (group !== null) {
      const isLine = typeof row.id === "string" && row.id.startsWith("gid://shopify/LineItem/");
      (isLine ? group.lines : group.shipping).push(row);
    }
  }
  if (group !== null) yield group;
}

async function orderOf(
  client: AdminClient,
  shopKey: string,
  { order, lines, shipping }: Group,
): Promise<ReadOrder> {
  const whole = await withRefunds(client, shopKey, { ...order, shipping_lines: shipping }, lines);
  if (whole.kind !== "data") throw new HistoryInterrupted(whole.reason);
  return whole.data;
}
