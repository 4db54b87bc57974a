import { writeAudit } from "#app/db/audit.ts";
import type { Database } from "#app/db/client.ts";
import { wishScoring } from "#app/db/customers/customer-scoring.ts";
import type { Instant } from "#app/domain/calendar.ts";

export interface ScoringWish {
  readonly shopId: number;
  readonly actor: string;
  readonly now: Instant;
}

/** Has the customers scored now and not only at night. One that is under way is brought to its end. */
export function scoreNow(database: Database, { shopId, actor, now }: ScoringWish): Promise<void> {
  return database.transaction(async (tx) => {
    await wishScoring(tx, shopId, now);
    await writeAudit(tx, shopId, { at: now, actor, action: "score_customers", memberId: null, details: {} });
  });
}
