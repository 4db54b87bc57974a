import { z } from "zod";
import type { Statements } from "../database.ts";
import { readRows } from "../read-rows.ts";
import { type CarriedTable, carriedColumns } from "./carried-tables.ts";

const ROWS_AT_ONCE = 500;

const textRow = z.object({ row: z.string() });

/** All that is read after this in the transaction is of one moment. To be its first statement. */
export async function readOneMoment(tx: Statements): Promise<void> {
  await tx.query("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ");
}

/** The rows of one table of a shop, each as the JSON the database writes: nothing is rounded or put in another order. */
export async function* carriedRows(
  tx: Statements,
  shopId: number,
  { table, order }: CarriedTable,
): AsyncGenerator<string> {
  await tx.query(
    `DECLARE carried NO SCROLL CURSOR FOR SELECT row_to_json(t)::text AS row FROM "${table}" t
     WHERE t.shop_id = ${String(shopId)} ORDER BY ${order}`,
  );
  for (;;) {
    const rows = await readRows(tx, textRow, `FETCH ${String(ROWS_AT_ONCE)} FROM carried`);
    for (const { row } of rows) yield row;
    if (rows.length < ROWS_AT_ONCE) break;
  }
  await tx.query("CLOSE carried");
}

/** Rows as they were written out, into a shop. */
export async function writeCarriedRows(
  tx: Statements,
  shopId: number,
  carried: CarriedTable,
  rows: readonly string[],
): Promise<void> {
  const columns = carriedColumns(carried)
    .map((column) => `"${column}"`)
    .join(", ");
  await tx.query(
    `INSERT INTO "${carried.table}" (shop_id, ${columns})
     SELECT $1, ${columns} FROM json_populate_recordset(NULL::"${carried.table}", $2::json)`,
    [shopId, `[${rows.join(",")}]`],
  );
}

/** Who comes next is given a number that nobody has. */
export async function raiseNumbers(tx: Statements): Promise<void> {
  for (const [table, column] of [
    ["member", "member_id"],
    ["ledger_transaction", "transaction_id"],
  ] as const) {
    await tx.query(
      `SELECT setval(pg_get_serial_sequence('"${table}"', '${column}'),
         greatest((SELECT max(${column}) FROM "${table}"), nextval(pg_get_serial_sequence('"${table}"', '${column}'))))`,
    );
  }
}

const emptyRow = z.object({ isEmpty: z.boolean() });

/** Nothing has happened in a shop but that it was installed; locked until the transaction ends. */
export async function isUntouched(tx: Statements, shopId: number): Promise<boolean> {
  await tx.query("SELECT 1 FROM shop WHERE shop_id = $1 FOR UPDATE", [shopId]);
  const [row] = await readRows(
    tx,
    emptyRow,
    `SELECT NOT EXISTS (SELECT 1 FROM member WHERE shop_id = $1)
       AND NOT EXISTS (SELECT 1 FROM ledger_transaction WHERE shop_id = $1)
       AND NOT EXISTS (SELECT 1 FROM shop_order WHERE shop_id = $1)
       AND (SELECT count(*) FROM program_version WHERE shop_id = $1) <= 1 AS "isEmpty"`,
    [shopId],
  );
  return row?.isEmpty === true;
}

/** The program a shop began with makes room for those it comes with, and what they say is live is. */
export async function dropFirstProgram(tx: Statements, shopId: number): Promise<void> {
  await tx.query("DELETE FROM program_version WHERE shop_id = $1", [shopId]);
}

const liveRow = z.object({ liveVersion: z.int().nullable() });

export async function readLiveVersion(tx: Statements, shopId: number): Promise<number | null> {
  const [row] = await readRows(
    tx,
    liveRow,
    `SELECT live_version AS "liveVersion" FROM shop WHERE shop_id = $1`,
    [shopId],
  );
  return row === undefined ? null : row.liveVersion;
}

/** Members who have not been through the live version yet are carried over by the worker, as ever. */
export async function writeLiveVersion(
  tx: Statements,
  shopId: number,
  version: number | null,
): Promise<void> {
  await tx.query(
    "UPDATE shop SET live_version = $2, carried_version = NULL, storefront_version = NULL WHERE shop_id = $1",
    [shopId, version],
  );
}
