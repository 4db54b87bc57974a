import type { Statements } from "#app/db/database.ts";
import { readPresentPause } from "#app/db/program/pauses.ts";
import type { Pause } from "#app/domain/books/pauses.ts";
import type { Instant } from "#app/domain/calendar.ts";

/** The pause that runs at `now` or is planned; null: there is none. */
export function presentPause(statements: Statements, shopId: number, now: Instant): Promise<Pause | null> {
  return readPresentPause(statements, shopId, now);
}
