import type { MemberId } from "#app/domain/books/ids.ts";
import type { Instant } from "#app/domain/calendar.ts";
import { applyEvent } from "#app/domain/engine.ts";
import type { Database } from "#app/db/client.ts";
import { decide, done, type Refused } from "../decide.ts";
import { refuseTooMany } from "./refuse-too-many.ts";

export interface CodeCancellation {
  readonly shopId: number;
  readonly memberId: MemberId;
  readonly code: string;
  readonly reason: string;
  /** A staff member's id; null: the member gives it back. */
  readonly actor: string | null;
  readonly now: Instant;
}

/** An unused code is given back by its member or taken away by the merchant; its points come back. */
export function cancelCode(
  database: Database,
  { shopId, memberId, code, reason, actor, now }: CodeCancellation,
): Promise<{ readonly ok: true } | Refused> {
  const by = actor === null ? null : { actor, details: { code, reason } };
  return decide(
    database,
    {
      shopId,
      command: "cancel_code",
      memberIds: [memberId],
      now,
      key: null,
      input: null,
      accepted: done,
      by,
    },
    (books) =>
      applyEvent(books, {
        type: "code_cancelled",
        at: now,
        memberId,
        code,
        by: actor === null ? "member" : "merchant",
        reason,
      }),
    actor === null ? { refuse: (tx) => refuseTooMany(tx, "cancellations", { shopId, memberId, now }) } : {},
  );
}
