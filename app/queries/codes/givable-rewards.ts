import type { Statements } from "#app/db/database.ts";
import type { Program, Reward } from "#app/domain/program/program.ts";
import type { Text } from "#app/domain/program/texts/text.ts";
import { rewardStock } from "./reward-stock.ts";

/** A reward that staff can give, with what is to be known before many are given. */
export interface GivableReward {
  readonly rewardId: string;
  readonly name: Text;
  /** What one of them is worth; null where that depends on the order or the goods. */
  readonly worthMinor: number | null;
  /** How many there are still; null: any number. */
  readonly left: number | null;
}

/** What a variable reward is worth is the member's choice of points: nobody can give it. */
export function isGivable({ enabled, variable }: Reward): boolean {
  return enabled && variable === null;
}

/** What can be given by hand. */
export async function givableRewards(
  statements: Statements,
  shopId: number,
  program: Program | null,
): Promise<GivableReward[]> {
  if (program === null) return [];
  const stock = await rewardStock(statements, shopId, program);
  return program.rewards.filter(isGivable).map(({ id, name, value }) => ({
    ...{ rewardId: id, name, worthMinor: worthOf(value) },
    left: stock.get(id)?.left ?? null,
  }));
}

function worthOf(value: Reward["value"]): number | null {
  switch (value.kind) {
    case "amountOff":
    case "storeCredit":
    case "giftCard":
      return value.valueMinor;
    case "percentOff":
    case "freeShipping":
    case "freeProduct":
    case "experience":
      return null;
  }
}
