import type { MemberId } from "#app/domain/books/ids.ts";
import type { Instant } from "#app/domain/calendar.ts";
import { applyEvent } from "#app/domain/engine.ts";
import type { Database } from "#app/db/client.ts";
import { writeCodeReference } from "#app/db/codes/reward-codes.ts";
import { decide, done, type Refused } from "../decide.ts";

export interface CodeConfirmation {
  readonly shopId: number;
  readonly memberId: MemberId;
  readonly code: string;
  /** The platform's name for it. */
  readonly reference: string | null;
  readonly now: Instant;
}

/** The platform has made the code: it works from now on. */
export function confirmCode(
  database: Database,
  { shopId, memberId, code, reference, now }: CodeConfirmation,
): Promise<{ readonly ok: true } | Refused> {
  return decide(
    database,
    {
      shopId,
      command: "confirm_code",
      memberIds: [memberId],
      now,
      key: null,
      input: null,
      accepted: done,
      by: null,
    },
    (books) => applyEvent(books, { type: "code_confirmed", at: now, memberId, code }),
    { afterRecord: (tx) => writeCodeReference(tx, shopId, code, reference) },
  );
}
