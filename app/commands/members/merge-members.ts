import type { MemberId } from "#app/domain/books/ids.ts";
import type { Instant } from "#app/domain/calendar.ts";
import { applyEvent } from "#app/domain/engine.ts";
import type { Database } from "#app/db/client.ts";
import { waitForShopInbox } from "#app/db/inbox/inbox-batch.ts";
import { redirectMember } from "#app/db/members/people.ts";
import { decide, done, type Refused } from "../decide.ts";

export interface MemberMerge {
  readonly shopId: number;
  readonly keptId: MemberId;
  readonly endedId: MemberId;
  readonly actor: string;
  readonly now: Instant;
}

/** Two members are one person: everything moves to the one that is kept, by transfers. */
export function mergeMembers(
  database: Database,
  { shopId, keptId, endedId, actor, now }: MemberMerge,
): Promise<{ readonly ok: true } | Refused> {
  const by = { actor, details: { endedId } };
  return decide(
    database,
    {
      shopId,
      command: "merge_members",
      memberIds: [keptId, endedId],
      now,
      key: null,
      input: null,
      accepted: done,
      by,
    },
    (books) =>
      applyEvent(books, { type: "members_merged", at: now, memberId: keptId, fromMemberId: endedId }),
    {
      beforeLoad: (tx) => waitForShopInbox(tx, shopId),
      beforeRecord: (tx) => redirectMember(tx, shopId, endedId, keptId),
    },
  );
}
