import { writeAudit } from "#app/db/audit.ts";
import type { Database } from "#app/db/client.ts";
import { lockPauses, readPresentPause, writePause } from "#app/db/program/pauses.ts";
import type { Instant } from "#app/domain/calendar.ts";

export interface PauseWish {
  readonly shopId: number;
  readonly earning: boolean;
  readonly claiming: boolean;
  /** When it begins; null or past: now. */
  readonly from: Instant | null;
  /** When it ends by itself; null: once somebody ends it. */
  readonly until: Instant | null;
  readonly actor: string;
  readonly now: Instant;
}

export type PauseRefusal = {
  readonly ok: false;
  readonly refusal: "pause_exists" | "pause_over" | "pause_times";
};

/**
 * Stops earning, claiming or both for a while, from now on or later. A shop has one pause at a time: who wants
 * another ends the one there is.
 */
export function planPause(
  database: Database,
  wish: PauseWish,
): Promise<{ readonly ok: true } | PauseRefusal> {
  const { shopId, earning, claiming, until, actor, now } = wish;
  const from = wish.from === null ? now : Math.max(wish.from, now);
  return database.transaction(async (tx) => {
    if (until !== null && until <= from) return { ok: false, refusal: "pause_times" };
    await lockPauses(tx, shopId);
    if ((await readPresentPause(tx, shopId, now)) !== null) return { ok: false, refusal: "pause_exists" };
    const pause = { earning, claiming, from, until };
    await writePause(tx, shopId, pause, { now, actor });
    await writeAudit(tx, shopId, { at: now, actor, action: "plan_pause", memberId: null, details: pause });
    return { ok: true };
  });
}
