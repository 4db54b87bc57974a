import type { Instant } from "#app/domain/calendar.ts";
import type { CustomerRef } from "#app/domain/event.ts";
import type { Database } from "#app/db/client.ts";
import { type AppliedFact, applyFacts } from "./apply-facts.ts";

export interface DoneActivity {
  readonly shopId: number;
  readonly customer: CustomerRef;
  readonly activity: string;
  /** With a key it counts once, however often it is told. */
  readonly key: string | null;
  readonly now: Instant;
}

/** A customer has done something the program may give points for. */
export async function recordActivity(
  database: Database,
  { shopId, customer, activity, key, now }: DoneActivity,
): Promise<AppliedFact> {
  const [applied] = await applyFacts(
    database,
    shopId,
    [{ type: "activity", at: now, customer, activity, key }],
    now,
  );
  return applied ?? { reason: "nobody is named", memberId: null };
}
