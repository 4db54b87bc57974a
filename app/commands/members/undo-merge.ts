import type { MemberId } from "#app/domain/books/ids.ts";
import type { Instant } from "#app/domain/calendar.ts";
import { applyEvent } from "#app/domain/engine.ts";
import { undoableUntil } from "#app/domain/members/unmerge/merge-undo.ts";
import { writeAudit } from "#app/db/audit.ts";
import type { Database } from "#app/db/client.ts";
import { waitForShopInbox } from "#app/db/inbox/inbox-batch.ts";
import { findMerge, type FoundMerge, redirectBack } from "#app/db/members/member-merges.ts";
import { partWords } from "#app/db/messages/part-words.ts";
import { decide, done, type Refused } from "../decide.ts";

export interface MergeUndoing {
  readonly shopId: number;
  readonly keptId: MemberId;
  /** The one that had become part of the other. */
  readonly endedId: MemberId;
  readonly actor: string;
  readonly now: Instant;
}

/**
 * Two members that were merged by hand are two again, within 30 days: by transfers, so that the ledger stays proved.
 * Deliveries wait meanwhile, so that each reaches whom it is about.
 */
export function undoMerge(
  database: Database,
  { shopId, keptId, endedId, actor, now }: MergeUndoing,
): Promise<{ readonly ok: true } | Refused> {
  const command = "undo_merge";
  let found: FoundMerge | null = null;
  return decide(
    database,
    {
      ...{ shopId, command, memberIds: [keptId, endedId], now },
      ...{ key: null, input: null, accepted: done, by: { actor, details: { endedId } } },
    },
    (books) =>
      found?.undo === undefined || found.undo === null
        ? TOO_LATE
        : applyEvent(books, {
            ...{ type: "merge_undone", at: now, memberId: keptId, fromMemberId: endedId },
            undo: found.undo,
          }),
    {
      beforeLoad: (tx) => waitForShopInbox(tx, shopId),
      async refuse(tx) {
        found = await findMerge(tx, shopId, endedId);
        return obstacleTo(found, keptId, now);
      },
      async beforeRecord(tx) {
        if (found === null || found.undo === null || found.moved === null) return;
        const { undo, moved, mergedAt } = found;
        await partWords(tx, shopId, { keptId, endedId, mergedAt });
        await redirectBack(tx, shopId, { endedId, keptId, email: undo.ended.email, moved });
      },
      async afterRecord(tx) {
        await writeAudit(tx, shopId, {
          at: now,
          actor,
          action: command,
          memberId: endedId,
          details: { keptId },
        });
      },
    },
  );
}

const BY_THE_SHOP: Refused = {
  ...{ ok: false, refusal: "merge_by_shop" },
  message: "what the shop merged is not undone here",
};
const NOT_LAST: Refused = {
  ...{ ok: false, refusal: "merge_not_last" },
  message: "another merge came later: it is undone first",
};
const TOO_LATE: Refused = {
  ...{ ok: false, refusal: "merge_too_late" },
  message: "a merge can be undone for 30 days",
};

function obstacleTo(found: FoundMerge | null, keptId: MemberId, now: Instant): Refused | null {
  if (found === null) return BY_THE_SHOP;
  if (found.undo === null || now >= undoableUntil(found.mergedAt)) return TOO_LATE;
  return found.keptId === keptId && found.isLast ? null : NOT_LAST;
}
