import type { MemberId } from "#app/domain/books.ts";
import type { Instant } from "#app/domain/calendar.ts";
import { applyEvent } from "#app/domain/engine.ts";
import type { Database } from "#app/db/client.ts";
import { forgetPerson } from "#app/db/people.ts";
import { decide, type Refused } from "./decide.ts";

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
  return decide(
    database,
    { shopId, command: "erase_member", memberIds: [memberId], now, key: null, input: null, by },
    (books) => applyEvent(books, { type: "member_erased", at: now, memberId }),
    { beforeRecord: (tx) => forgetPerson(tx, shopId, memberId) },
  );
}
