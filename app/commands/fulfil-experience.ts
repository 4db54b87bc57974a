import type { MemberId } from "#app/domain/books.ts";
import type { Instant } from "#app/domain/calendar.ts";
import { applyEvent } from "#app/domain/engine.ts";
import type { Database } from "#app/db/client.ts";
import { decide, type Refused } from "./decide.ts";

export interface ExperienceFulfilment {
  readonly shopId: number;
  readonly memberId: MemberId;
  readonly code: string;
  /** A staff member's id. */
  readonly actor: string;
  /** Of the click: pressing twice does it once. */
  readonly key: string;
  readonly now: Instant;
}

/** The merchant has given the member what was claimed (a course, an event). */
export function fulfilExperience(
  database: Database,
  { shopId, memberId, code, actor, key, now }: ExperienceFulfilment,
): Promise<{ readonly ok: true } | Refused> {
  const input = { memberId, code };
  const by = { actor, details: { code } };
  return decide(
    database,
    { shopId, command: "fulfil_experience", memberIds: [memberId], now, key, input, by },
    (books) => applyEvent(books, { type: "experience_fulfilled", at: now, memberId, code }),
  );
}
