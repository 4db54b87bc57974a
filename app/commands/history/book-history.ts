import { assert } from "#app/domain/assert.ts";
import { writeAudit } from "#app/db/audit.ts";
import type { Database } from "#app/db/client.ts";
import { changeImport, type HistoryImport, lockImport } from "#app/db/history/history-import.ts";
import { countPeople, takeUpAgain } from "#app/db/history/history-people.ts";
import { askRefusedAgain } from "#app/db/questions/shop-questions.ts";
import { readShop } from "#app/db/shops/shops.ts";
import type { ImportAnswer } from "./import-refusal.ts";
import { gatherPast } from "./preview-history.ts";
import type { HistoryWish } from "./start-history.ts";

/**
 * The merchant has seen the preview and wants it: from here on the worker books it. Only what was seen
 * can be wanted, so the program of the preview must be the one that is live.
 */
export function bookHistory(database: Database, { shopId, actor, now }: HistoryWish): Promise<ImportAnswer> {
  return database.transaction(async (tx) => {
    const run = await lockImport(tx, shopId);
    if (run === null || !(run.state === "ready" || (await canGoOn(tx, shopId, run)))) {
      return { ok: false, refusal: "import_not_ready" };
    }
    const shop = await readShop(tx, shopId);
    assert(shop !== null, "a shop with an import is known");
    const { judgedBy } = run;
    if (judgedBy === null || judgedBy.program !== "live")
      return { ok: false, refusal: "import_preview_outdated" };
    if (run.state === "ready") {
      if (judgedBy.number !== shop.liveVersion) return { ok: false, refusal: "import_preview_outdated" };
      // Who was set aside was not seen either, and is not booked with the others.
      await gatherPast(tx, shopId);
    } else {
      await takeUpAgain(tx, shopId);
      await askRefusedAgain(tx, shopId, now);
    }
    await changeImport(tx, shopId, run, { state: "booking", nextAt: now, failures: 0, reason: null });
    const details = { version: judgedBy.number, figures: run.figures };
    await writeAudit(tx, shopId, { at: now, actor, action: "book_history_import", memberId: null, details });
    return { ok: true };
  });
}

/** It is done but for some who could not be booked: they are tried again by the version the others were booked by. */
async function canGoOn(
  tx: Parameters<typeof countPeople>[0],
  shopId: number,
  run: HistoryImport,
): Promise<boolean> {
  return run.state === "done" && (await countPeople(tx, shopId)).setAside > 0;
}
