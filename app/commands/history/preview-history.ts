import { assert } from "#app/domain/assert.ts";
import type { Instant } from "#app/domain/calendar.ts";
import type { Database, Statements } from "#app/db/client.ts";
import {
  changeImport,
  type HistoryImport,
  type ImportChange,
  type JudgedBy,
  lockImport,
} from "#app/db/history/history-import.ts";
import { forgetForeseen } from "#app/db/history/history-people.ts";
import { gatherPeople, stageUnrewardedOrders } from "#app/db/history/history-staging.ts";
import { askRefusedAgain } from "#app/db/questions/shop-questions.ts";
import { readShop, type Shop } from "#app/db/shops/shops.ts";
import type { ImportAnswer } from "./import-refusal.ts";
import { type JudgingProgram, likelyProgram, programForHistory, quietVersions } from "./history-program.ts";

export interface PreviewWish {
  readonly shopId: number;
  readonly program: JudgedBy["program"];
  readonly now: Instant;
}

/** What would the orders that were read give, by the live program or by the draft as it was saved? */
export function previewHistory(
  database: Database,
  { shopId, program, now }: PreviewWish,
): Promise<ImportAnswer> {
  return database.transaction(async (tx) => {
    const run = await lockImport(tx, shopId);
    if (run?.state !== "ready") return { ok: false, refusal: "import_not_ready" };
    const shop = await readShop(tx, shopId);
    assert(shop !== null, "a shop with an import is known");
    const judging = await programForHistory(tx, shop, program, now);
    if (judging === null) return { ok: false, refusal: "import_no_program" };
    await beginPreview(tx, shop, run, { judgingProgram: judging, now });
    return { ok: true };
  });
}

/** Of what there is now: by the program the merchant most likely means, as long as there is one. */
export async function restartPreview(
  tx: Statements,
  shop: Shop,
  run: HistoryImport,
  { now, more = {} }: { readonly now: Instant; readonly more?: ImportChange },
): Promise<void> {
  const judging = await likelyProgram(tx, shop, now);
  if (judging !== null) return beginPreview(tx, shop, run, { judgingProgram: judging, now, more });
  await gatherPast(tx, shop.shopId);
  await changeImport(tx, shop.shopId, run, { ...more, state: "ready", failures: 0, reason: null });
}

async function beginPreview(
  tx: Statements,
  shop: Shop,
  run: HistoryImport,
  {
    judgingProgram: { judgedBy },
    now,
    more = {},
  }: { readonly judgingProgram: JudgingProgram; readonly now: Instant; readonly more?: ImportChange },
): Promise<void> {
  const { shopId } = shop;
  await gatherPast(tx, shopId);
  await forgetForeseen(tx, shopId);
  await askRefusedAgain(tx, shopId, now);
  const change = { state: "previewing", judgedBy, nextAt: now, failures: 0, reason: null } as const;
  await changeImport(tx, shopId, run, { ...more, ...change });
}

/** All that is the past by now: what was read, and what deliveries told of since and gave nothing. */
export async function gatherPast(tx: Statements, shopId: number): Promise<void> {
  await stageUnrewardedOrders(tx, shopId, await quietVersions(tx, shopId));
  await gatherPeople(tx, shopId);
}
