import type { Instant } from "#app/domain/calendar.ts";
import { writeAudit } from "#app/db/audit.ts";
import type { Database } from "#app/db/client.ts";
import { retryOnUniqueViolation } from "#app/db/outbox/retry-on-unique-violation.ts";
import { wakeDelivery } from "#app/db/inbox/wake-delivery.ts";

export interface RetryWish {
  readonly shopId: number;
  readonly box: "inbox" | "outbox";
  readonly id: number;
  readonly actor: string;
  readonly now: Instant;
}

/** A parked delivery is tried again, as if it had just come. */
export async function retryDelivery(
  database: Database,
  { shopId, box, id, actor, now }: RetryWish,
): Promise<
  { readonly ok: true } | { readonly ok: false; readonly refusal: "not_parked"; readonly message: string }
> {
  const woken = await retryOnUniqueViolation(() =>
    database.transaction(async (tx) => {
      const found = await wakeDelivery(tx, shopId, { box, id }, now);
      if (found) {
        const details = { box, id };
        await writeAudit(tx, shopId, { at: now, actor, action: "retry_delivery", memberId: null, details });
      }
      return found;
    }),
  );
  if (!woken) return { ok: false, refusal: "not_parked", message: "this delivery is not parked" };
  await database.notify(box, String(shopId));
  return { ok: true };
}
