import { assert } from "#app/domain/assert.ts";
import type { Books, MemberId } from "#app/domain/books.ts";
import type { Instant } from "#app/domain/calendar.ts";
import { advanceMember, createBooks } from "#app/domain/engine.ts";
import { jsonRows, readInstants } from "../json-rows.ts";
import type { Statements } from "../database.ts";
import { knownVersions, SELECT_VERSIONS, VERSION_INSTANTS, type VersionRow } from "../programs.ts";
import { awardRows } from "./award-rows.ts";
import { type BookRows, putRows } from "./book-rows.ts";
import { bringUpToDate } from "./bring-up-to-date.ts";
import { codeRows } from "./code-rows.ts";
import { activityKeyRows, limitRows, qualifyingRows } from "./count-rows.ts";
import { lotRows } from "./lot-rows.ts";
import { memberRows } from "./member-rows.ts";
import { unrecordedCodes } from "./unrecorded-codes.ts";

/** Books as columns of one row: what `booksAsColumns` selects. */
export interface BooksAsColumns extends BookRows {
  readonly versions: readonly VersionRow[];
  readonly stock: readonly { readonly reward_id: string; readonly claimed: number }[];
}

const SELECT_STOCK = "SELECT reward_id, claimed FROM reward_stock WHERE shop_id = $1";

const SELECTS: Readonly<Record<keyof BooksAsColumns, string>> = {
  members: memberRows.select,
  lots: lotRows.select,
  awards: awardRows.select,
  codes: codeRows.select,
  qualifying: qualifyingRows.select,
  limits: limitRows.select,
  activityKeys: activityKeyRows.select,
  versions: SELECT_VERSIONS,
  stock: SELECT_STOCK,
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
  readInstants(row.members, memberRows.instants);
  readInstants(row.lots, lotRows.instants);
  readInstants(row.awards, awardRows.instants);
  readInstants(row.codes, codeRows.instants);
  readInstants(row.qualifying, qualifyingRows.instants);
  readInstants(row.limits, limitRows.instants);
  readInstants(row.versions, VERSION_INSTANTS);
  const versions = await knownVersions(statements, shopId, row.versions);
  const live = versions.at(-1);
  assert(live !== undefined, "a shop has a live program version before anyone is a member");
  const options = { codesIssuedAtOnce: false, effectsWanted: false, nextCode: unrecordedCodes() };
  const books = createBooks(versions, live.version, options);
  putRows(books, row, null);
  for (const { reward_id, claimed } of row.stock) books.stockClaimed.set(reward_id, claimed);
  bringUpToDate(books, row.members);
  for (const memberId of books.members.keys()) advanceMember(books, memberId, now);
  return books;
}

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
  const [row] = await statements.query<BooksAsColumns>(SELECT_BOOKS, [shopId, memberIds]);
  assert(row !== undefined, "a SELECT without a table has one row");
  return booksOfColumns(statements, shopId, row, now);
}
