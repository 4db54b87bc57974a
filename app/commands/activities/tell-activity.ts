import { z } from "zod";
import { writeDelivery } from "#app/db/inbox/inbox.ts";
import { readMemberNames } from "#app/db/members/member-names.ts";
import type { Statements } from "#app/db/client.ts";
import type { MemberId } from "#app/domain/books/ids.ts";
import type { Instant } from "#app/domain/calendar.ts";
import { parseCleanJson } from "#app/domain/clean-text.ts";
import type { ShopFact } from "#app/domain/event.ts";

/** What our own pages tell the inbox, in a topic that no platform has. */
export const ACTIVITY_TOPIC = "regulars:activity";

export interface MembersActivity {
  readonly memberId: MemberId;
  readonly activity: string;
  /** The same key is the same activity of the member's, however often and in whatever order it is told. */
  readonly key: string;
}

const body = z.strictObject({
  customer: z.strictObject({ id: z.string().nullable(), email: z.string().nullable() }),
  activity: z.string(),
  key: z.string(),
});

/**
 * Something a member did on a page or in a mail of ours, told as a shop tells what happens there: it waits in the
 * inbox, is applied with everything else of the shop, once for each key, and parked where that fails. The member
 * is named as the shop names them, so that who merges or is erased meanwhile is found, or not.
 */
export async function tellActivity(
  tx: Statements,
  shopId: number,
  { memberId, activity, key }: MembersActivity,
  at: Instant,
): Promise<void> {
  const customer = await readMemberNames(tx, shopId, memberId);
  if (customer === null) return;
  const told: z.input<typeof body> = { customer, activity, key };
  const deliveryId = `${activity}:${memberId}:${key}`;
  await writeDelivery(
    tx,
    shopId,
    { topic: ACTIVITY_TOPIC, deliveryId, triggeredAt: at, body: JSON.stringify(told) },
    at,
  );
}

/** What such a delivery says; null: it is not of the form we write. */
export function readActivity(text: string, at: Instant): ShopFact | null {
  const said = body.safeParse(parseCleanJson(text));
  if (!said.success) return null;
  return { type: "activity", at, ...said.data };
}
