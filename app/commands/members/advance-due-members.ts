import type { MemberId } from "#app/domain/books/ids.ts";
import type { Instant } from "#app/domain/calendar.ts";
import { advanceMember } from "#app/domain/engine.ts";
import { openBooks } from "#app/db/books/open-books.ts";
import { recordBooks } from "#app/db/books/record-books.ts";
import type { Database } from "#app/db/client.ts";
import { dueMembers } from "#app/db/members/due-members.ts";
import { newCode } from "../codes/new-code.ts";

const MEMBERS_AT_ONCE = 200;

/**
 * Brings about what is due by now for one batch of members: maturity, expiry and its notices, ends of
 * tiers, codes that lapse. Returns how many were advanced; fewer than a batch means nobody is left.
 */
export async function advanceDueMembers(
  database: Database,
  now: Instant,
): Promise<{ advanced: number; more: boolean }> {
  const due = await dueMembers(database, now, MEMBERS_AT_ONCE);
  for (const [shopId, memberIds] of due) await advanceMembers(database, shopId, memberIds, now);
  const advanced = [...due.values()].reduce((sum, memberIds) => sum + memberIds.length, 0);
  return { advanced, more: advanced === MEMBERS_AT_ONCE };
}

/** The same for given members, whoever they are. */
export function advanceMembers(
  database: Database,
  shopId: number,
  memberIds: readonly MemberId[],
  now: Instant,
): Promise<void> {
  return advance(database, shopId, memberIds, { now, isJourneyDue: false });
}

/** The same, and what is due for them in journeys, also in those that were switched off. */
export function advanceInJourneys(
  database: Database,
  shopId: number,
  memberIds: readonly MemberId[],
  now: Instant,
): Promise<void> {
  return advance(database, shopId, memberIds, { now, isJourneyDue: true });
}

async function advance(
  database: Database,
  shopId: number,
  memberIds: readonly MemberId[],
  { now, isJourneyDue }: { readonly now: Instant; readonly isJourneyDue: boolean },
): Promise<void> {
  await database.transaction(async (tx) => {
    const open = await openBooks(tx, shopId, memberIds, { nextCode: newCode, now, isJourneyDue });
    for (const memberId of open.books.members.keys()) {
      advanceMember(open.books, memberId, now);
      // What is next due is written down even where nothing was posted.
      open.books.changed.add(memberId);
    }
    await recordBooks(tx, open, now);
  });
  await database.notify("outbox", String(shopId));
}
