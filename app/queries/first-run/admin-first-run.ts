import { z } from "zod";
import { readFirstRun } from "#app/db/first-run/first-runs.ts";
import { readImport } from "#app/db/history/history-import.ts";
import { readDraft } from "#app/db/program/program-drafts.ts";
import type { Statements } from "#app/db/database.ts";
import { tables } from "#app/db/generated/tables.ts";
import { readRows } from "#app/db/read-rows.ts";
import { parseCleanJson } from "#app/domain/clean-text.ts";
import type { FirstChoices } from "#app/domain/first-run/first-choices.ts";
import { firstProgram } from "#app/domain/first-run/first-program.ts";
import type { FirstRun, FirstStep } from "#app/domain/first-run/first-run.ts";
import { isQuiet } from "#app/domain/history/history-books.ts";
import { adminReview, type AdminReview } from "../program-review/admin-review.ts";
import type { AdminShop } from "../shops/admin-shop.ts";

const toldRow = tables.shop.pick({ storefront_version: true });
const language = z.object({ language: z.string() });

export interface AdminFirstRun extends FirstRun {
  readonly shopName: string;
  readonly draft: { readonly text: string; readonly revision: number } | null;
  /** The draft says something else than what was chosen here: somebody has edited it, or it was there before. */
  readonly draftIsElsewhere: boolean;
  readonly isLive: boolean;
  /** Orders from before the app: nobody has decided, they are being read, it failed, or there is nothing to wait for. */
  readonly past: "undecided" | "reading" | "failed" | "known";
  readonly pastOrdersRead: number;
  readonly review: AdminReview;
  /** The shop has taken up the program that is live. */
  readonly shopIsTold: boolean;
}

/** A program is live that somebody can earn by. */
export function hasLiveProgram({ live }: AdminShop): boolean {
  return live !== null && !isQuiet(live.program);
}

/** The first run as its page shows it; a program that was published elsewhere meanwhile is not published again. */
export async function adminFirstRun(statements: Statements, shop: AdminShop): Promise<AdminFirstRun> {
  const { shopId, name, shopKey } = shop;
  const run = await readFirstRun(statements, shopId);
  const draft = await readDraft(statements, shopId);
  const past = await readImport(statements, shopId);
  const [told] = await readRows(
    statements,
    toldRow,
    "SELECT storefront_version FROM shop WHERE shop_id = $1",
    [shopId],
  );
  const isLive = hasLiveProgram(shop);
  const choices = run?.choices ?? null;
  const reached = run === null ? "goal" : run.step;
  return {
    step: isLive ? "shop" : reached,
    choices,
    ended: run === null ? null : run.ended,
    shopName: name === null ? shopKey : name,
    draft: draft === null ? null : { text: draft.text, revision: draft.revision },
    draftIsElsewhere: draft !== null && !isChosen(draft.text, choices, shop),
    isLive,
    past: past === null ? "undecided" : pastOf(past.state),
    pastOrdersRead: past === null ? 0 : past.position,
    review: await adminReview(statements, shop),
    shopIsTold: told !== undefined && told.storefront_version === shop.liveVersion,
  };
}

function pastOf(state: string): AdminFirstRun["past"] {
  return state === "reading" || state === "failed" ? state : "known";
}

function isChosen(text: string, choices: FirstChoices | null, shop: AdminShop): boolean {
  const { currency, timezone, name, shopKey } = shop;
  const typed = language.safeParse(parseCleanJson(text));
  if (choices === null || currency === null || timezone === null || !typed.success) return false;
  const named = { name: name === null ? shopKey : name, language: typed.data.language };
  return text === JSON.stringify(firstProgram(choices, { ...named, currency, timezone }), null, 2);
}

/** What Home leads to: a first run that was begun and not ended. Null: there is none, or nothing left of it. */
export async function firstRunTodo(
  statements: Statements,
  shop: AdminShop,
): Promise<{ readonly step: FirstStep } | null> {
  const run = await readFirstRun(statements, shop.shopId);
  if (run === null || run.ended !== null) return null;
  if (!hasLiveProgram(shop)) return { step: run.step };
  // Published in the editor before anything was chosen here: there was nothing to lead through.
  return run.choices === null ? null : { step: "shop" };
}
