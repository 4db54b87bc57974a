import type { MemberId } from "#app/domain/books/ids.ts";
import type { Instant } from "#app/domain/calendar.ts";
import type { Database } from "#app/db/client.ts";
import { dueJourneyMembers, postponeJourneyMembers } from "#app/db/journeys/journey-members.ts";
import { reasonOf } from "../inbox/failure.ts";
import { advanceInJourneys } from "../members/advance-due-members.ts";

const MEMBERS_AT_ONCE = 200;
const AGAIN_AFTER_MS = 3_600_000;

export interface AdvancedJourneys {
  readonly advanced: number;
  /** There were as many as are taken at once: more may be due. */
  readonly more: boolean;
  /** Members for whom it failed: they are looked at again in an hour, and hold nobody up. */
  readonly failures: readonly {
    readonly shopId: number;
    readonly memberId: MemberId;
    readonly reason: string | null;
  }[];
}

/** Brings about what is due in journeys by now for one batch of members, each shop's in a transaction. */
export async function advanceJourneys(database: Database, now: Instant): Promise<AdvancedJourneys> {
  const due = await dueJourneyMembers(database, now, MEMBERS_AT_ONCE);
  const failures = [];
  let advanced = 0;
  for (const [shopId, memberIds] of due) {
    advanced += memberIds.length;
    try {
      await advanceInJourneys(database, shopId, memberIds, now);
    } catch {
      failures.push(...(await advanceEachAlone(database, shopId, memberIds, now)));
    }
  }
  return { advanced, more: advanced === MEMBERS_AT_ONCE, failures };
}

async function advanceEachAlone(
  database: Database,
  shopId: number,
  memberIds: readonly MemberId[],
  now: Instant,
): Promise<AdvancedJourneys["failures"]> {
  const failures = [];
  for (const memberId of memberIds) {
    try {
      await advanceInJourneys(database, shopId, [memberId], now);
    } catch (error) {
      failures.push({ shopId, memberId, reason: reasonOf(error) });
      await postponeJourneyMembers(database, shopId, [memberId], now + AGAIN_AFTER_MS);
    }
  }
  return failures;
}
