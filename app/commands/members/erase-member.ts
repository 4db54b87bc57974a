import type { MemberId } from "#app/domain/books/ids.ts";
import type { Instant } from "#app/domain/calendar.ts";
import { applyEvent } from "#app/domain/engine.ts";
import type { Database } from "#app/db/client.ts";
import { writeErasures } from "#app/db/members/erasures.ts";
import {
  forgetDeliveries,
  forgetPerson,
  forgetWords,
  type NamesOfPerson,
} from "#app/db/members/forget-person.ts";
import { decide, done, type Refused } from "../decide.ts";

export interface Erasure {
  readonly shopId: number;
  readonly memberId: MemberId;
  readonly actor: string;
  readonly now: Instant;
}

/** The person goes, the ledger rows stay without them, and the totals do not change. */
export function eraseMember(
  database: Database,
  { shopId, memberId, actor, now }: Erasure,
): Promise<{ readonly ok: true } | Refused> {
  const by = { actor, details: {} };
  let names: readonly NamesOfPerson[] = [];
  return decide(
    database,
    {
      shopId,
      command: "erase_member",
      memberIds: [memberId],
      now,
      key: null,
      input: null,
      accepted: done,
      by,
    },
    (books) => applyEvent(books, { type: "member_erased", at: now, memberId }),
    {
      async beforeRecord(tx) {
        names = await forgetPerson(tx, shopId, memberId);
      },
      async afterRecord(tx) {
        await forgetWords(tx, shopId, memberId);
        await writeErasures(tx, shopId, names, now);
        await forgetDeliveries(tx, shopId, names, [memberId]);
      },
    },
  );
}
