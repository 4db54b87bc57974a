import type { Books } from "#app/domain/books/books.ts";
import type { MemberId } from "#app/domain/books/ids.ts";
import type { Instant } from "#app/domain/calendar.ts";
import { advanceMember, applyEvent } from "#app/domain/engine.ts";
import { keepForUndo, noteBeforeMerge } from "#app/domain/members/unmerge/keep-for-undo.ts";
import type { MergeUndo } from "#app/domain/members/unmerge/merge-undo.ts";
import type { Database } from "#app/db/client.ts";
import { waitForShopInbox } from "#app/db/inbox/inbox-batch.ts";
import { keepMerge, type MovedRows, rowsOfEnding } from "#app/db/members/member-merges.ts";
import { redirectMember } from "#app/db/members/people.ts";
import { decide, done, type Refused } from "../decide.ts";

export interface MemberMerge {
  readonly shopId: number;
  readonly keptId: MemberId;
  readonly endedId: MemberId;
  readonly actor: string;
  readonly now: Instant;
}

/**
 * Two members are one person: everything moves to the one that is kept, by transfers. What it takes to undo it is
 * kept for 30 days.
 */
export function mergeMembers(
  database: Database,
  { shopId, keptId, endedId, actor, now }: MemberMerge,
): Promise<{ readonly ok: true } | Refused> {
  const by = { actor, details: { endedId } };
  const kept: { undo: MergeUndo | null; moved: MovedRows | null } = { undo: null, moved: null };
  return decide(
    database,
    {
      ...{ shopId, command: "merge_members", memberIds: [keptId, endedId], now },
      ...{ key: null, input: null, accepted: done, by },
    },
    (books) => {
      const { outcome, undo } = mergeKeepingUndo(books, { keptId, endedId, now });
      kept.undo = undo;
      return outcome;
    },
    {
      beforeLoad: (tx) => waitForShopInbox(tx, shopId),
      async beforeRecord(tx) {
        kept.moved = await rowsOfEnding(tx, shopId, endedId);
        await redirectMember(tx, shopId, endedId, keptId);
      },
      async afterRecord(tx) {
        const { undo, moved } = kept;
        if (undo === null || moved === null) return;
        await keepMerge(tx, shopId, { keptId, endedId, mergedAt: now, mergedBy: actor, undo, moved });
      },
    },
  );
}

/** What was due happens first, so that an undo gives back what was there, and not what had lapsed already. */
function mergeKeepingUndo(
  books: Books,
  { keptId, endedId, now }: Pick<MemberMerge, "keptId" | "endedId" | "now">,
) {
  for (const id of [keptId, endedId]) advanceMember(books, id, now);
  const kept = books.members.get(keptId);
  const ended = books.members.get(endedId);
  const before =
    kept === undefined || ended === undefined || kept === ended ? null : noteBeforeMerge(kept, ended);
  const outcome = applyEvent(books, {
    ...{ type: "members_merged", at: now },
    ...{ memberId: keptId, fromMemberId: endedId },
  });
  if (!outcome.ok || before === null || kept === undefined) return { outcome, undo: null };
  return { outcome, undo: keepForUndo(before, kept, endedId) };
}
