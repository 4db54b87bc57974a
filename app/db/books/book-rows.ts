import type { Books } from "#app/domain/books/books.ts";
import type { MemberId } from "#app/domain/books/ids.ts";
import { normaliseCode } from "#app/domain/redemption/normalise-code.ts";
import type { Statements } from "../database.ts";
import { readRows } from "../read-rows.ts";
import { type AwardRow, awardRows } from "./award-rows.ts";
import { type CodeRow, codeRows } from "./code-rows.ts";
import {
  type ActivityKeyRow,
  activityKeyRows,
  type LimitRow,
  limitRows,
  type QualifyingRow,
  qualifyingRows,
} from "./count-rows.ts";
import {
  type EngagementAsColumns,
  emptyEngagementRows,
  type KeptEngagement,
  loadEngagement,
  putEngagement,
} from "./engagement-books.ts";
import { keyOf, memberOf } from "./kept-keys.ts";
import { KeptRows } from "./kept-row.ts";
import { type LotRow, lotRows } from "./lot-rows.ts";
import { type MemberRow, memberRows } from "./member-rows.ts";

/** All that is kept of some members of a shop, as the database has it. */
export interface BookRows extends EngagementAsColumns {
  readonly members: readonly MemberRow[];
  readonly lots: readonly LotRow[];
  readonly awards: readonly AwardRow[];
  readonly codes: readonly CodeRow[];
  readonly qualifying: readonly QualifyingRow[];
  readonly limits: readonly LimitRow[];
  readonly activityKeys: readonly ActivityKeyRow[];
}

/** Rows as they were when loaded, so that only those that changed are written. */
export interface LoadedRows extends KeptEngagement {
  readonly lots: KeptRows;
  readonly awards: KeptRows;
  readonly codes: KeptRows;
  readonly qualifying: KeptRows;
  readonly limits: KeptRows;
  readonly activityKeys: KeptRows;
  readonly stock: Map<string, number>;
}

export function emptyRows(): LoadedRows {
  return {
    lots: new KeptRows(),
    awards: new KeptRows(),
    codes: new KeptRows(),
    qualifying: new KeptRows(),
    limits: new KeptRows(),
    activityKeys: new KeptRows(),
    ...emptyEngagementRows(),
    stock: new Map(),
  };
}

/** The members first: their lock holds everything that is theirs. */
export async function loadRows(
  tx: Statements,
  values: readonly [number, readonly MemberId[]],
  { locked, books }: { readonly locked: boolean; readonly books: Books },
): Promise<BookRows> {
  return {
    members: await readRows(tx, memberRows.row, locked ? memberRows.lock : memberRows.select, values),
    lots: await readRows(tx, lotRows.row, lotRows.select, values),
    awards: await readRows(tx, awardRows.row, awardRows.select, values),
    codes: await readRows(tx, codeRows.row, codeRows.select, values),
    qualifying: await readRows(tx, qualifyingRows.row, qualifyingRows.select, values),
    limits: await readRows(tx, limitRows.row, limitRows.select, values),
    activityKeys: await readRows(tx, activityKeyRows.row, activityKeyRows.select, values),
    ...(await loadEngagement(tx, values, books.programs.values())),
  };
}

/** Puts rows into books. `loaded`: remembers them; null for books that nobody will record. */
export function putRows(books: Books, rows: BookRows, loaded: LoadedRows | null): void {
  for (const row of rows.members) books.members.set(String(row.member_id), memberRows.read(row));
  putHoldings(books, rows, loaded);
  putCounts(books, rows, loaded);
  putEngagement(books, rows, loaded);
}

function putHoldings(books: Books, rows: BookRows, loaded: LoadedRows | null): void {
  for (const row of rows.lots) {
    const lot = lotRows.read(row);
    const member = memberOf(books, row.member_id);
    member.lots.set(lot.id, lot);
    loaded?.lots.remember(lotRows.key(member.id, lot), lotRows.write(member.id, lot));
  }
  for (const row of rows.awards) {
    const award = awardRows.read(row);
    memberOf(books, row.member_id).awards.set(award.orderId, award);
    loaded?.awards.remember(award.orderId, awardRows.write(award));
  }
  for (const row of rows.codes) {
    const code = codeRows.read(row);
    const member = memberOf(books, row.member_id);
    member.codes.set(code.code, code);
    books.codeOwners.set(normaliseCode(code.code), member.id);
    loaded?.codes.remember(code.code, codeRows.write(code));
  }
}

function putCounts(books: Books, rows: BookRows, loaded: LoadedRows | null): void {
  for (const row of rows.qualifying) {
    const entry = qualifyingRows.read(row);
    const member = memberOf(books, row.member_id);
    member.qualifying.write(entry.id, entry.at, entry);
    loaded?.qualifying.remember(keyOf(member, entry.id), qualifyingRows.write(member.id, entry));
  }
  for (const row of rows.limits) {
    const use = limitRows.read(row);
    const member = memberOf(books, row.member_id);
    member.limits.set(use.key, use);
    loaded?.limits.remember(keyOf(member, use.key), limitRows.write(member.id, use));
  }
  for (const { member_id, activity_key } of rows.activityKeys) {
    const member = memberOf(books, member_id);
    member.activityKeys.add(activity_key);
    loaded?.activityKeys.remember(
      keyOf(member, activity_key),
      activityKeyRows.write(member.id, activity_key),
    );
  }
}
