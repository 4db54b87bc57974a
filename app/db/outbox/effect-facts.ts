import type { MemberId } from "#app/domain/books/ids.ts";
import type { RewardCodeState } from "#app/domain/books/codes.ts";
import { codeState } from "../books/stored-words.ts";
import type { Statements } from "../database.ts";
import { tables } from "../generated/tables.ts";
import { readRows } from "../read-rows.ts";

const personRow = tables.member.pick({ customer_id: true });
const codeRow = tables.reward_code
  .pick({ reward_id: true, program_version: true })
  .extend({ state: codeState });

/** The platform's id of a member's customer; null for guests, for who has not joined, and for people who are gone. */
export async function readPersonAtShop(
  statements: Statements,
  shopId: number,
  memberId: MemberId,
): Promise<string | null> {
  const [row] = await readRows(
    statements,
    personRow,
    "SELECT customer_id FROM member WHERE shop_id = $1 AND member_id = $2 AND merged_into IS NULL AND status <> 'shadow'",
    [shopId, memberId],
  );
  return row?.customer_id ?? null;
}

export interface CodeState {
  readonly state: RewardCodeState;
  readonly rewardId: string;
  readonly programVersion: number;
}

export async function readCodeState(
  statements: Statements,
  shopId: number,
  code: string,
): Promise<CodeState | null> {
  const [row] = await readRows(
    statements,
    codeRow,
    "SELECT state, reward_id, program_version FROM reward_code WHERE shop_id = $1 AND code = $2",
    [shopId, code],
  );
  return row === undefined
    ? null
    : { state: row.state, rewardId: row.reward_id, programVersion: row.program_version };
}
