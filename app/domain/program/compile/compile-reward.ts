import { fromDecimal } from "../../rational.ts";
import { minorOf } from "./compile-amount.ts";
import { compileText } from "./compile-text.ts";
import type { RewardDocument } from "../document/document.ts";
import { nameReward } from "../texts/name-reward.ts";
import type { RewardSurroundings } from "../texts/name-reward.ts";
import type { Reward, RewardValue, VariableCost } from "../program.ts";

/** A reward of a checked document as the engine reads it. */
export function compileReward(reward: RewardDocument, around: RewardSurroundings): Reward {
  const { digits, language } = around;
  const variable = "variable" in reward && reward.variable !== undefined ? reward.variable : null;
  return {
    id: reward.id,
    name: reward.name === undefined ? nameReward(reward, around) : compileText(reward.name, language),
    hasOwnName: reward.name !== undefined,
    enabled: reward.enabled,
    value: compileValue(reward, digits),
    cost: variable === null ? costOf(reward) : null,
    variable: variable === null ? null : compileVariable(variable, digits),
    minSubtotalMinor: reward.minSubtotal === undefined ? null : minorOf(reward.minSubtotal, digits),
    products: reward.kind === "freeProduct" ? [] : (reward.products ?? []),
    collections: reward.collections ?? [],
    validDays: reward.validDays,
    stock: reward.stock ?? null,
    limitPerMember: reward.limitPerMember ?? null,
    tiers: claimableBy(reward, variable !== null),
  };
}

const NOTHING = 0;

/** Without a cost it is free to the tiers it names, or only ever given. */
function costOf(reward: RewardDocument): number {
  return reward.cost ?? NOTHING;
}

/** What has no cost and names no tiers is only ever given. */
function claimableBy(reward: RewardDocument, isVariable: boolean): ReadonlySet<string> | null {
  if (reward.tiers !== undefined) return new Set(reward.tiers);
  return reward.cost === undefined && !isVariable ? new Set() : null;
}

function compileValue(reward: RewardDocument, digits: number): RewardValue {
  switch (reward.kind) {
    case "amountOff":
    case "storeCredit":
    case "giftCard":
      return {
        kind: reward.kind,
        valueMinor: reward.value === undefined ? null : minorOf(reward.value, digits),
      };
    case "percentOff":
      return { kind: "percentOff", percent: fromDecimal(String(reward.percent)) };
    case "freeProduct":
      return { kind: "freeProduct", products: reward.products ?? [], variants: reward.variants ?? [] };
    case "freeShipping":
    case "experience":
      return { kind: reward.kind };
  }
}

function compileVariable(
  variable: NonNullable<Extract<RewardDocument, { kind: "amountOff" }>["variable"]>,
  digits: number,
): VariableCost {
  const step = variable.step ?? variable.points;
  return {
    points: variable.points,
    valueMinor: minorOf(variable.value, digits),
    step,
    min: variable.min ?? step,
    max: variable.max ?? null,
  };
}
