import { z } from "zod";
import type { Statements } from "#app/db/database.ts";
import { tables } from "#app/db/generated/tables.ts";
import { readRows } from "#app/db/read-rows.ts";
import { csvLine } from "#app/domain/csv.ts";

/** A transfer a line, to be looked at in a spreadsheet; or a transaction a line with its transfers, to be read by programs. */
export const LEDGER_FORMATS = ["csv", "ndjson"] as const;
export type LedgerFormat = (typeof LEDGER_FORMATS)[number];

const ROWS_AT_ONCE = 500;

const transfers = tables.transfer;
const of = tables.ledger_transaction.shape;
const transactionRow = z.object({
  transactionId: of.transaction_id,
  key: of.key,
  memberId: of.member_id,
  kind: of.kind,
  at: of.at,
  programVersion: of.program_version,
  explanation: of.explanation,
  transfers: z.array(
    z.object({
      position: transfers.shape.position,
      from: transfers.shape.from_account,
      to: transfers.shape.to_account,
      points: transfers.shape.points,
      lotId: transfers.shape.lot_id,
    }),
  ),
});
type LedgerLine = z.output<typeof transactionRow>;

const SELECT = `
  SELECT l.transaction_id AS "transactionId", l.key, l.member_id AS "memberId", l.kind, l.at,
    l.program_version AS "programVersion", l.explanation,
    (SELECT json_agg(json_build_object('position', t.position, 'from', t.from_account, 'to', t.to_account,
       'points', t.points, 'lotId', t.lot_id) ORDER BY t.position)
     FROM transfer t WHERE t.shop_id = l.shop_id AND t.transaction_id = l.transaction_id) AS transfers
  FROM ledger_transaction l WHERE l.shop_id = $1 AND l.transaction_id > $2 ORDER BY l.transaction_id LIMIT $3`;

const CSV_COLUMNS = [
  "transaction",
  "key",
  "member",
  "kind",
  "at",
  "program_version",
  "position",
  "from",
  "to",
  "points",
  "lot",
  "explanation",
];

/** The whole ledger in the order it was posted. Members are numbers in it, as they are in the ledger. */
export async function* ledgerFile(
  statements: Statements,
  shopId: number,
  format: LedgerFormat,
): AsyncGenerator<string> {
  if (format === "csv") yield csvLine(CSV_COLUMNS);
  for (let behind = 0; ;) {
    const lines = await readRows(statements, transactionRow, SELECT, [shopId, behind, ROWS_AT_ONCE]);
    for (const line of lines) yield format === "csv" ? csvOf(line) : `${JSON.stringify(writtenOf(line))}\n`;
    const last = lines.at(-1);
    if (last === undefined || lines.length < ROWS_AT_ONCE) return;
    behind = last.transactionId;
  }
}

function writtenOf({ at, ...line }: LedgerLine): object {
  return { ...line, at: new Date(at).toISOString() };
}

function csvOf(line: LedgerLine): string {
  const { transactionId, key, memberId, kind, at, programVersion, explanation } = line;
  const transaction = [transactionId, key, memberId, kind, new Date(at).toISOString(), programVersion];
  return line.transfers
    .map(({ position, from, to, points, lotId }) =>
      csvLine([...transaction, position, from, to, points, lotId, explanation]),
    )
    .join("");
}
