import type { Statements } from "#app/db/database.ts";
import type { Instant } from "#app/domain/calendar.ts";

export interface LedgerProof {
  readonly provedAt: Instant;
  /** The first contradiction found; null = every balance is right. */
  readonly contradiction: string | null;
}

/** The outcome of a shop's last nightly proof; null before the first. */
export async function ledgerProof(statements: Statements, shopId: number): Promise<LedgerProof | null> {
  const [proof] = await statements.query<LedgerProof>(
    `SELECT proved_at AS "provedAt", contradiction FROM ledger_proof WHERE shop_id = $1`,
    [shopId],
  );
  return proof ?? null;
}
