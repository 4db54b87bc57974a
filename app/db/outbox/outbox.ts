import { z } from "zod";
import type { Effect } from "#app/domain/effect.ts";
import type { Instant } from "#app/domain/calendar.ts";
import { timestamp } from "../column-values.ts";
import type { Statements } from "../database.ts";
import { readRows } from "../read-rows.ts";

const untoldRow = z.object({ untold: z.int() });

/** Effects that must come true, in the shop or in a mailbox; the others are told where somebody listens. */
const ASKED_OF_THE_SHOP: ReadonlySet<Effect["type"]> = new Set([
  "issue_discount",
  "withdraw_discount",
  "issue_store_credit",
  "issue_gift_card",
  "publish_member_state",
  "tag_customer",
  "send_message",
]);

/**
 * Writes down what is to be told, in the transaction that decided it. Of a member's state one
 * waiting message is enough: it is put into words when it is delivered.
 */
export async function writeEffects(
  tx: Statements,
  shopId: number,
  effects: readonly Effect[],
  now: Instant,
): Promise<void> {
  if (effects.length === 0) return;
  const rows = effects.map((effect) => ({
    topic: effect.type,
    member_id: effect.memberId,
    body: effect,
    asked: ASKED_OF_THE_SHOP.has(effect.type),
  }));
  await tx.query(
    `INSERT INTO outbox (shop_id, topic, member_id, body, state, reason, next_attempt_at, created_at, done_at)
     SELECT $1, r.topic, r.member_id, r.body,
       CASE WHEN wanted THEN 'waiting' ELSE 'done' END, CASE WHEN wanted THEN NULL ELSE 'nobody listens' END,
       $3::timestamptz, $3::timestamptz, CASE WHEN wanted THEN NULL ELSE $3::timestamptz END
     FROM json_to_recordset($2::json) AS r(topic text, member_id bigint, body json, asked boolean)
     CROSS JOIN LATERAL (SELECT r.asked OR EXISTS (SELECT 1 FROM notice_listener l
       WHERE l.shop_id = $1 AND l.topic = r.topic AND l.listening) AS wanted) AS hearing
     ON CONFLICT (shop_id, member_id) WHERE topic = 'publish_member_state' AND state = 'waiting' DO NOTHING`,
    [shopId, JSON.stringify(rows), timestamp(now)],
  );
}

/** How many members' states wait to be told a shop; nobody counts further than `atMost`. */
export async function countUntoldStates(
  statements: Statements,
  shopId: number,
  atMost: number,
): Promise<number> {
  const [row] = await readRows(
    statements,
    untoldRow,
    `SELECT count(*) AS untold FROM (SELECT 1 FROM outbox WHERE shop_id = $1
       AND topic = 'publish_member_state' AND state IN ('waiting', 'delivering') LIMIT $2) AS waiting`,
    [shopId, atMost],
  );
  return row === undefined ? 0 : row.untold;
}

/** What every member with a tier has is to be told again, to the shops' customers among them. */
export async function writeStatesOfTiers(tx: Statements, shopId: number, now: Instant): Promise<void> {
  await tx.query(
    `INSERT INTO outbox (shop_id, topic, member_id, body, state, next_attempt_at, created_at)
     SELECT $1, 'publish_member_state', member_id,
       json_build_object('type', 'publish_member_state', 'memberId', member_id::text),
       'waiting', $2::timestamptz, $2::timestamptz
     FROM member WHERE shop_id = $1 AND customer_id IS NOT NULL AND tier_level_id IS NOT NULL
     ORDER BY member_id
     ON CONFLICT (shop_id, member_id) WHERE topic = 'publish_member_state' AND state = 'waiting' DO NOTHING`,
    [shopId, timestamp(now)],
  );
}
