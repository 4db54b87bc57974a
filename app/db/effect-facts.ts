import type { MemberId, RewardCodeState } from "#app/domain/books.ts";
import type { Statements } from "./database.ts";

/** The platform's id of a member's customer; null for guests and for people who are gone. */
export async function readPersonAtShop(
  statements: Statements,
  shopId: number,
  memberId: MemberId,
): Promise<string | null> {
  const [row] = await statements.query<{ customer_id: string | null }>(
    "SELECT customer_id FROM member WHERE shop_id = $1 AND member_id = $2 AND merged_into IS NULL",
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
  const [row] = await statements.query<{
    state: RewardCodeState;
    reward_id: string;
    program_version: number;
  }>("SELECT state, reward_id, program_version FROM reward_code WHERE shop_id = $1 AND code = $2", [
    shopId,
    code,
  ]);
  return row === undefined
    ? null
    : { state: row.state, rewardId: row.reward_id, programVersion: row.program_version };
}
