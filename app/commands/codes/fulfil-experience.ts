import type { MemberId } from "#app/domain/books/ids.ts";
import type { Instant } from "#app/domain/calendar.ts";
import { applyEvent } from "#app/domain/engine.ts";
import type { Database } from "#app/db/client.ts";
import { decide, done, type Refused } from "../decide.ts";

export interface ExperienceFulfilment {
  readonly shopId: number;
  readonly memberId: MemberId;
  readonly code: string;
  /** To whom or how, for the merchant's own record. */
  readonly note: string | null;
  /** A staff member's id. */
  readonly actor: string;
  /** Of the click: pressing twice does it once. */
  readonly key: string;
  readonly now: Instant;
}

/** The merchant has given the member what was claimed (a course, an event). */
export function fulfilExperience(
  database: Database,
  { shopId, memberId, code, note, actor, key, now }: ExperienceFulfilment,
): Promise<{ readonly ok: true } | Refused> {
  const input = { memberId, code, note };
  const by = { actor, details: { code, ...(note === null ? {} : { reason: note }) } };
  return decide(
    database,
    { shopId, command: "fulfil_experience", memberIds: [memberId], now, key, input, accepted: done, by },
    (books) => applyEvent(books, { type: "experience_fulfilled", at: now, memberId, code, note }),
  );
}
