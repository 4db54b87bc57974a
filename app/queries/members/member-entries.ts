import { z } from "zod";
import { transactionKind } from "#app/db/books/stored-words.ts";
import type { Statements } from "#app/db/database.ts";
import { tables } from "#app/db/generated/tables.ts";
import { readRows } from "#app/db/read-rows.ts";
import { lineTitlesAsColumn, lineTitlesColumn, lineTitlesOf } from "#app/db/shops/line-titles.ts";
import { storedExplanation } from "#app/db/stored-explanation.ts";
import type { TransactionKind } from "#app/domain/books/transaction.ts";
import type { Instant } from "#app/domain/calendar.ts";
import { inWords } from "#app/domain/ledger/explanations/render-explanation.ts";
import { type RenderedExplanation } from "#app/domain/ledger/explanations/rendered-explanation.ts";
import { renderLevelChange } from "#app/domain/ledger/explanations/render-level-change.ts";
import type { Language } from "#app/domain/ledger/explanations/language.ts";
import { placeAmong, publishedLevelChanges } from "./level-changes.ts";
import type { Wordings } from "./wordings.ts";

export interface MemberEntry {
  readonly transactionId: string;
  readonly kind: TransactionKind | "level_changed";
  readonly at: Instant;
  /** Why it was posted, in the words of the program of its day. */
  readonly words: Readonly<Record<Language, RenderedExplanation>>;
  /** What it changed for the member, per account. */
  readonly available: number;
  readonly pending: number;
  readonly held: number;
  readonly debt: number;
}

export interface MemberEntries {
  readonly entries: readonly MemberEntry[];
  /** Where older entries begin; null = these are all. */
  readonly olderEntries: string | null;
}

const ENTRIES_PER_PAGE = 40;

/** What happened to a member, newest first: movements of points, and levels that a publication brought. */
export async function memberEntries(
  statements: Statements,
  shopId: number,
  memberId: string,
  { before, wordings }: { readonly before: string | null; readonly wordings: Wordings },
): Promise<MemberEntries> {
  const found = await ledgerEntries(statements, shopId, memberId, { before, wordings });
  const moved = found.slice(0, ENTRIES_PER_PAGE);
  const last = moved.at(-1);
  const older = found.length > moved.length && last !== undefined ? last : null;
  const changes = await publishedLevelChanges(statements, shopId, memberId, {
    last: older === null ? null : older.at,
    before,
  });
  const steps = changes.map((step): MemberEntry => {
    const words = wordings(step.publishedAs);
    return {
      transactionId: `level:${String(step.publishedAs)}`,
      kind: "level_changed",
      at: step.since,
      words: { en: renderLevelChange(step, words.en), de: renderLevelChange(step, words.de) },
      available: 0,
      pending: 0,
      held: 0,
      debt: 0,
    };
  });
  return {
    entries: placeAmong(moved, steps),
    olderEntries: older === null ? null : older.transactionId,
  };
}

/** What a transaction gave to an account less what it took from it. */
function change(account: string): string {
  return `coalesce(sum(CASE '${account}' WHEN f.to_account THEN f.points WHEN f.from_account THEN -f.points END), 0)::int8`;
}

const of = tables.ledger_transaction.shape;
const entryRow = z.object({
  transactionId: z.string(),
  kind: transactionKind,
  at: of.at,
  programVersion: of.program_version,
  explanation: storedExplanation,
  available: z.int(),
  pending: z.int(),
  held: z.int(),
  debt: z.int(),
  /** Of the order it is about. */
  orderName: tables.shop_order.shape.name,
  titles: lineTitlesColumn,
});

interface EntriesAsked {
  readonly before: string | null;
  /** Only these; null: all there are. */
  readonly among?: readonly string[] | null;
  readonly wordings: Wordings;
}

/** The newest movements of points, a page of them and one more. */
export async function ledgerEntries(
  statements: Statements,
  shopId: number,
  memberId: string,
  { before, among = null, wordings }: EntriesAsked,
): Promise<readonly MemberEntry[]> {
  const rows = await readRows(
    statements,
    entryRow,
    `SELECT t.transaction_id::text AS "transactionId", t.kind, t.at, t.program_version AS "programVersion",
            t.explanation, ${change("available")} AS available, ${change("pending")} AS pending,
            ${change("held")} AS held, -${change("debt")} AS debt, min(o.name) AS "orderName",
            ${lineTitlesAsColumn("t.shop_id", "t.explanation ->> 'orderId'")} AS titles
     FROM ledger_transaction t LEFT JOIN transfer f USING (shop_id, transaction_id)
     LEFT JOIN shop_order o ON o.shop_id = t.shop_id AND o.order_id
       = coalesce(t.explanation ->> 'orderId', substring(t.explanation ->> 'cause' FROM '^order:(.*)$'))
     WHERE t.shop_id = $1 AND t.member_id = $2::bigint AND ($3::bigint IS NULL OR t.transaction_id < $3)
       AND ($4::bigint[] IS NULL OR t.transaction_id = ANY($4::bigint[]))
     GROUP BY t.shop_id, t.transaction_id
     ORDER BY t.transaction_id DESC LIMIT ${String(ENTRIES_PER_PAGE + 1)}`,
    [shopId, memberId, before, among],
  );
  return rows.map(({ programVersion, explanation, orderName, titles, ...entry }) => {
    const told = lineTitlesOf(titles);
    const words = wordings(programVersion);
    return {
      ...entry,
      words: {
        en: inWords(explanation, words.en, orderName, told),
        de: inWords(explanation, words.de, orderName, told),
      },
    };
  });
}
