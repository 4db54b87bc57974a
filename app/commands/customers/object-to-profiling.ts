import { writeAudit } from "#app/db/audit.ts";
import type { Database } from "#app/db/client.ts";
import {
  dropObjections,
  holdSomebody,
  objectsSince,
  writeObjection,
} from "#app/db/customers/profiling-objections.ts";
import { untagMember } from "#app/db/customers/segment-tags.ts";
import { shareShopSettings } from "#app/db/shops/shop-settings.ts";
import type { MemberId } from "#app/domain/books/ids.ts";
import type { Instant } from "#app/domain/calendar.ts";
import type { Refused } from "../decide.ts";

export interface ObjectionWish {
  readonly shopId: number;
  readonly memberId: MemberId;
  /** False: they take their objection back. */
  readonly objects: boolean;
  /** A staff member's id, or "member" where they say so themselves. */
  readonly actor: string;
  readonly now: Instant;
}

/**
 * Somebody, a guest too, objects to profiling or takes that back. What was worked out of them goes at once; who takes
 * it back is scored with everybody else at night. Saying again what stands changes nothing.
 */
export function objectToProfiling(
  database: Database,
  { shopId, memberId, objects, actor, now }: ObjectionWish,
): Promise<{ readonly ok: true } | Refused> {
  return database.transaction(async (tx) => {
    if (!(await holdSomebody(tx, shopId, memberId)))
      return { ok: false, refusal: "member_unknown", message: `there is no member ${memberId}` };
    const isObjecting = (await objectsSince(tx, shopId, memberId)) !== null;
    if (isObjecting === objects) return { ok: true };
    if (objects) {
      // The shop's own records are not to keep what the app forgets.
      const { taggedSegments: tagged } = await shareShopSettings(tx, shopId);
      await untagMember(tx, shopId, { memberId, tagged, now });
      await writeObjection(tx, shopId, memberId, now);
    } else await dropObjections(tx, shopId, memberId);
    const action = objects ? "object_to_profiling" : "end_objection";
    await writeAudit(tx, shopId, { at: now, actor, action, memberId, details: {} });
    return { ok: true };
  });
}
