import { z } from "zod";
import type { MemberBook } from "#app/domain/books/member-book.ts";
import type { Account } from "#app/domain/books/transaction.ts";
import type { MemberId } from "#app/domain/books/ids.ts";
import type { UsedCodes } from "#app/domain/customers/insight/reward-use.ts";
import type { MemberTransaction } from "#app/domain/customers/segments/member-asker.ts";
import { instant, oneOf } from "../column-values.ts";
import { transactionKind } from "../books/stored-words.ts";
import { memberRows } from "../books/member-rows.ts";
import { friendRows } from "../books/referral-rows.ts";
import { engagementOf } from "#app/domain/engagement/open-engagement.ts";
import { qualifyingRows } from "../books/count-rows.ts";
import type { Statements } from "../database.ts";
import { tables } from "../generated/tables.ts";
import { readRows } from "../read-rows.ts";
import { storedOrder } from "../shops/stored-order.ts";

/** Rows that are read at once: what is kept of them is much smaller. */
const ROWS_AT_ONCE = 1_000;
const BEFORE_ALL = "-1";

const personRow = tables.member.pick({ member_id: true, customer_id: true });
const mergedRow = tables.member.pick({ member_id: true, merged_into: true });
const orderRow = tables.shop_order.pick({ order_id: true, member_id: true }).extend({ state: storedOrder });
const account = oneOf<Account>({
  pending: true,
  available: true,
  held: true,
  debt: true,
  issued: true,
  redeemed: true,
  expired: true,
  written_off: true,
});
const transactionRow = z.object({
  transactionId: z.int(),
  memberId: z.int(),
  kind: transactionKind,
  at: instant,
  activity: z.string().nullable(),
  transfers: z.array(z.object({ from: account, to: account, points: z.int(), lotId: z.string().nullable() })),
});

export interface LiveMember {
  readonly customerId: string | null;
  readonly book: MemberBook;
}

/**
 * All members of a shop that were not merged into another, page by page, with what counts towards their tiers.
 * `hasFriends`: some version of the program had referral, so whom they brought along is read as well.
 */
export async function* liveMembers(
  statements: Statements,
  shopId: number,
  hasFriends: boolean,
): AsyncGenerator<readonly LiveMember[]> {
  for (let after = BEFORE_ALL; ;) {
    const people = await readRows(
      statements,
      personRow,
      `SELECT member_id, customer_id FROM member WHERE shop_id = $1 AND member_id > $2::bigint
         AND merged_into IS NULL ORDER BY member_id LIMIT $3`,
      [shopId, after, ROWS_AT_ONCE],
    );
    const last = people.at(-1);
    if (last === undefined) return;
    after = String(last.member_id);
    const ids = people.map(({ member_id }) => member_id);
    const rows = await readRows(statements, memberRows.row, memberRows.select, [shopId, ids]);
    const books = new Map(rows.map((row) => [row.member_id, memberRows.read(row)]));
    for (const row of await readRows(statements, qualifyingRows.row, qualifyingRows.select, [shopId, ids])) {
      const entry = qualifyingRows.read(row);
      books.get(row.member_id)?.qualifying.write(entry.id, entry.at, entry);
    }
    const friends = hasFriends
      ? await readRows(statements, friendRows.row, friendRows.select, [shopId, ids])
      : [];
    for (const row of friends) {
      const friend = friendRows.read(row);
      const book = books.get(row.member_id);
      if (book !== undefined) engagementOf(book).referral.friends.set(friend.friendId, friend);
    }
    yield people.flatMap(({ member_id, customer_id }) => {
      const book = books.get(member_id);
      return book === undefined ? [] : [{ customerId: customer_id, book }];
    });
  }
}

/** Members that are part of another, and of whom. */
export async function mergedMembers(
  statements: Statements,
  shopId: number,
): Promise<ReadonlyMap<string, string>> {
  const rows = await readRows(
    statements,
    mergedRow,
    "SELECT member_id, merged_into FROM member WHERE shop_id = $1 AND merged_into IS NOT NULL ORDER BY member_id",
    [shopId],
  );
  return new Map(rows.map(({ member_id, merged_into }) => [String(member_id), String(merged_into)]));
}

/** The present states of all orders, page by page. */
export async function* liveOrders(
  statements: Statements,
  shopId: number,
): AsyncGenerator<readonly z.output<typeof orderRow>[]> {
  for (let after = ""; ;) {
    const rows = await readRows(
      statements,
      orderRow,
      `SELECT order_id, member_id, state FROM shop_order WHERE shop_id = $1 AND order_id > $2
       ORDER BY order_id LIMIT $3`,
      [shopId, after, ROWS_AT_ONCE],
    );
    const last = rows.at(-1);
    if (last === undefined) return;
    after = last.order_id;
    yield rows;
  }
}

/** The present states of these members' orders. */
export function ordersOfMembers(
  statements: Statements,
  shopId: number,
  memberIds: readonly MemberId[],
): Promise<z.output<typeof orderRow>[]> {
  return readRows(
    statements,
    orderRow,
    "SELECT order_id, member_id, state FROM shop_order WHERE shop_id = $1 AND member_id = ANY($2::bigint[])",
    [shopId, memberIds],
  );
}

const SELECT_TRANSACTIONS = `SELECT t.transaction_id AS "transactionId", t.member_id AS "memberId", t.kind, t.at,
  CASE WHEN t.explanation->>'kind' = 'activity' THEN t.explanation->>'activity' END AS activity,
  (SELECT coalesce(json_agg(json_build_object('from', f.from_account, 'to', f.to_account, 'points', f.points,
  'lotId', f.lot_id) ORDER BY f.position), '[]'::json)
  FROM transfer f WHERE f.shop_id = t.shop_id AND f.transaction_id = t.transaction_id) AS transfers
  FROM ledger_transaction t`;

/** The ledger from its beginning, page by page. */
export async function* liveTransactions(
  statements: Statements,
  shopId: number,
): AsyncGenerator<readonly MemberTransaction[]> {
  for (let after = BEFORE_ALL; ;) {
    const rows = await readRows(
      statements,
      transactionRow,
      `${SELECT_TRANSACTIONS}
       WHERE t.shop_id = $1 AND t.transaction_id > $2::bigint
       ORDER BY t.transaction_id LIMIT $3`,
      [shopId, after, ROWS_AT_ONCE],
    );
    const last = rows.at(-1);
    if (last === undefined) return;
    after = String(last.transactionId);
    yield rows.map(transactionOf);
  }
}

/** All that was ever posted for these members, in its order. */
export async function transactionsOfMembers(
  statements: Statements,
  shopId: number,
  memberIds: readonly MemberId[],
): Promise<MemberTransaction[]> {
  const rows = await readRows(
    statements,
    transactionRow,
    `${SELECT_TRANSACTIONS}
     WHERE t.shop_id = $1 AND t.member_id = ANY($2::bigint[]) ORDER BY t.transaction_id`,
    [shopId, memberIds],
  );
  return rows.map(transactionOf);
}

function transactionOf({
  memberId,
  kind,
  at,
  activity,
  transfers,
}: z.output<typeof transactionRow>): MemberTransaction {
  return { memberId: String(memberId), kind, at, activity, transfers };
}

const worthRow = z.object({ points: z.int(), valueMinor: z.int() });

/** What a point was worth in the rewards really claimed, minor units; null where none was. */
export async function claimedPointMinor(statements: Statements, shopId: number): Promise<number | null> {
  const [row] = await readRows(
    statements,
    worthRow,
    `SELECT coalesce(sum(points), 0)::int8 AS points, coalesce(sum(value_minor), 0)::int8 AS "valueMinor"
     FROM reward_code WHERE shop_id = $1 AND points > 0 AND value_minor IS NOT NULL`,
    [shopId],
  );
  return row === undefined || row.points === 0 ? null : row.valueMinor / row.points;
}

const usedRow = tables.reward_code.pick({ value_minor: true }).extend({ order_id: z.string() });

/** What each code that an order used is worth, by the order. */
export async function usedCodes(statements: Statements, shopId: number): Promise<UsedCodes> {
  const rows = await readRows(
    statements,
    usedRow,
    `SELECT used_by_order_id AS order_id, value_minor FROM reward_code
     WHERE shop_id = $1 AND used_by_order_id IS NOT NULL ORDER BY code`,
    [shopId],
  );
  const used = new Map<string, (number | null)[]>();
  for (const { order_id, value_minor } of rows)
    used.set(order_id, [...(used.get(order_id) ?? []), value_minor]);
  return used;
}
