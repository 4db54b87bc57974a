import type { Instant } from "#app/domain/calendar.ts";
import { assert } from "#app/domain/assert.ts";
import type { FirstChoices } from "#app/domain/first-run/first-choices.ts";
import { firstProgram } from "#app/domain/first-run/first-program.ts";
import type { FirstRun, FirstStep } from "#app/domain/first-run/first-run.ts";
import type { Database } from "#app/db/client.ts";
import { readFirstRun, writeFirstRun, writeNewFirstRun } from "#app/db/first-run/first-runs.ts";
import { writeDraft } from "#app/db/program/program-drafts.ts";
import { readShop } from "#app/db/shops/shops.ts";
import { DRAFT_CHANGED } from "../program/save-draft.ts";

/** Whether it begins with this: whoever comes to an empty app is led there once, and not again. */
export function beginFirstRun(database: Database, shopId: number, now: Instant): Promise<boolean> {
  return writeNewFirstRun(database, shopId, now);
}

export interface ChoicesWish {
  readonly shopId: number;
  readonly choices: FirstChoices;
  /** Where the merchant goes on with it. */
  readonly step: FirstStep;
  /** The language of the program, for whoever speaks none it has words for. */
  readonly language: string;
  /** The revision of the draft the page was showing; null: there was none. */
  readonly expectedRevision: number | null;
  readonly actor: string;
  readonly now: Instant;
}

/** Keeps what was chosen, and the program it comes to as the shop's draft: anybody can go on from there, anywhere. */
export function chooseFirstProgram(
  database: Database,
  { shopId, choices, step, language, expectedRevision, actor, now }: ChoicesWish,
): Promise<{ readonly ok: true } | typeof DRAFT_CHANGED> {
  return database.transaction(async (tx) => {
    const shop = await readShop(tx, shopId);
    assert(
      shop?.currency != null && shop.timezone !== null,
      "an installed shop has said its currency and zone",
    );
    const { currency, timezone, shopKey } = shop;
    const name = shop.name === null ? shopKey : shop.name;
    const document = firstProgram(choices, { name, currency, timezone, language });
    const revision = await writeDraft(tx, shopId, {
      text: JSON.stringify(document, null, 2),
      baseVersion: shop.liveVersion,
      expectedRevision,
      actor,
      now,
    });
    if (revision === null) return DRAFT_CHANGED;
    await writeFirstRun(tx, shopId, { step, choices, ended: null }, now);
    return { ok: true };
  });
}

export interface StepWish {
  readonly shopId: number;
  /** Null: where it stands. */
  readonly step: FirstStep | null;
  readonly ended: FirstRun["ended"];
  readonly now: Instant;
}

/** Goes to another step, or ends the first run; what was chosen stays. */
export function moveFirstRun(database: Database, { shopId, step, ended, now }: StepWish): Promise<void> {
  return database.transaction(async (tx) => {
    const run = (await readFirstRun(tx, shopId)) ?? NOT_BEGUN;
    await writeFirstRun(tx, shopId, { ...run, step: step ?? run.step, ended }, now);
  });
}

const NOT_BEGUN: FirstRun = { step: "goal", choices: null, ended: null };
