import type { Database } from "#app/db/client.ts";
import {
  lastConcerned,
  nextConcerned,
  writeForeseen,
  type ForeseenRow,
} from "#app/db/member-files/deed-rows.ts";
import { changeFile, type MemberFile } from "#app/db/member-files/member-file.ts";
import type { PlannedDeed } from "#app/db/member-files/planned-deed.ts";
import type { Shop } from "#app/db/shops/shops.ts";
import { foreseeDeed } from "#app/domain/members/bulk/bulk-deed.ts";
import type { StepTimes } from "../../member-files/check-file.ts";

const MEMBERS_AT_ONCE = 500;

/**
 * Writes down whom a deed concerns and what it would do for each; nothing is done. Counting that was
 * interrupted goes on behind the last it had written.
 */
export async function countConcerned(
  database: Database,
  { shopId }: Shop,
  file: MemberFile,
  { planned: { deed, whom }, times }: { readonly planned: PlannedDeed; readonly times: StepTimes },
): Promise<"done" | "stopped"> {
  const { now, leaseMs, stopping } = times;
  let position = file.position;
  for (;;) {
    const turn = await database.transaction(async (tx) => {
      const behind = await lastConcerned(tx, shopId, file.fileId);
      const most = MEMBERS_AT_ONCE;
      const found = whom === null ? [] : await nextConcerned(tx, shopId, whom, { behind, most });
      const rows = found.map(({ memberId, ...member }, index): ForeseenRow => ({
        line: position + index + 1,
        memberId,
        ...foreseeDeed(deed, member),
      }));
      position += rows.length;
      const isLast = rows.length < most;
      const change = isLast
        ? { state: "ready" as const, deed: { deed, whom: null } }
        : { nextAt: now() + leaseMs };
      const isWanted = await changeFile(tx, shopId, file, { ...change, position, failures: 0 });
      if (!isWanted) return "stopped";
      if (rows.length > 0) await writeForeseen(tx, shopId, file.fileId, rows);
      return isLast ? "done" : "more";
    });
    if (turn !== "more") return turn;
    if (stopping.aborted) return "stopped";
  }
}
