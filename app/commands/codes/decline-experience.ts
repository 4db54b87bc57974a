import type { MemberId } from "#app/domain/books/ids.ts";
import type { Instant } from "#app/domain/calendar.ts";
import { applyEvent } from "#app/domain/engine.ts";
import type { Database } from "#app/db/client.ts";
import { decide, done, type Refused } from "../decide.ts";

export interface ExperienceRefusal {
  readonly shopId: number;
  readonly memberId: MemberId;
  readonly code: string;
  readonly reason: string;
  /** A staff member's id. */
  readonly actor: string;
  /** Of the click: pressing twice does it once. */
  readonly key: string;
  readonly now: Instant;
}

/** The merchant cannot give what was claimed; its points come back. */
export function declineExperience(
  database: Database,
  { shopId, memberId, code, reason, actor, key, now }: ExperienceRefusal,
): Promise<{ readonly ok: true } | Refused> {
  const input = { memberId, code, reason };
  const by = { actor, details: { code, reason } };
  return decide(
    database,
    { shopId, command: "decline_experience", memberIds: [memberId], now, key, input, accepted: done, by },
    (books) => applyEvent(books, { type: "experience_declined", at: now, memberId, code, reason }),
  );
}
