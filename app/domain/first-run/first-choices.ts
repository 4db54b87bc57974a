import { assert } from "../assert.ts";
import { currencyDigits, formatMoney, parseMoney } from "../money.ts";
import { aboutAEuro } from "../program/fit-currency.ts";

/** What a merchant wants of a program, as far as the app can bring it about. */
export const GOALS = ["repeat", "basket", "winBack"] as const;
export type Goal = (typeof GOALS)[number];

export const KINDS = ["cafe", "fashion", "beauty", "travel", "other"] as const;
export type ShopKind = (typeof KINDS)[number];

/** The three figures a first program is adjusted by. */
export interface FirstFigures {
  /** Points for each unit spent: a euro, or about as much of another currency (`unitOf`). */
  readonly pointsPerUnit: number;
  /** What the first reward costs, which is worth five units. */
  readonly rewardCost: number;
  /** What is spent to reach the first level, as a decimal amount. */
  readonly firstLevel: string;
}

export interface FirstChoices {
  readonly goal: Goal;
  readonly kind: ShopKind;
  readonly figures: FirstFigures;
}

/** What kinds of shops usually begin with: a level is reached after a few purchases of the kind's own size. */
const BEGINNINGS: Readonly<Record<ShopKind, { rewardCost: number; firstLevelUnits: number }>> = {
  cafe: { rewardCost: 100, firstLevelUnits: 150 },
  fashion: { rewardCost: 200, firstLevelUnits: 300 },
  beauty: { rewardCost: 150, firstLevelUnits: 200 },
  travel: { rewardCost: 500, firstLevelUnits: 2_000 },
  other: { rewardCost: 200, firstLevelUnits: 250 },
};

/** The reward is worth so many units. */
const REWARD_UNITS = 5;

export function beginningFigures(kind: ShopKind, currency: string): FirstFigures {
  const { rewardCost, firstLevelUnits } = BEGINNINGS[kind];
  return { pointsPerUnit: 1, rewardCost, firstLevel: String(firstLevelUnits * aboutAEuro(currency)) };
}

/** What points are earned for, and what the reward is worth, in minor units of a currency. */
export function unitsOf(currency: string): { readonly unitMinor: number; readonly rewardMinor: number } {
  const unitMinor = aboutAEuro(currency) * 10 ** digitsOf(currency);
  return { unitMinor, rewardMinor: REWARD_UNITS * unitMinor };
}

/** What of the money spent comes back as rewards, as a share: 0.025 are 2.5 %. */
export function giveBack({ pointsPerUnit, rewardCost }: FirstFigures): number {
  return (pointsPerUnit * REWARD_UNITS) / rewardCost;
}

/** More than a shop can give back for long: the merchant is told, and decides. */
export const MUCH_GIVEN_BACK = 0.15;

const MOST_PER_UNIT = 1_000;
const MOST_FOR_A_REWARD = 1_000_000;

export type FirstFigure = keyof FirstFigures;

/** The figures as they were typed, or which of them make no sense. */
export function readFigures(
  typed: Readonly<Record<FirstFigure, string>>,
  currency: string,
):
  | { readonly ok: true; readonly figures: FirstFigures }
  | { readonly ok: false; readonly wrong: readonly FirstFigure[] } {
  const digits = digitsOf(currency);
  const pointsPerUnit = wholeUpTo(typed.pointsPerUnit, MOST_PER_UNIT);
  const rewardCost = wholeUpTo(typed.rewardCost, MOST_FOR_A_REWARD);
  const firstLevel = /^\d{1,9}(\.\d+)?$/u.test(typed.firstLevel)
    ? parseMoney(typed.firstLevel, digits)
    : null;
  if (pointsPerUnit !== null && rewardCost !== null && firstLevel !== null && firstLevel > 0) {
    return {
      ok: true,
      figures: { pointsPerUnit, rewardCost, firstLevel: shortest(firstLevel, digits) },
    };
  }
  const wrong: FirstFigure[] = [
    ...(pointsPerUnit === null ? (["pointsPerUnit"] as const) : []),
    ...(rewardCost === null ? (["rewardCost"] as const) : []),
    ...(firstLevel === null || firstLevel === 0 ? (["firstLevel"] as const) : []),
  ];
  return { ok: false, wrong };
}

function wholeUpTo(text: string, most: number): number | null {
  if (!/^\d{1,7}$/u.test(text)) return null;
  const value = Number(text);
  return value >= 1 && value <= most ? value : null;
}

/** `300` rather than `300.00`: as a person types it. */
function shortest(minor: number, digits: number): string {
  return minor % 10 ** digits === 0 ? String(minor / 10 ** digits) : formatMoney(minor, digits);
}

/** Minor digits of a shop's currency, which is a known one since the day it was installed. */
export function digitsOf(currency: string): number {
  const digits = currencyDigits(currency);
  assert(digits !== null, "a shop's currency is a known one");
  return digits;
}
