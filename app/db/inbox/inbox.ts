import type { Instant } from "#app/domain/calendar.ts";
import { timestamp } from "../column-values.ts";
import type { Database, SqlValue, Statements } from "../database.ts";
import { tables } from "../generated/tables.ts";
import { readRows } from "../read-rows.ts";
import { createShopDirectory } from "../shops/shop-directory.ts";

const storedRow = tables.inbox.pick({ shop_id: true, delivery_id: true });

/** A verified delivery as the inbox takes it; `Delivery` of the platform port has this form. */
export interface InboxEntry {
  readonly platform: string;
  readonly shopKey: string;
  readonly topic: string;
  readonly deliveryId: string;
  readonly triggeredAt: Instant | null;
  readonly body: string;
}

/** What became of a delivery. Of a shop nobody has installed the app in, nothing is kept. */
export type Written = "stored" | "duplicate" | "unknown_shop";

export interface InboxWriter {
  /** Resolves when the delivery is committed: only then may the platform be told "received". */
  write(delivery: InboxEntry, receivedAt: Instant): Promise<Written>;
}

interface Waiting {
  readonly delivery: InboxEntry;
  readonly receivedAt: Instant;
  readonly resolve: (outcome: Written) => void;
  readonly reject: (reason: unknown) => void;
}

interface Known {
  readonly waiting: Waiting;
  readonly shopId: number;
}

/** Group sizes, largest first: each has one prepared statement. */
const GROUP_SIZES = [64, 16, 4, 1] as const;
const FLUSHES_AT_ONCE = 2;
const GATHER_MS = 2;
const NOTIFY_EVERY_MS = 20;

/**
 * Writes deliveries in groups: those that arrive within a few milliseconds share one INSERT and one
 * commit, which is what lets a small machine acknowledge thousands a second.
 */
export function createInboxWriter(database: Database): InboxWriter {
  const shops = createShopDirectory(database);
  const queue: Waiting[] = [];
  const wakeShops = throttledWake(database);
  let flushing = 0;
  let gathering = false;

  const flush = async (group: readonly Waiting[]): Promise<void> => {
    try {
      const shopIds = await shops.idsOf(group.map(({ delivery }) => delivery));
      const known = group.flatMap((waiting, index) => {
        const shopId = shopIds[index] ?? null;
        if (shopId !== null) return [{ waiting, shopId }];
        waiting.resolve("unknown_shop");
        return [];
      });
      if (known.length > 0) await store(known);
    } catch (error) {
      for (const { reject } of group) reject(error);
    }
  };

  const store = async (known: readonly Known[]): Promise<void> => {
    const stored = await readRows(database, storedRow, insertOf(known.length), known.flatMap(rowOf));
    const fresh = new Set(stored.map((row) => `${String(row.shop_id)} ${row.delivery_id}`));
    for (const { waiting, shopId } of known) {
      // Of two equal deliveries in one group the first is stored, the second is the duplicate.
      const isFresh = fresh.delete(`${String(shopId)} ${waiting.delivery.deliveryId}`);
      waiting.resolve(isFresh ? "stored" : "duplicate");
    }
    wakeShops(stored.map((row) => row.shop_id));
  };

  const flushWaiting = (): void => {
    gathering = false;
    while (queue.length > 0 && flushing < FLUSHES_AT_ONCE) {
      const size = GROUP_SIZES.find((candidate) => candidate <= queue.length) ?? 1;
      flushing += 1;
      void flush(queue.splice(0, size)).finally(() => {
        flushing -= 1;
        flushWaiting();
      });
    }
  };

  return {
    write: (delivery, receivedAt) =>
      new Promise((resolve, reject) => {
        queue.push({ delivery, receivedAt, resolve, reject });
        if (gathering || flushing >= FLUSHES_AT_ONCE) return;
        gathering = true;
        setTimeout(flushWaiting, GATHER_MS);
      }),
  };
}

/** One delivery within a transaction that does more: what was asked of a shop, and is answered with it. */
export async function writeDelivery(
  tx: Statements,
  shopId: number,
  delivery: Pick<InboxEntry, "topic" | "deliveryId" | "triggeredAt" | "body">,
  receivedAt: Instant,
): Promise<void> {
  const { topic, deliveryId, triggeredAt, body } = delivery;
  const at = timestamp(receivedAt);
  await tx.query(insertOf(1), [shopId, deliveryId, topic, timestamp(triggeredAt), body, at]);
}

function rowOf({ waiting: { delivery, receivedAt }, shopId }: Known): SqlValue[] {
  const at = timestamp(receivedAt);
  return [shopId, delivery.deliveryId, delivery.topic, timestamp(delivery.triggeredAt), delivery.body, at];
}

const statements = new Map<number, string>();

function insertOf(rows: number): string {
  const known = statements.get(rows);
  if (known !== undefined) return known;
  const tuples = Array.from({ length: rows }, (_, row) => {
    const [shop, id, topic, triggered, body, at] = [1, 2, 3, 4, 5, 6].map((n) => `$${String(row * 6 + n)}`);
    return `(${shop}::int, ${id}::text, ${topic}::text, ${triggered}::timestamptz, ${body}::text, ${at}::timestamptz, ${at}::timestamptz)`;
  });
  const sql = `INSERT INTO inbox (shop_id, delivery_id, topic, triggered_at, body, next_attempt_at, created_at)
    VALUES ${tuples.join(", ")} ON CONFLICT (shop_id, delivery_id) DO NOTHING RETURNING shop_id, delivery_id`;
  statements.set(rows, sql);
  return sql;
}

/** Tells workers which shops have mail, at most once in a few milliseconds. They poll as well. */
function throttledWake(database: Database): (shopIds: readonly number[]) => void {
  const waiting = new Set<number>();
  let timer: NodeJS.Timeout | undefined;
  return (shopIds) => {
    for (const shopId of shopIds) waiting.add(shopId);
    if (waiting.size === 0) return;
    timer ??= setTimeout(() => {
      timer = undefined;
      const payload = [...waiting].join(",");
      waiting.clear();
      // A lost hint costs one polling interval, never a delivery.
      database.notify("inbox", payload).catch(() => undefined);
    }, NOTIFY_EVERY_MS);
  };
}
