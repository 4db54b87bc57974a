import type { Database } from "#app/db/database.ts";
import type { Instant } from "#app/domain/calendar.ts";

export interface LedgerProof {
  readonly provedAt: Instant;
  /** The first contradiction found; null = every balance is right. */
  readonly contradiction: string | null;
}

/** The outcome of a shop's last nightly proof; null before the first. */
export async function ledgerProof({ prisma }: Database, shopId: number): Promise<LedgerProof | null> {
  const proof = await prisma.ledgerProof.findUnique({ where: { shopId } });
  return proof === null ? null : { provedAt: proof.provedAt.getTime(), contradiction: proof.contradiction };
}
