import type { Instant } from "#app/domain/calendar.ts";
import { timestamp } from "../column-values.ts";
import type { Statements } from "../database.ts";
import { tables } from "../generated/tables.ts";
import { readRows } from "../read-rows.ts";

const proofRow = tables.mailbox_proof.pick({ code_digest: true, customer_id: true });

export interface MailboxProof {
  readonly shopId: number;
  readonly addressDigest: string;
  readonly codeDigest: string;
  /** Null: nobody of the shop has the address. */
  readonly customerId: string | null;
}

export interface ProofLimits {
  readonly now: Instant;
  /** A younger code stays as it is. */
  readonly youngestAt: Instant;
  /** Codes are counted from then on. */
  readonly countedSince: Instant;
  readonly codesPerAddress: number;
  readonly codesPerShop: number;
}

/** Replaces an address's code by a new one, within the limits. False: the one there was stays, if any. */
export async function writeProof(
  statements: Statements,
  { shopId, addressDigest, codeDigest, customerId }: MailboxProof,
  limits: ProofLimits,
): Promise<boolean> {
  const written = await statements.query(
    `INSERT INTO mailbox_proof AS known
       (shop_id, address_digest, code_digest, customer_id, made_at, tries, codes, counted_since)
     SELECT $1, $2, $3, $4, $5::timestamptz, 0, 1, $5::timestamptz
     WHERE (SELECT count(*) FROM mailbox_proof
            WHERE shop_id = $1 AND made_at > $7::timestamptz) < $9
     ON CONFLICT (shop_id, address_digest) DO UPDATE
     SET code_digest = excluded.code_digest, customer_id = excluded.customer_id, made_at = excluded.made_at,
         tries = 0,
         codes = CASE WHEN known.counted_since > $7::timestamptz THEN known.codes + 1 ELSE 1 END,
         counted_since = CASE WHEN known.counted_since > $7::timestamptz
           THEN known.counted_since ELSE excluded.counted_since END
     WHERE known.made_at <= $6::timestamptz
       AND (known.codes < $8 OR known.counted_since <= $7::timestamptz)
     RETURNING 1`,
    [
      shopId,
      addressDigest,
      codeDigest,
      customerId,
      timestamp(limits.now),
      timestamp(limits.youngestAt),
      timestamp(limits.countedSince),
      limits.codesPerAddress,
      limits.codesPerShop,
    ],
  );
  return written.length > 0;
}

/** Uses up a try, and answers what the code is to be compared with; null: there is none, or no try is left. */
export async function takeTry(
  statements: Statements,
  shopId: number,
  addressDigest: string,
  { madeAfter, mostTries }: { readonly madeAfter: Instant; readonly mostTries: number },
): Promise<{ readonly codeDigest: string; readonly customerId: string | null } | null> {
  const [row] = await readRows(
    statements,
    proofRow,
    `UPDATE mailbox_proof SET tries = tries + 1
     WHERE shop_id = $1 AND address_digest = $2 AND made_at > $3::timestamptz AND tries < $4
     RETURNING code_digest, customer_id`,
    [shopId, addressDigest, timestamp(madeAfter), mostTries],
  );
  return row === undefined ? null : { codeDigest: row.code_digest, customerId: row.customer_id };
}

/** A code works once: of two who bring it at the same moment one is let in. */
export async function useProof(
  statements: Statements,
  shopId: number,
  addressDigest: string,
  codeDigest: string,
): Promise<boolean> {
  const used = await statements.query(
    `UPDATE mailbox_proof SET code_digest = '' WHERE shop_id = $1 AND address_digest = $2 AND code_digest = $3
     RETURNING 1`,
    [shopId, addressDigest, codeDigest],
  );
  return used.length > 0;
}

/** Codes that were sent to customers who are erased. */
export async function forgetProofs(
  tx: Statements,
  shopId: number,
  customerIds: readonly string[],
): Promise<void> {
  if (customerIds.length === 0) return;
  await tx.query("DELETE FROM mailbox_proof WHERE shop_id = $1 AND customer_id = ANY($2::text[])", [
    shopId,
    customerIds,
  ]);
}
