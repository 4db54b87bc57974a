import type { z } from "zod";
import type { MemberId } from "#app/domain/books/ids.ts";
import type { Effect } from "#app/domain/effect.ts";
import type { Instant } from "#app/domain/calendar.ts";
import { timestamp } from "../column-values.ts";
import type { Database, Statements } from "../database.ts";
import { tables } from "../generated/tables.ts";
import { retryOnUniqueViolation } from "./retry-on-unique-violation.ts";
import { readRows } from "../read-rows.ts";
import { storedEffect } from "./stored-effect.ts";

const shopRow = tables.shop.pick({ shop_id: true });
const takenRow = tables.outbox
  .pick({ outbox_id: true, member_id: true })
  .extend({ body: storedEffect, earlier_attempts: tables.outbox.shape.attempts });

export interface TakenEffect {
  readonly outbox_id: number;
  readonly member_id: number;
  readonly body: Effect;
  /** Earlier attempts; more than none means: look before you write. */
  readonly earlier_attempts: number;
}

/**
 * What of a member must be told in its order: all about one code, so that none is withdrawn before it
 * was issued; a member's state; their tags; notices. A code waits for no state and no notice before it, because
 * somebody may be waiting for it. A message that waits for its mail server holds up nothing.
 */
const laneOf = (row: string): string => `CASE
  WHEN ${row}.topic IN ('issue_discount', 'withdraw_discount', 'issue_store_credit', 'issue_gift_card')
    THEN ${row}.body ->> 'code'
  WHEN ${row}.topic IN ('publish_member_state', 'tag_customer') THEN ${row}.topic
  WHEN ${row}.topic = 'send_message' THEN 'message ' || (${row}.body ->> 'messageId')
  ELSE 'notice' END`;

/**
 * Takes what is to be told a shop and is not being told already, and leases it for a while: should
 * this process die, it is told again after that. Codes come before the states of members and before messages:
 * of those there may be tens of thousands at once, and somebody waits for the code.
 */
export async function takeEffects(
  statements: Statements,
  shopId: number,
  {
    now,
    leasedUntil,
    limit,
  }: { readonly now: Instant; readonly leasedUntil: Instant; readonly limit: number },
): Promise<TakenEffect[]> {
  const taken = await readRows(
    statements,
    takenRow, // Materialized: as a plain subquery it may be run again for each row, and take more than the limit.
    `WITH due AS MATERIALIZED (
       SELECT outbox_id FROM outbox ready
       WHERE shop_id = $1 AND state IN ('waiting', 'delivering') AND next_attempt_at <= $2::timestamptz
         AND NOT EXISTS (SELECT 1 FROM outbox earlier WHERE earlier.shop_id = $1
           AND earlier.member_id = ready.member_id AND earlier.outbox_id < ready.outbox_id
           AND earlier.state IN ('waiting', 'delivering') AND ${laneOf("earlier")} = ${laneOf("ready")})
       ORDER BY (topic IN ('publish_member_state', 'send_message')), outbox_id LIMIT $4 FOR UPDATE SKIP LOCKED),
     taken AS (
       UPDATE outbox SET state = 'delivering', attempts = attempts + 1, next_attempt_at = $3::timestamptz
       FROM due WHERE outbox.shop_id = $1 AND outbox.outbox_id = due.outbox_id
       RETURNING outbox.outbox_id, member_id, body, attempts)
     SELECT outbox_id, member_id, body, attempts - 1 AS earlier_attempts FROM taken ORDER BY outbox_id`,
    [shopId, timestamp(now), timestamp(leasedUntil), limit],
  );
  return readable(statements, shopId, taken, now);
}

/** Takes the asking for one code, leased like the others; null where it is being told, or was. */
export async function takeEffectOfCode(
  statements: Statements,
  shopId: number,
  { memberId, code }: { readonly memberId: MemberId; readonly code: string },
  { now, leasedUntil }: { readonly now: Instant; readonly leasedUntil: Instant },
): Promise<TakenEffect | null> {
  const taken = await readRows(
    statements,
    takenRow,
    `WITH due AS MATERIALIZED (
       SELECT outbox_id FROM outbox
       WHERE shop_id = $1 AND member_id = $2::bigint AND state = 'waiting' AND next_attempt_at <= $4::timestamptz
         AND topic IN ('issue_discount', 'issue_store_credit', 'issue_gift_card') AND body ->> 'code' = $3
       FOR UPDATE SKIP LOCKED)
     UPDATE outbox SET state = 'delivering', attempts = attempts + 1, next_attempt_at = $5::timestamptz
     FROM due WHERE outbox.shop_id = $1 AND outbox.outbox_id = due.outbox_id
     RETURNING outbox.outbox_id, member_id, body, attempts - 1 AS earlier_attempts`,
    [shopId, memberId, code, timestamp(now), timestamp(leasedUntil)],
  );
  return (await readable(statements, shopId, taken, now))[0] ?? null;
}

/** What nobody can read is parked: it holds up nothing that comes after it. */
async function readable(
  statements: Statements,
  shopId: number,
  taken: readonly z.output<typeof takenRow>[],
  now: Instant,
): Promise<TakenEffect[]> {
  const unreadable = taken.filter(({ body }) => body === null);
  for (const { outbox_id: outboxId } of unreadable) {
    const parked = {
      outboxId,
      state: "parked",
      reason: "what it asks cannot be read",
      reference: null,
    } as const;
    await settleEffect(statements, shopId, parked, now);
  }
  return taken.flatMap((one) => (one.body === null ? [] : [{ ...one, body: one.body }]));
}

export interface EffectResult {
  readonly outboxId: number;
  readonly state: "done" | "refused" | "parked";
  readonly reason: string | null;
  readonly reference: string | null;
}

export async function settleEffect(
  statements: Statements,
  shopId: number,
  { outboxId, state, reason, reference }: EffectResult,
  now: Instant,
): Promise<void> {
  await statements.query(
    `UPDATE outbox SET state = $3, reason = $4, reference = $5, done_at = $6::timestamptz
     WHERE shop_id = $1 AND outbox_id = $2`,
    [shopId, outboxId, state, reason, reference, timestamp(now)],
  );
}

/**
 * Not now: it waits again. Of a member's state that changed meanwhile a newer message waits already;
 * then this one is done, because the newer says it all.
 */
export async function postponeEffect(
  database: Database,
  shopId: number,
  outboxId: number,
  { reason, nextAttemptAt }: { readonly reason: string; readonly nextAttemptAt: Instant },
): Promise<void> {
  const values = [shopId, outboxId, reason, timestamp(nextAttemptAt)];
  await retryOnUniqueViolation(() =>
    database.query(
      `UPDATE outbox SET
       state = CASE WHEN newer.found THEN 'done' ELSE 'waiting' END,
       reason = CASE WHEN newer.found THEN 'told with a newer state' ELSE $3 END,
       done_at = CASE WHEN newer.found THEN now() END,
       next_attempt_at = $4::timestamptz
     FROM (SELECT EXISTS (
       SELECT 1 FROM outbox mine JOIN outbox other ON other.shop_id = mine.shop_id
         AND other.member_id = mine.member_id AND other.topic = mine.topic AND other.state = 'waiting'
       WHERE mine.shop_id = $1 AND mine.outbox_id = $2 AND mine.topic = 'publish_member_state') AS found) AS newer
     WHERE shop_id = $1 AND outbox_id = $2`,
      values,
    ),
  );
}

/** Shops that can be told something and are to be. */
export async function shopsWithEffects(statements: Statements, now: Instant): Promise<number[]> {
  const rows = await readRows(
    statements,
    shopRow,
    `SELECT shop_id FROM shop WHERE status = 'installed' AND outbox_stopped IS NULL AND EXISTS (
       SELECT 1 FROM outbox WHERE outbox.shop_id = shop.shop_id AND state IN ('waiting', 'delivering')
         AND next_attempt_at <= $1::timestamptz)`,
    [timestamp(now)],
  );
  return rows.map(({ shop_id }) => shop_id);
}

/** What waits for a later attempt is tried at once: the merchant has allowed the app more. */
export async function hastenEffects(statements: Statements, shopId: number, now: Instant): Promise<void> {
  await statements.query(
    `UPDATE outbox SET next_attempt_at = $2::timestamptz
     WHERE shop_id = $1 AND state = 'waiting' AND next_attempt_at > $2::timestamptz`,
    [shopId, timestamp(now)],
  );
}
