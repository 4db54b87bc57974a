import type { Database } from "#app/db/client.ts";
import { readProgramVersions } from "#app/db/program/programs.ts";
import type { MemberId } from "#app/domain/books/ids.ts";
import { type Instant, localDay } from "#app/domain/calendar.ts";
import { type SeenInFront, wantedOfFront } from "#app/domain/earning/activities/seen-in-front.ts";
import { tellActivity } from "./tell-activity.ts";

export interface SeenDeed {
  readonly shopId: number;
  readonly memberId: MemberId;
  readonly activity: SeenInFront;
  /** The page or the product; empty where the deed is not about one. */
  readonly about: string;
  readonly now: Instant;
}

/** What a member did in the shop's front: once for each page or product and day of the shop. */
export async function noteSeenInFront(
  database: Database,
  { shopId, memberId, activity, about, now }: SeenDeed,
): Promise<void> {
  const live = (await readProgramVersions(database, shopId)).at(-1);
  if (live === undefined || !wantedOfFront(live.program).includes(activity)) return;
  const day = localDay(now, live.program.timezone);
  const key = about === "" ? day : `${about}:${day}`;
  await database.transaction((tx) => tellActivity(tx, shopId, { memberId, activity, key }, now));
  await database.notify("inbox", String(shopId));
}
