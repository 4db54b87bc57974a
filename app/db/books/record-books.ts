import { assert } from "#app/domain/assert.ts";
import type { MemberBook } from "#app/domain/books/member-book.ts";
import type { Instant } from "#app/domain/calendar.ts";
import type { Statements } from "../database.ts";
import { writeLedger } from "../ledger.ts";
import { beginAnew } from "../journeys/journey-members.ts";
import { recordJourneys } from "../journeys/record-journeys.ts";
import { writeEffects } from "../outbox/outbox.ts";
import { awardRows } from "./award-rows.ts";
import { codeRows } from "./code-rows.ts";
import { ENGAGEMENT_WRITES } from "./engagement-books.ts";
import { activityKeyRows, limitRows, qualifyingRows } from "./count-rows.ts";
import type { JsonRow, KeptRows } from "./kept-row.ts";
import { lotRows } from "./lot-rows.ts";
import { memberRows } from "./member-rows.ts";
import { keyOf } from "./kept-keys.ts";
import type { OpenBooks } from "./open-books.ts";

/**
 * Records all that the engine posted, and what journeys make of it: one statement per table, only rows that changed. Lots come
 * before members, because the database compares the balances with them.
 */
export async function recordBooks(tx: Statements, open: OpenBooks, now: Instant): Promise<void> {
  const { shopId, books, journeys } = open;
  journeys?.finish(now);
  const members = [...books.changed].map((memberId) => {
    const member = books.members.get(memberId);
    assert(member !== undefined, "a changed member is in the books");
    return member;
  });
  await writeHoldings(tx, open, members);
  await writeCounts(tx, open, members);
  await writeEngagement(tx, open, members);
  await writeStock(tx, open);
  await writeRows(
    tx,
    shopId,
    memberRows.update,
    members.map((member) => memberRows.write(member, books.liveVersion)),
  );
  await writeLedger(tx, shopId, books.journal.transactions);
  await writeEffects(tx, shopId, books.journal.effects, now);
  if (journeys !== null) await recordJourneys(tx, shopId, journeys, now);
  if (open.journeysBeginAnew) await beginAnew(tx, shopId, [...books.changed], now);
}

async function writeHoldings(tx: Statements, open: OpenBooks, members: readonly MemberBook[]): Promise<void> {
  const { shopId, loaded } = open;
  const lots = members.flatMap((member) =>
    [...member.lots.values()].flatMap((lot) =>
      changed(loaded.lots, lotRows.key(member.id, lot), lotRows.write(member.id, lot)),
    ),
  );
  await writeRows(tx, shopId, lotRows.upsert, lots);
  const awards = members.flatMap((member) =>
    [...member.awards.values()].flatMap((award) =>
      changed(loaded.awards, award.orderId, awardRows.write(award)),
    ),
  );
  await writeRows(tx, shopId, awardRows.upsert, awards);
  const codes = members.flatMap((member) =>
    [...member.codes.values()].flatMap((code) => changed(loaded.codes, code.code, codeRows.write(code))),
  );
  const isKnown = ({ code }: JsonRow): boolean => loaded.codes.has(String(code));
  const fresh = codes.filter((row) => !isKnown(row));
  await writeRows(tx, shopId, codeRows.insert, fresh);
  await writeRows(tx, shopId, codeRows.update, codes.filter(isKnown));
}

async function writeCounts(tx: Statements, open: OpenBooks, members: readonly MemberBook[]): Promise<void> {
  const { shopId, books, loaded } = open;
  const gone = (statement: string, kept: KeptRows, keys: (member: MemberBook) => Iterable<string>) =>
    removeGone(tx, { shopId, books }, { statement, kept, keys });
  const qualifying = members.flatMap((member) =>
    [...member.qualifying.values()].flatMap((entry) =>
      changed(loaded.qualifying, keyOf(member, entry.id), qualifyingRows.write(member.id, entry)),
    ),
  );
  await gone(qualifyingRows.remove, loaded.qualifying, (member) => member.qualifying.keys());
  await writeRows(tx, shopId, qualifyingRows.upsert, qualifying);
  const limits = members.flatMap((member) =>
    [...member.limits.values()].flatMap((use) =>
      changed(loaded.limits, keyOf(member, use.key), limitRows.write(member.id, use)),
    ),
  );
  await gone(limitRows.remove, loaded.limits, (member) => member.limits.keys());
  await writeRows(tx, shopId, limitRows.upsert, limits);
  const keys = members.flatMap((member) =>
    [...member.activityKeys].flatMap((key) =>
      changed(loaded.activityKeys, keyOf(member, key), activityKeyRows.write(member.id, key)),
    ),
  );
  await gone(activityKeyRows.remove, loaded.activityKeys, (member) => member.activityKeys);
  await writeRows(tx, shopId, activityKeyRows.upsert, keys);
}

/** What challenges and memberships count by; no statement where nothing of it changed. */
async function writeEngagement(
  tx: Statements,
  { shopId, books, loaded }: OpenBooks,
  members: readonly MemberBook[],
): Promise<void> {
  for (const { name, upsert, remove, rowsOf } of ENGAGEMENT_WRITES) {
    const kept = loaded[name];
    await removeGone(
      tx,
      { shopId, books },
      { statement: remove, kept, keys: (member) => [...rowsOf(member)].map(([key]) => key) },
    );
    const rows = members.flatMap((member) =>
      [...rowsOf(member)].flatMap(([key, row]) => changed(kept, keyOf(member, key), row)),
    );
    await writeRows(tx, shopId, upsert, rows);
  }
}

/** Rows that were loaded and stand in no book any more. */
async function removeGone(
  tx: Statements,
  { shopId, books }: Pick<OpenBooks, "shopId" | "books">,
  {
    statement,
    kept,
    keys,
  }: {
    readonly statement: string;
    readonly kept: KeptRows;
    readonly keys: (member: MemberBook) => Iterable<string>;
  },
): Promise<void> {
  if (kept.isEmpty) return;
  const present = new Set(
    [...books.members.values()].flatMap((member) => [...keys(member)].map((key) => keyOf(member, key))),
  );
  await writeRows(tx, shopId, statement, kept.goneFrom(present).map(memberAndKey));
}

async function writeStock(tx: Statements, { shopId, books, loaded }: OpenBooks): Promise<void> {
  const rows = [...books.stockClaimed]
    .filter(([rewardId, claimed]) => claimed !== loaded.stock.get(rewardId))
    .map(([reward_id, claimed]) => ({ reward_id, claimed }));
  await writeRows(
    tx,
    shopId,
    `INSERT INTO reward_stock (shop_id, reward_id, claimed)
     SELECT $1, reward_id, claimed FROM json_to_recordset($2::json) AS r(reward_id text, claimed bigint)
     ON CONFLICT (shop_id, reward_id) DO UPDATE SET claimed = excluded.claimed`,
    rows,
  );
}

function changed(kept: KeptRows, key: string, row: JsonRow): JsonRow[] {
  return kept.isUnchanged(key, row) ? [] : [row];
}

function memberAndKey(kept: string): JsonRow {
  const blank = kept.indexOf(" ");
  return { member_id: kept.slice(0, blank), key: kept.slice(blank + 1) };
}

async function writeRows(
  tx: Statements,
  shopId: number,
  statement: string,
  rows: readonly JsonRow[],
): Promise<void> {
  if (rows.length > 0) await tx.query(statement, [shopId, JSON.stringify(rows)]);
}
