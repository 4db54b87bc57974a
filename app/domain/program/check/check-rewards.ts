import { parseMoney } from "../../money.ts";
import { checkAmount } from "./check-amount.ts";
import type { Complain } from "./check-amount.ts";
import type { DocumentPath } from "../document/describe-error.ts";
import type { ProgramDocument, RewardDocument } from "../document/document.ts";

/** Rewards have one price, are worth something, and variable ones come out in whole minor units. */
export function checkRewards(document: ProgramDocument, digits: number | null, complain: Complain): void {
  document.rewards.forEach((reward, index) => {
    const path = ["rewards", index];
    checkCost(reward, path, complain);
    checkWorth(reward, digits, path, complain);
    checkAmount(reward.minSubtotal, digits, { path: [...path, "minSubtotal"], complain, mayBeZero: true });
  });
  const known = new Set(document.rewards.map((reward) => reward.id));
  document.tiers?.levels.forEach((level, index) => {
    level.entryRewards.forEach((name, position) => {
      const path = ["tiers", "levels", index, "entryRewards", position];
      if (!known.has(name)) complain(path, "the id of a reward of this program");
      else if (document.rewards.some((reward) => reward.id === name && variableOf(reward) !== undefined)) {
        complain(path, "a reward that is not variable: nobody picks how many points it costs");
      }
    });
  });
}

function variableOf(reward: RewardDocument) {
  return "variable" in reward ? reward.variable : undefined;
}

function checkCost(reward: RewardDocument, path: DocumentPath, complain: Complain): void {
  if (variableOf(reward) !== undefined && reward.cost !== undefined) {
    complain([...path, "cost"], "nothing: `variable` says what it costs");
  }
}

function checkWorth(
  reward: RewardDocument,
  digits: number | null,
  path: DocumentPath,
  complain: Complain,
): void {
  switch (reward.kind) {
    case "amountOff":
    case "storeCredit":
    case "giftCard":
      checkAmount(reward.value, digits, { path: [...path, "value"], complain });
      if (reward.variable === undefined && reward.value === undefined)
        complain([...path, "value"], "an amount, or `variable`");
      if (reward.variable !== undefined && reward.value !== undefined)
        complain([...path, "value"], "either `value` or `variable`");
      if (reward.variable !== undefined)
        checkVariable(reward.variable, digits, [...path, "variable"], complain);
      return;
    case "freeProduct":
      if (reward.products === undefined && reward.variants === undefined)
        complain([...path, "products"], "the products or variants that are free");
      return;
    case "percentOff":
    case "freeShipping":
    case "experience":
      return;
  }
}

function checkVariable(
  variable: NonNullable<Extract<RewardDocument, { kind: "amountOff" }>["variable"]>,
  digits: number | null,
  path: DocumentPath,
  complain: Complain,
): void {
  checkAmount(variable.value, digits, { path: [...path, "value"], complain });
  const step = variable.step ?? variable.points;
  const min = variable.min ?? step;
  const valueMinor = parseMoney(variable.value, digits ?? 4);
  if (valueMinor !== null && (BigInt(valueMinor) * BigInt(step)) % BigInt(variable.points) !== 0n) {
    complain([...path, "step"], "a step that is worth a whole number of the currency's smallest unit");
  }
  if (min % step !== 0) complain([...path, "min"], `a multiple of the step ${String(step)}`);
  if (variable.max !== undefined && variable.max < min) complain([...path, "max"], `at least ${String(min)}`);
}
