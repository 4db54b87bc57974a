import type { Statements } from "#app/db/database.ts";
import { readRows } from "#app/db/read-rows.ts";
import { codeRow, SELECT_CODES, type CodeRow } from "./code-list.ts";

const SHOWN_AT_MOST = 20;

/** What the merchant gives by hand and somebody waits for, the longest wait first. */
export function waitingExperiences(statements: Statements, shopId: number): Promise<CodeRow[]> {
  return readRows(
    statements,
    codeRow,
    `${SELECT_CODES} WHERE c.shop_id = $1 AND c.state = 'requested'
     ORDER BY c.claimed_at, c.code LIMIT ${String(SHOWN_AT_MOST)}`,
    [shopId],
  );
}
