import { assert } from "#app/domain/assert.ts";
import type { MemberId } from "#app/domain/books/ids.ts";
import type { Instant } from "#app/domain/calendar.ts";
import type { CustomerFact } from "#app/domain/event.ts";
import type { Database } from "#app/db/client.ts";
import { applyFacts } from "../inbox/apply-facts.ts";

export interface JoinWish {
  readonly shopId: number;
  /** As the shop knows them; `id` is the platform's, proven by its log-in. */
  readonly customer: CustomerFact & { readonly id: string };
  readonly now: Instant;
}

/** A customer joins, or comes back after leaving. A proven address brings what its guest had earned. */
export async function joinProgram(
  database: Database,
  { shopId, customer, now }: JoinWish,
): Promise<{ readonly memberId: MemberId }> {
  const [joined] = await applyFacts(
    database,
    shopId,
    [{ type: "customer", at: now, customer, joined: true, isPresent: true }],
    now,
  );
  assert(joined !== undefined && joined.memberId !== null, "whoever joins is a member");
  return { memberId: joined.memberId };
}
