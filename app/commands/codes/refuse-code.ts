import type { MemberId } from "#app/domain/books/ids.ts";
import type { Instant } from "#app/domain/calendar.ts";
import { applyEvent } from "#app/domain/engine.ts";
import type { Database } from "#app/db/client.ts";
import { decide, done, type Refused } from "../decide.ts";

export interface CodeRefusal {
  readonly shopId: number;
  readonly memberId: MemberId;
  readonly code: string;
  readonly reason: string;
  readonly now: Instant;
}

/** The platform says no and will say no again: the points go back at once. */
export function refuseCode(
  database: Database,
  { shopId, memberId, code, reason, now }: CodeRefusal,
): Promise<{ readonly ok: true } | Refused> {
  return decide(
    database,
    {
      shopId,
      command: "refuse_code",
      memberIds: [memberId],
      now,
      key: null,
      input: null,
      accepted: done,
      by: null,
    },
    (books) => applyEvent(books, { type: "code_refused", at: now, memberId, code, reason }),
  );
}
