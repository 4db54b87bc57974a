import type { Statements } from "#app/db/database.ts";
import { tables } from "#app/db/generated/tables.ts";
import { readRows } from "#app/db/read-rows.ts";
import type { Program, Reward } from "#app/domain/program/program.ts";
import { isNearlyEmpty, stockOf, type Stock } from "#app/domain/redemption/stock.ts";

const claimedRow = tables.reward_stock.pick({ reward_id: true, claimed: true });

/** What is left of a program's limited rewards, by their ids. */
export async function rewardStock(
  statements: Statements,
  shopId: number,
  { rewards }: Pick<Program, "rewards">,
): Promise<ReadonlyMap<string, Stock>> {
  const rows = await readRows(
    statements,
    claimedRow,
    "SELECT reward_id, claimed FROM reward_stock WHERE shop_id = $1",
    [shopId],
  );
  const claimed = new Map(rows.map((row) => [row.reward_id, row.claimed]));
  const found = new Map<string, Stock>();
  for (const reward of rewards) {
    const stock = stockOf(reward, claimed.get(reward.id) ?? 0);
    if (stock !== null) found.set(reward.id, stock);
  }
  return found;
}

/** Rewards that are offered and of which hardly anything is left. */
export async function rewardsNearlyEmpty(
  statements: Statements,
  shopId: number,
  program: Pick<Program, "rewards">,
): Promise<(Stock & Pick<Reward, "id" | "name">)[]> {
  const stock = await rewardStock(statements, shopId, program);
  return program.rewards.flatMap(({ id, name, enabled }) => {
    const found = stock.get(id);
    return enabled && found !== undefined && isNearlyEmpty(found) ? [{ id, name, ...found }] : [];
  });
}
