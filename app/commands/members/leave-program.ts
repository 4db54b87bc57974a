import type { MemberId } from "#app/domain/books/ids.ts";
import type { Instant } from "#app/domain/calendar.ts";
import { applyEvent } from "#app/domain/engine.ts";
import type { Database } from "#app/db/client.ts";
import { decide, done, type Refused } from "../decide.ts";

/** A member opts out: open codes are withdrawn, nothing earns or spends any more, the sums stand. */
export function leaveProgram(
  database: Database,
  { shopId, memberId, now }: { readonly shopId: number; readonly memberId: MemberId; readonly now: Instant },
): Promise<{ readonly ok: true } | Refused> {
  return decide(
    database,
    {
      shopId,
      command: "leave_program",
      memberIds: [memberId],
      now,
      key: null,
      input: null,
      accepted: done,
      by: null,
    },
    (books) => applyEvent(books, { type: "member_left", at: now, memberId }),
  );
}
