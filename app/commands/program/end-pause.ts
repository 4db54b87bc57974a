import { writeAudit } from "#app/db/audit.ts";
import type { Database } from "#app/db/client.ts";
import { dropPause, lockPauses, movePauseEnd, readPresentPause } from "#app/db/program/pauses.ts";
import type { Instant } from "#app/domain/calendar.ts";
import type { PauseRefusal } from "./plan-pause.ts";

export interface PauseToEnd {
  readonly shopId: number;
  /** Now at the earliest: what of a pause is past stays. Null: once somebody ends it. */
  readonly until: Instant | null | "now";
  readonly actor: string;
  readonly now: Instant;
}

/** Ends the pause there is now, moves its end, or calls off one that has not begun. */
export function endPause(
  database: Database,
  { shopId, until, actor, now }: PauseToEnd,
): Promise<{ readonly ok: true } | PauseRefusal> {
  return database.transaction(async (tx) => {
    await lockPauses(tx, shopId);
    const pause = await readPresentPause(tx, shopId, now);
    if (pause === null) return { ok: false, refusal: "pause_over" };
    const hasBegun = pause.from <= now;
    if (typeof until === "number" && until <= Math.max(now, pause.from)) {
      return { ok: false, refusal: "pause_times" };
    }
    if (until === "now" && !hasBegun) await dropPause(tx, shopId, pause.pauseId);
    else await movePauseEnd(tx, shopId, pause.pauseId, until === "now" ? now : until);
    await writeAudit(tx, shopId, {
      at: now,
      actor,
      action: until === "now" ? "end_pause" : "move_pause_end",
      memberId: null,
      details: { until },
    });
    return { ok: true };
  });
}
