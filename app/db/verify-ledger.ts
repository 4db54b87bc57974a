import { z } from "zod";
import { assert } from "#app/domain/assert.ts";
import type { Instant } from "#app/domain/calendar.ts";
import type { Database, Statements } from "./database.ts";
import { tables } from "./generated/tables.ts";
import { readRows } from "./read-rows.ts";

const countsRow = tables.ledger_proof.pick({ transactions: true, members: true });
const contradictionRow = z.object({ contradiction: z.string() });

export interface LedgerProof {
  readonly transactions: number;
  readonly members: number;
  /** The first thing that does not hold, in words; null = proved. */
  readonly contradiction: string | null;
}

/** Every transfer as two entries: taken from one account, given to the other. */
const ENTRIES = `entries AS (
    SELECT l.transaction_id, l.member_id, t.to_account AS account, t.points, t.lot_id
    FROM ledger_transaction l JOIN transfer t USING (shop_id, transaction_id) WHERE l.shop_id = $1
    UNION ALL
    SELECT l.transaction_id, l.member_id, t.from_account, -t.points, t.lot_id
    FROM ledger_transaction l JOIN transfer t USING (shop_id, transaction_id) WHERE l.shop_id = $1)`;

/** Each finds one row that contradicts what must hold, and says which; none means it holds. */
const CHECKS: readonly string[] = [
  `WITH ${ENTRIES}
   SELECT format('transaction %s does not sum to zero but to %s', transaction_id, sum(points)) AS contradiction
   FROM entries GROUP BY transaction_id HAVING sum(points) <> 0 ORDER BY transaction_id LIMIT 1`,

  `SELECT format('transaction %s (%s) moves nothing', transaction_id, key) AS contradiction
   FROM ledger_transaction l WHERE shop_id = $1 AND NOT EXISTS (
     SELECT 1 FROM transfer t WHERE t.shop_id = l.shop_id AND t.transaction_id = l.transaction_id)
   ORDER BY transaction_id LIMIT 1`,

  `SELECT format('transaction %s (%s) is of %s, and a transfer of it of %s', transaction_id, key, l.at, t.at) AS contradiction
   FROM ledger_transaction l JOIN transfer t USING (shop_id, transaction_id)
   WHERE shop_id = $1 AND l.at <> t.at ORDER BY transaction_id LIMIT 1`,

  `WITH ${ENTRIES}, replayed AS (
     SELECT member_id,
       coalesce(sum(points) FILTER (WHERE account = 'available'), 0) AS available,
       coalesce(sum(points) FILTER (WHERE account = 'pending'), 0) AS pending,
       coalesce(sum(points) FILTER (WHERE account = 'held'), 0) AS held,
       coalesce(-sum(points) FILTER (WHERE account = 'debt'), 0) AS debt,
       coalesce(-sum(points) FILTER (WHERE account IN ('issued', 'written_off')), 0) AS earned,
       coalesce(sum(points) FILTER (WHERE account IN ('held', 'redeemed')), 0) AS spent,
       coalesce(sum(points) FILTER (WHERE account = 'expired'), 0) AS expired
     FROM entries GROUP BY member_id),
   compared AS (
     SELECT m.member_id, kept.name, kept.kept, kept.replayed
     FROM member m LEFT JOIN replayed r USING (member_id)
     CROSS JOIN LATERAL (VALUES
       ('available', m.available, coalesce(r.available, 0)), ('pending', m.pending, coalesce(r.pending, 0)),
       ('held', m.held, coalesce(r.held, 0)), ('debt', m.debt, coalesce(r.debt, 0)),
       ('earned', m.earned, coalesce(r.earned, 0)), ('spent', m.spent, coalesce(r.spent, 0)),
       ('expired', m.expired, coalesce(r.expired, 0))) AS kept (name, kept, replayed)
     WHERE m.shop_id = $1 AND kept.kept <> kept.replayed)
   SELECT format('member %s: %s is kept as %s, the ledger gives %s', member_id, name, kept, replayed) AS contradiction
   FROM compared ORDER BY member_id, name LIMIT 1`,

  `WITH ${ENTRIES}, replayed AS (
     SELECT member_id, lot_id,
       coalesce(sum(points) FILTER (WHERE account = 'pending'), 0) AS pending,
       coalesce(sum(points) FILTER (WHERE account = 'available'), 0) AS open
     FROM entries WHERE lot_id IS NOT NULL AND account IN ('pending', 'available') GROUP BY member_id, lot_id)
   SELECT format('lot %s of member %s: %s %s are kept, the ledger gives %s pending and %s open', lot_id, member_id,
     coalesce(l.remaining, 0), coalesce(l.state, 'none'), coalesce(r.pending, 0), coalesce(r.open, 0)) AS contradiction
   FROM (SELECT * FROM lot WHERE shop_id = $1) l FULL JOIN replayed r USING (member_id, lot_id)
   WHERE coalesce(r.pending, 0) <> CASE WHEN l.state = 'pending' THEN l.remaining ELSE 0 END
      OR coalesce(r.open, 0) <> CASE WHEN l.state = 'open' THEN l.remaining ELSE 0 END
   ORDER BY member_id, lot_id LIMIT 1`,

  `SELECT format('lot %s of member %s is overdrawn: %s of %s are left', lot_id, member_id, remaining, points)
     AS contradiction
   FROM lot WHERE shop_id = $1 AND (remaining < 0 OR remaining > points) ORDER BY member_id, lot_id LIMIT 1`,

  `SELECT format('member %s has %s points set aside, the open codes cost %s', m.member_id, m.held,
     coalesce(c.points, 0)) AS contradiction
   FROM member m LEFT JOIN (
     SELECT member_id, sum(points) AS points FROM reward_code
     WHERE shop_id = $1 AND state IN ('held', 'issued', 'requested') GROUP BY member_id) c USING (member_id)
   WHERE m.shop_id = $1 AND m.held <> coalesce(c.points, 0) ORDER BY m.member_id LIMIT 1`,

  `SELECT format('gift %s of member %s: %s points stand, it is worth %s', name, member_id, standing - written_off,
     CASE WHEN is_given AND gift->>'kind' = 'points' THEN gift->>'points' ELSE '0' END) AS contradiction
   FROM gift_grant WHERE shop_id = $1 AND standing - written_off
     <> CASE WHEN is_given AND gift->>'kind' = 'points' THEN (gift->>'points')::bigint ELSE 0 END
   ORDER BY member_id, name LIMIT 1`,

  `SELECT format('gift %s of member %s names %s, which is no %s of theirs', name, member_id, missing, what)
     AS contradiction
   FROM (
     SELECT g.member_id, g.name, named AS missing, 'code' AS what FROM gift_grant g CROSS JOIN unnest(g.codes) AS named
     WHERE g.shop_id = $1 AND NOT EXISTS (SELECT 1 FROM reward_code c
       WHERE c.shop_id = $1 AND c.code = named AND c.member_id = g.member_id)
     UNION ALL
     SELECT g.member_id, g.name, named, 'lot' FROM gift_grant g CROSS JOIN unnest(g.lot_ids) AS named
     WHERE g.shop_id = $1 AND NOT EXISTS (SELECT 1 FROM lot l
       WHERE l.shop_id = $1 AND l.member_id = g.member_id AND l.lot_id = named)) AS missing
   ORDER BY member_id, name LIMIT 1`,
];

/**
 * Proves a shop's ledger at one moment: entries sum to zero, kept balances and lots are what the
 * entries give, no lot is overdrawn, every held or issued code has its points, and
 * every gift what it is worth.
 */
export function verifyLedger(database: Database, shopId: number): Promise<LedgerProof> {
  return database.transaction(async (tx) => {
    await tx.query("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY");
    return verifyWithin(tx, shopId);
  });
}

/** The same of what a transaction has written so far. */
export async function verifyWithin(tx: Statements, shopId: number): Promise<LedgerProof> {
  const [counts] = await readRows(
    tx,
    countsRow,
    `SELECT (SELECT count(*) FROM ledger_transaction WHERE shop_id = $1) AS transactions,
       (SELECT count(*) FROM member WHERE shop_id = $1) AS members`,
    [shopId],
  );
  assert(counts !== undefined, "counts are always answered");
  return { ...counts, contradiction: await firstContradiction(tx, shopId) };
}

async function firstContradiction(tx: Statements, shopId: number): Promise<string | null> {
  for (const check of CHECKS) {
    const [found] = await readRows(tx, contradictionRow, check, [shopId]);
    if (found !== undefined) return found.contradiction;
  }
  return null;
}

/** Remembers how the last proof of a shop ended. */
export async function keepProof(
  { prisma }: Database,
  shopId: number,
  { transactions, members, contradiction }: LedgerProof,
  now: Instant,
): Promise<void> {
  const proof = { provedAt: new Date(now), transactions, members, contradiction };
  await prisma.ledgerProof.upsert({ where: { shopId }, create: { shopId, ...proof }, update: proof });
}
