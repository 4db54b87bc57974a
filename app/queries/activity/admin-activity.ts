import { z } from "zod";
import type { Statements } from "#app/db/database.ts";
import type { Instant } from "#app/domain/calendar.ts";
import { instant, type ShapeOf } from "#app/db/column-values.ts";
import { readRows } from "#app/db/read-rows.ts";

export const BOXES = ["inbox", "outbox"] as const;
/** What shops tell us, and what we ask of them. */
export type Box = (typeof BOXES)[number];

export const DELIVERY_STATES = ["waiting", "delivering", "done", "refused", "parked"] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

export interface DeliveryRow {
  readonly id: string;
  readonly topic: string;
  readonly state: DeliveryState;
  readonly attempts: number;
  readonly reason: string | null;
  readonly memberId: string | null;
  readonly createdAt: Instant;
  readonly doneAt: Instant | null;
  readonly nextAttemptAt: Instant;
}

const deliveryRow = z.object({
  id: z.string(),
  topic: z.string(),
  state: z.enum(DELIVERY_STATES),
  attempts: z.int(),
  reason: z.string().nullable(),
  memberId: z.string().nullable(),
  createdAt: instant,
  doneAt: instant.nullable(),
  nextAttemptAt: instant,
} satisfies ShapeOf<DeliveryRow>);

export interface DeliveryPage {
  readonly deliveries: readonly DeliveryRow[];
  readonly next: string | null;
  readonly counts: Readonly<Partial<Record<DeliveryState, number>>>;
}

export interface DeliveryDetail extends DeliveryRow {
  /** As it came, or as it was asked: text, pretty where it is JSON. */
  readonly body: string;
  readonly reference: string | null;
  /** The platform's name of the delivery; only for the inbox. */
  readonly deliveryId: string | null;
}

const deliveryDetailRow = z.object({
  ...deliveryRow.shape,
  body: z.string(),
  reference: z.string().nullable(),
  deliveryId: z.string().nullable(),
} satisfies ShapeOf<DeliveryDetail>);

const PAGE_SIZE = 50;

const COLUMNS = `topic, state, attempts, reason, member_id::text AS "memberId", created_at AS "createdAt",
  done_at AS "doneAt", next_attempt_at AS "nextAttemptAt"`;

const stateCountRow = z.object({ state: z.enum(DELIVERY_STATES), count: z.int() });

/** One page of a box, newest first, narrowed to a state where one is given. */
export async function adminActivity(
  statements: Statements,
  shopId: number,
  filter: { readonly box: Box; readonly state: DeliveryState | null; readonly after: string | null },
): Promise<DeliveryPage> {
  const [rows, counts] = await Promise.all([
    readRows(
      statements,
      deliveryRow,
      `SELECT ${filter.box}_id::text AS id, ${COLUMNS} FROM ${filter.box}
       WHERE shop_id = $1 AND ($2::text IS NULL OR state = $2) AND ($3::bigint IS NULL OR ${filter.box}_id < $3)
       ORDER BY ${filter.box}_id DESC LIMIT ${String(PAGE_SIZE + 1)}`,
      [shopId, filter.state, filter.after],
    ),
    readRows(
      statements,
      stateCountRow,
      `SELECT state, count(*) AS count FROM ${filter.box}
       WHERE shop_id = $1 AND state <> 'done' GROUP BY state`,
      [shopId],
    ),
  ]);
  const deliveries = rows.slice(0, PAGE_SIZE);
  const last = deliveries.at(-1);
  return {
    deliveries,
    next: rows.length > deliveries.length && last !== undefined ? last.id : null,
    counts: Object.fromEntries(counts.map(({ state, count }) => [state, count])),
  };
}

/** One delivery with its content; null where the shop has no such delivery. */
export async function adminDelivery(
  statements: Statements,
  shopId: number,
  box: Box,
  id: string,
): Promise<DeliveryDetail | null> {
  if (!/^\d{1,18}$/.test(id)) return null;
  const extra =
    box === "inbox"
      ? `${shown("body")} AS body, NULL::text AS reference, delivery_id AS "deliveryId"`
      : `${shown("body::text")} AS body, reference, NULL::text AS "deliveryId"`;
  const rows = await readRows(
    statements,
    deliveryDetailRow,
    `SELECT ${box}_id::text AS id, ${COLUMNS}, ${extra} FROM ${box} WHERE shop_id = $1 AND ${box}_id = $2::bigint`,
    [shopId, id],
  );
  return rows[0] ?? null;
}

/** A body may have megabytes; nobody reads more of it than this on a page. */
const SHOWN_LENGTH = 100_000;

function shown(body: string): string {
  const length = String(SHOWN_LENGTH);
  return `CASE WHEN length(${body}) > ${length} THEN left(${body}, ${length}) || '…' ELSE ${body} END`;
}
