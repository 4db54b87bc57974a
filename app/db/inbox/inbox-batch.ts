import { z } from "zod";
import type { Instant } from "#app/domain/calendar.ts";
import { timestamp } from "../column-values.ts";
import type { Statements } from "../database.ts";
import { tables } from "../generated/tables.ts";
import { readRows } from "../read-rows.ts";

const lockedRow = z.object({ locked: z.boolean() });
const takenRow = tables.inbox.pick({
  inbox_id: true,
  delivery_id: true,
  topic: true,
  triggered_at: true,
  body: true,
  attempts: true,
});
const shopRow = tables.inbox.pick({ shop_id: true });

export type TakenDelivery = z.output<typeof takenRow>;

export interface DeliveryResult {
  readonly inboxId: number;
  readonly state: "done" | "parked";
  /** Why it was parked, or what was made of it where that is not plain. */
  readonly reason: string | null;
  readonly memberId: string | null;
  /** It is about somebody who is forgotten, or asks for that: its content is not kept. */
  readonly isForgotten: boolean;
}

/** The first part of the lock that lets one worker at a time read a shop's inbox. */
const INBOX_LOCK = 7301;

/** One reader per shop at a time, until the transaction ends. False: somebody else is at it. */
export async function lockShopInbox(tx: Statements, shopId: number): Promise<boolean> {
  const [row] = await readRows(tx, lockedRow, "SELECT pg_try_advisory_xact_lock($1, $2) AS locked", [
    INBOX_LOCK,
    shopId,
  ]);
  return row?.locked === true;
}

/** The same for a command that moves orders between members: it waits until the reader is through. */
export async function waitForShopInbox(tx: Statements, shopId: number): Promise<void> {
  await tx.query("SELECT pg_advisory_xact_lock($1, $2)", [INBOX_LOCK, shopId]);
}

/** The oldest waiting deliveries of a shop, locked; `only` picks one of them. */
export function takeDeliveries(
  tx: Statements,
  shopId: number,
  { now, limit, only }: { readonly now: Instant; readonly limit: number; readonly only: number | null },
): Promise<TakenDelivery[]> {
  return readRows(
    tx,
    takenRow,
    `SELECT inbox_id, delivery_id, topic, triggered_at, body, attempts FROM inbox
     WHERE shop_id = $1 AND state = 'waiting' AND next_attempt_at <= $2::timestamptz
       AND ($4::bigint IS NULL OR inbox_id = $4)
     ORDER BY inbox_id LIMIT $3 FOR UPDATE SKIP LOCKED`,
    [shopId, timestamp(now), limit, only],
  );
}

/** Settles deliveries in the transaction that did what they ask. */
export async function settleDeliveries(
  tx: Statements,
  shopId: number,
  results: readonly DeliveryResult[],
  now: Instant,
): Promise<void> {
  if (results.length === 0) return;
  const rows = results.map(({ inboxId, state, reason, memberId, isForgotten }) => ({
    inbox_id: inboxId,
    state,
    reason,
    member_id: memberId,
    forgotten: isForgotten,
  }));
  await tx.query(
    `UPDATE inbox SET state = r.state, reason = r.reason, member_id = r.member_id, attempts = inbox.attempts + 1,
       done_at = $3::timestamptz, body = CASE WHEN r.forgotten THEN '' ELSE inbox.body END
     FROM json_to_recordset($2::json) AS r(inbox_id bigint, state text, reason text, member_id bigint,
       forgotten boolean)
     WHERE inbox.shop_id = $1 AND inbox.inbox_id = r.inbox_id`,
    [shopId, JSON.stringify(rows), timestamp(now)],
  );
}

/** A delivery that could not be applied for a passing reason: later again. */
export async function postponeDelivery(
  statements: Statements,
  shopId: number,
  inboxId: number,
  { reason, nextAttemptAt }: { readonly reason: string; readonly nextAttemptAt: Instant },
): Promise<void> {
  await statements.query(
    `UPDATE inbox SET attempts = attempts + 1, reason = $3, next_attempt_at = $4::timestamptz
     WHERE shop_id = $1 AND inbox_id = $2 AND state = 'waiting'`,
    [shopId, inboxId, reason, timestamp(nextAttemptAt)],
  );
}

/** Deliveries that cannot be judged before the shop has answered something: they are no failures. */
export async function letDeliveriesWait(
  tx: Statements,
  shopId: number,
  inboxIds: readonly number[],
  { reason, untilAtLatest }: { readonly reason: string; readonly untilAtLatest: Instant },
): Promise<void> {
  if (inboxIds.length === 0) return;
  await tx.query(
    `UPDATE inbox SET reason = $3, next_attempt_at = $4::timestamptz
     WHERE shop_id = $1 AND inbox_id = ANY($2::bigint[]) AND state = 'waiting'`,
    [shopId, inboxIds, reason, timestamp(untilAtLatest)],
  );
}

/** Lets deliveries that wait for a reason be looked at again. */
export async function releaseDeliveries(
  tx: Statements,
  shopId: number,
  reason: string,
  now: Instant,
): Promise<void> {
  await tx.query(
    `UPDATE inbox SET next_attempt_at = $3::timestamptz
     WHERE shop_id = $1 AND state = 'waiting' AND reason = $2`,
    [shopId, reason, timestamp(now)],
  );
}

/** Parked deliveries of a shop, all or those of one reason, wait again. Returns how many. */
export async function wakeParkedDeliveries(
  tx: Statements,
  shopId: number,
  reason: string,
  now: Instant,
): Promise<number> {
  const woken = await tx.query(
    `UPDATE inbox SET state = 'waiting', next_attempt_at = $3::timestamptz, done_at = NULL
     WHERE shop_id = $1 AND state = 'parked' AND reason = $2 RETURNING inbox_id`,
    [shopId, reason, timestamp(now)],
  );
  return woken.length;
}

/** Shops that have mail waiting. */
export async function shopsWithMail(statements: Statements, now: Instant): Promise<number[]> {
  const rows = await readRows(
    statements,
    shopRow,
    "SELECT DISTINCT shop_id FROM inbox WHERE state = 'waiting' AND next_attempt_at <= $1::timestamptz",
    [timestamp(now)],
  );
  return rows.map(({ shop_id }) => shop_id);
}
