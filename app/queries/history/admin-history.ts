import { z } from "zod";
import { type HistoryImport, readImport } from "#app/db/history/history-import.ts";
import { countPeople, type PeopleCounts } from "#app/db/history/history-people.ts";
import type { Statements } from "#app/db/database.ts";
import { tables } from "#app/db/generated/tables.ts";
import { readDraft } from "#app/db/program/program-drafts.ts";
import { questionTrouble } from "#app/db/questions/shop-questions.ts";
import { readRows } from "#app/db/read-rows.ts";
import { isQuiet } from "#app/domain/history/history-books.ts";
import type { HistoryFigures } from "#app/domain/history/history-figures.ts";
import type { Gainer, ImportPreview, ImportProgress } from "#app/domain/history/import-progress.ts";
import { valueOf } from "#app/domain/program/points-worth.ts";
import type { AdminShop } from "../shops/admin-shop.ts";

const gainerRow = tables.history_person.pick({
  person: true,
  name: true,
  email: true,
  orders: true,
  earned: true,
  outstanding: true,
});
const setAsideRow = z.object({ name: z.string(), reason: z.string() });

const SHOWN_PEOPLE = 10;
const SHOWN_REASONS = 5;

export interface AdminHistory extends ImportProgress, ImportPreview {
  readonly counts: PeopleCounts;
  readonly setAside: readonly { readonly name: string; readonly reason: string }[];
  /** The shop lets the app see orders of any age; else of the last 60 days. */
  readonly seesAllOrders: boolean;
}

/** The import of orders from before the app, as its page shows it. */
export async function adminHistory(statements: Statements, shop: AdminShop): Promise<AdminHistory> {
  const { shopId } = shop;
  const run = await readImport(statements, shopId);
  const draft = await readDraft(statements, shopId);
  const live = shop.live !== null && !isQuiet(shop.live.program) ? shop.live : null;
  const judgedBy = run?.judgedBy ?? null;
  const current = judgedBy?.program === "draft" ? draft?.revision : live?.version;
  const figures = run?.figures ?? null;
  const worth = figures?.worth ?? null;
  return {
    ...(run === null ? UNDECIDED : progressOf(run)),
    ...(run?.waiting === true ? { reason: await questionTrouble(statements, shopId) } : {}),
    previewOf: judgedBy?.program ?? null,
    previewIsCurrent: judgedBy !== null && current === judgedBy.number,
    canPreview: { live: live !== null, draft: draft !== null },
    figures,
    worthMinor: figures === null || worth === null ? null : valueOf(Math.max(figures.outstanding, 0), worth),
    gainers: run?.state === "ready" ? await gainers(statements, shopId, figures) : [],
    counts: await countPeople(statements, shopId),
    setAside: run === null ? [] : await setAside(statements, shopId),
    seesAllOrders: shop.scopes.includes("read_all_orders"),
  };
}

const UNDECIDED: ImportProgress = {
  state: "none",
  reason: null,
  waitsForShop: false,
  objects: 0,
  ordersRead: 0,
  unreadable: 0,
  nameless: 0,
  previewedAt: null,
  bookedAt: null,
};

function progressOf(run: HistoryImport): ImportProgress {
  const { state, reason, waiting, objects, position, unreadable, nameless, previewedAt, bookedAt } = run;
  const counts = { objects, ordersRead: position, unreadable, nameless };
  return { state, reason, waitsForShop: waiting, ...counts, previewedAt, bookedAt };
}

async function gainers(
  statements: Statements,
  shopId: number,
  figures: HistoryFigures | null,
): Promise<Gainer[]> {
  if (figures === null) return [];
  const { worth } = figures;
  const rows = await readRows(
    statements,
    gainerRow,
    `SELECT person, name, email, orders, earned, outstanding FROM history_person
     WHERE shop_id = $1 AND foreseen AND outstanding > 0 ORDER BY outstanding DESC, person LIMIT $2`,
    [shopId, SHOWN_PEOPLE],
  );
  return rows.map((row) => ({
    ...row,
    worthMinor: worth === null ? null : valueOf(Math.max(row.outstanding, 0), worth),
  }));
}

function setAside(statements: Statements, shopId: number): Promise<{ name: string; reason: string }[]> {
  return readRows(
    statements,
    setAsideRow,
    `SELECT coalesce(name, email, person) AS name, reason FROM history_person
     WHERE shop_id = $1 AND NOT booked AND reason IS NOT NULL ORDER BY person LIMIT $2`,
    [shopId, SHOWN_REASONS],
  );
}

/** What the home page reminds of. Null: there is nothing to decide. */
export async function historyTodo(
  statements: Statements,
  shopId: number,
): Promise<"undecided" | "ready" | "failed" | "set_aside" | null> {
  const run = await readImport(statements, shopId);
  if (run === null) return "undecided";
  if (run.state === "ready" || run.state === "failed") return run.state;
  if (run.state !== "done") return null;
  return (await countPeople(statements, shopId)).setAside > 0 ? "set_aside" : null;
}
