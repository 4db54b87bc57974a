import { z } from "zod";
import { assert } from "#app/domain/assert.ts";
import type { Books } from "#app/domain/books/books.ts";
import type { MemberId } from "#app/domain/books/ids.ts";
import type { Instant } from "#app/domain/calendar.ts";
import { jsonRows } from "../json-rows.ts";
import { advanceMember } from "#app/domain/engine.ts";
import { createBooks } from "#app/domain/books/create-books.ts";
import { askedSegments } from "#app/domain/earning/orders/segments-asked-for.ts";
import type { Statements } from "../database.ts";
import { tables } from "../generated/tables.ts";
import { storedSegments } from "../customers/customer-figures.ts";
import { pauseOfRow, pauseRow, SELECT_PAUSES } from "../program/pauses.ts";
import { knownVersions, SELECT_VERSIONS, versionRow } from "../program/programs.ts";
import { readRows } from "../read-rows.ts";
import { awardRows } from "./award-rows.ts";
import { putRows } from "./book-rows.ts";
import { bringUpToDate } from "./bring-up-to-date.ts";
import { codeRows } from "./code-rows.ts";
import { activityKeyRows, limitRows, qualifyingRows } from "./count-rows.ts";
import { ENGAGEMENT_SELECTS, engagementColumns } from "./engagement-books.ts";
import { lotRows } from "./lot-rows.ts";
import { memberRows } from "./member-rows.ts";
import { unrecordedCodes } from "./unrecorded-codes.ts";

const stockRow = tables.reward_stock.pick({ reward_id: true, claimed: true });

/** Books as columns of one row: what `booksAsColumns` selects. */
export const booksColumns = {
  members: z.array(memberRows.row),
  lots: z.array(lotRows.row),
  awards: z.array(awardRows.row),
  codes: z.array(codeRows.row),
  qualifying: z.array(qualifyingRows.row),
  limits: z.array(limitRows.row),
  activityKeys: z.array(activityKeyRows.row),
  ...engagementColumns,
  versions: z.array(versionRow),
  stock: z.array(stockRow),
  pauses: z.array(pauseRow),
};

const booksRow = z.object(booksColumns);

export type BooksAsColumns = z.output<typeof booksRow>;

const SELECT_STOCK = "SELECT reward_id, claimed FROM reward_stock WHERE shop_id = $1";

const SELECTS: Readonly<Record<keyof BooksAsColumns, string>> = {
  members: memberRows.select,
  lots: lotRows.select,
  awards: awardRows.select,
  codes: codeRows.select,
  qualifying: qualifyingRows.select,
  limits: limitRows.select,
  activityKeys: activityKeyRows.select,
  ...ENGAGEMENT_SELECTS,
  versions: SELECT_VERSIONS,
  stock: SELECT_STOCK,
  pauses: SELECT_PAUSES,
};

/**
 * Everything books are made of, as columns of a larger SELECT, so that one statement reads it all of
 * one moment. `shop` and `members`: SQL for a shop's number and for the numbers of its members.
 */
export function booksAsColumns(shop: string, members: string): string {
  return Object.entries(SELECTS)
    .map(([name, select]) => `${jsonRows(select, [shop, members])} AS "${name}"`)
    .join(",\n");
}

/** The books in such a row, to be looked at: what is due by `now` has happened in them. */
export async function booksOfColumns(
  statements: Statements,
  shopId: number,
  row: BooksAsColumns,
  now: Instant,
): Promise<Books> {
  const versions = await knownVersions(statements, shopId, row.versions);
  const live = versions.at(-1);
  assert(live !== undefined, "a shop has a live program version before anyone is a member");
  const books = createBooks(versions, live.version, {
    ...{ codesIssuedAtOnce: false, effectsWanted: false, nextCode: unrecordedCodes() },
    pauses: row.pauses.map(pauseOfRow),
    segmentsAt: ({ id }) => stored.get(id) ?? IN_NONE,
  });
  // Nothing is judged for good here, and a page waits for it: what the last scoring says will do.
  const asks = versions.some(({ program }) => askedSegments(program).size > 0);
  const memberIds = row.members.map(({ member_id }) => String(member_id));
  const stored = asks ? await storedSegments(statements, shopId, memberIds) : NOBODY_IN_ANY;
  putRows(books, row, null);
  for (const { reward_id, claimed } of row.stock) books.stockClaimed.set(reward_id, claimed);
  bringUpToDate(books, row.members);
  for (const memberId of books.members.keys()) advanceMember(books, memberId, now);
  return books;
}

const IN_NONE: readonly string[] = [];
const NOBODY_IN_ANY: ReadonlyMap<MemberId, readonly string[]> = new Map();

const SELECT_BOOKS = `SELECT ${booksAsColumns("$1::int", "$2::bigint[]")}`;

/**
 * Books to look at: nothing is locked and nothing will be recorded, so that what is due by `now` has
 * happened in them even where the worker has not come to it yet. All of one moment of the database.
 */
export async function viewBooks(
  statements: Statements,
  shopId: number,
  memberIds: readonly MemberId[],
  now: Instant,
): Promise<Books> {
  const [row] = await readRows(statements, booksRow, SELECT_BOOKS, [shopId, memberIds]);
  assert(row !== undefined, "a SELECT without a table has one row");
  return booksOfColumns(statements, shopId, row, now);
}
