import { z } from "zod";
import type { MemberId } from "#app/domain/books/ids.ts";
import type { Transaction } from "#app/domain/books/transaction.ts";
import { assert } from "#app/domain/assert.ts";
import { timestamp } from "./column-values.ts";
import type { Statements } from "./database.ts";
import { readRows } from "./read-rows.ts";

const writtenRow = z.object({ transactions: z.int(), transfers: z.int() });

/**
 * One statement for all transactions of a batch and their transfers. A key that exists already
 * violates its UNIQUE: the same cause would be posted twice, and nothing of the batch is kept.
 */
const INSERT_TRANSACTIONS = `
  WITH posted AS (
    SELECT key, member_id, kind, at, program_version, explanation, transfers
    FROM json_to_recordset($2::json) AS r(key text, member_id bigint, kind text, at timestamptz, program_version int,
      explanation json, transfers json)
  ), written AS (
    INSERT INTO ledger_transaction (shop_id, key, member_id, kind, at, program_version, explanation)
    SELECT $1, key, member_id, kind, at, program_version, explanation FROM posted
    RETURNING transaction_id, key
  ), moved AS (
    INSERT INTO transfer (shop_id, transaction_id, position, from_account, to_account, points, lot_id, at)
    SELECT $1, written.transaction_id, t.position, t.from_account, t.to_account, t.points, t.lot_id, posted.at
    FROM posted JOIN written USING (key)
    CROSS JOIN LATERAL json_to_recordset(posted.transfers) AS t(position smallint, from_account text, to_account text,
      points bigint, lot_id text)
    RETURNING 1
  )
  SELECT (SELECT count(*) FROM written) AS transactions, (SELECT count(*) FROM moved) AS transfers`;

/** The only writer of the ledger. Transactions keep the order in which they were posted. */
export async function writeLedger(
  tx: Statements,
  shopId: number,
  transactions: readonly Transaction[],
): Promise<void> {
  if (transactions.length === 0) return;
  const rows = transactions.map((transaction) => ({
    key: transaction.key,
    member_id: transaction.memberId,
    kind: transaction.kind,
    at: timestamp(transaction.at),
    program_version: transaction.programVersion,
    explanation: transaction.explanation,
    transfers: transaction.transfers.map(({ from, to, points, lotId }, position) => ({
      position,
      from_account: from,
      to_account: to,
      points,
      lot_id: lotId,
    })),
  }));
  const [written] = await readRows(tx, writtenRow, INSERT_TRANSACTIONS, [shopId, JSON.stringify(rows)]);
  const transfers = transactions.reduce((count, transaction) => count + transaction.transfers.length, 0);
  assert(
    written?.transactions === transactions.length && written.transfers === transfers,
    "every transaction and transfer of a batch is written",
  );
}

/**
 * Takes what people wrote as a reason out of explanations, of one member and those merged into them, or of
 * everybody. The only change the database allows here, and nothing but words changes.
 */
export async function forgetReasons(
  tx: Statements,
  shopId: number,
  memberId: MemberId | null,
): Promise<void> {
  await tx.query(
    `UPDATE ledger_transaction SET explanation = (explanation::jsonb || '{"reason": ""}')::json
     WHERE shop_id = $1 AND explanation->>'kind' IN ('adjusted', 'reinstated') AND ($2::bigint IS NULL OR member_id IN
       (SELECT member_id FROM member WHERE shop_id = $1 AND (member_id = $2 OR merged_into = $2)))`,
    [shopId, memberId],
  );
}
