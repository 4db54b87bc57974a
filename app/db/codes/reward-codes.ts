import { z } from "zod";
import type { MemberId } from "#app/domain/books/ids.ts";
import type { RewardCodeState } from "#app/domain/books/codes.ts";
import type { Instant } from "#app/domain/calendar.ts";
import { codeState } from "../books/stored-words.ts";
import { type ShapeOf, timestamp } from "../column-values.ts";
import type { Database, Statements } from "../database.ts";
import { tables } from "../generated/tables.ts";
import { readRows } from "../read-rows.ts";

const ownerRow = tables.reward_code.pick({ code: true, member_id: true });
const issuedRow = z.object({
  code: z.string(),
  reference: z.string(),
} satisfies ShapeOf<IssuedCode>);
const stateRow = z.object({ state: codeState });

/** What the platform calls a code's discount, for looking it up there. */
export async function writeCodeReference(
  tx: Statements,
  shopId: number,
  code: string,
  reference: string | null,
): Promise<void> {
  await tx.query("UPDATE reward_code SET reference = $3 WHERE shop_id = $1 AND code = $2", [
    shopId,
    code,
    reference,
  ]);
}

/** Codes as a shop names them: by their discount, or one alone. */
export interface GoneCodes {
  readonly reference: string | null;
  readonly code: string | null;
}

/** Those of them that members could still use. */
export async function openCodesAmong(
  tx: Statements,
  shopId: number,
  { reference, code }: GoneCodes,
  limit: number,
): Promise<{ readonly code: string; readonly memberId: MemberId }[]> {
  const rows = await readRows(
    tx,
    ownerRow,
    `SELECT code, member_id FROM reward_code WHERE shop_id = $1 AND state = 'issued'
       AND (reference = $2 OR code = $3) ORDER BY code LIMIT $4`,
    [shopId, reference, code === null ? null : code.trim().toUpperCase(), limit],
  );
  return rows.map(({ code: text, member_id }) => ({ code: text, memberId: String(member_id) }));
}

/** A code that works, and what the platform calls its discount. */
export interface IssuedCode {
  readonly code: string;
  readonly reference: string;
}

/** Codes that work, those first that were longest not looked for in the shop. */
export function issuedCodes(
  statements: Statements,
  shopId: number,
  { claimedBefore, limit }: { readonly claimedBefore: Instant; readonly limit: number },
): Promise<IssuedCode[]> {
  return readRows(
    statements,
    issuedRow,
    `SELECT code, reference FROM reward_code WHERE shop_id = $1 AND state = 'issued'
       AND reference IS NOT NULL AND claimed_at <= $2::timestamptz
     ORDER BY seen_at NULLS FIRST, code LIMIT $3`,
    [shopId, timestamp(claimedBefore), limit],
  );
}

/** They were looked for in the shop at this instant. */
export async function writeCodesSeen(
  { prisma }: Database,
  shopId: number,
  codes: readonly string[],
  at: Instant,
): Promise<void> {
  await prisma.rewardCode.updateMany({
    where: { shopId, code: { in: [...codes] } },
    data: { seenAt: new Date(at) },
  });
}

/** What became of a code so far; null where the shop has none such. */
export async function readCodeState(
  tx: Statements,
  shopId: number,
  code: string,
): Promise<RewardCodeState | null> {
  const [row] = await readRows(
    tx,
    stateRow,
    "SELECT state FROM reward_code WHERE shop_id = $1 AND code = $2",
    [shopId, code],
  );
  return row === undefined ? null : row.state;
}
