import { assert, assertNever } from "../assert.ts";
import { formatMoney, parseMoney } from "../money.ts";
import type { ProgramDocumentDraft } from "../program/document/document.ts";
import { type StarterId, type StarterShop, starterFor } from "../program/starters.ts";
import { digitsOf, type FirstChoices, type Goal, type ShopKind, unitsOf } from "./first-choices.ts";

/** Which ready-made program a kind of shop begins with. */
const STARTER_OF: Readonly<Record<ShopKind, StarterId>> = {
  cafe: "cafe",
  fashion: "fashion",
  beauty: "beauty",
  travel: "travel",
  other: "paidVip",
};

/** Levels of a starter without any: those of the fashion club. */
const LEVELS_OF: StarterId = "fashion";
/** The levels to begin with, lowest first: how many times the first threshold each asks for, and what it multiplies. */
const LEVELS = [
  { thresholds: 0, multiplier: 1 },
  { thresholds: 1, multiplier: 1.25 },
  { thresholds: 3, multiplier: 1.5 },
];

/** Units an order must come to for the reward: a code is no gift of a whole order. */
const MINIMUM_UNITS = 25;
/** How much of it a bonus gives, in units spent: ten euros' worth of points. */
const BONUS_UNITS = 10;
const STEP_UNITS = 50;
const MONTHS_WITHOUT_ORDER = 6;

export interface FirstShop extends StarterShop {
  readonly name: string;
}

/**
 * The program a shop begins with: a ready-made one with its points' name, its levels' names and when its points
 * mature and expire, bent to the goal and the merchant's figures. Left out is what this shop may not have or
 * nothing brings about by itself: rules for particular goods or tags, activities nothing reports, rewards and
 * perks somebody hands over. So it can be published as it stands, and nothing in it is promised in vain.
 */
export function firstProgram({ goal, kind, figures }: FirstChoices, shop: FirstShop): ProgramDocumentDraft {
  const { pointsName, earning, expiry, refunds } = starterFor(STARTER_OF[kind], shop);
  const { currency, timezone, language, name } = shop;
  const { unitMinor, rewardMinor } = unitsOf(currency);
  const amount = (minor: number) => formatMoney(minor, digitsOf(currency));
  return {
    format: "regulars.program/1",
    ...{ name, language, currency, timezone, pointsName },
    earning: {
      basis: earning.basis,
      maturity: earning.maturity,
      rules: [
        {
          id: "spend",
          name: { en: "Purchases", de: "Einkäufe" },
          kind: "spend",
          points: figures.pointsPerUnit,
          per: amount(unitMinor),
        },
        ...bonusFor(goal, BONUS_UNITS * figures.pointsPerUnit, amount(STEP_UNITS * unitMinor)),
      ],
    },
    expiry: goal === "winBack" ? { kind: "inactivity", months: MONTHS_WITHOUT_ORDER } : expiry,
    refunds,
    tiers: firstTiers(kind, figures.firstLevel, shop),
    rewards: [
      {
        id: "money-off",
        kind: "amountOff",
        value: amount(rewardMinor),
        cost: figures.rewardCost,
        minSubtotal: amount(MINIMUM_UNITS * unitMinor),
      },
    ],
  };
}

type RuleDrafts = ProgramDocumentDraft["earning"]["rules"];

function bonusFor(goal: Goal, points: number, step: string): RuleDrafts {
  switch (goal) {
    case "repeat":
      return [
        {
          id: "second-order",
          name: { en: "Second order", de: "Zweite Bestellung" },
          kind: "order",
          points: points * 5,
          order: { nth: 2 },
        },
      ];
    case "basket":
      return [
        {
          id: "bigger-basket",
          name: { en: "Bigger basket", de: "Größerer Einkauf" },
          kind: "spend",
          stack: "bonus",
          step: true,
          points,
          per: step,
        },
      ];
    case "winBack":
      return [];
    default:
      return assertNever(goal);
  }
}

/** The levels of the shop's kind by name, all of them for money spent; what each brings is a multiplier. */
function firstTiers(kind: ShopKind, firstLevel: string, shop: FirstShop): ProgramDocumentDraft["tiers"] {
  const tiers = starterFor(STARTER_OF[kind], shop).tiers ?? starterFor(LEVELS_OF, shop).tiers;
  const digits = digitsOf(shop.currency);
  const firstMinor = parseMoney(firstLevel, digits);
  assert(tiers !== undefined && firstMinor !== null, "the figures were read, and a starter has levels");
  const { window, graceDays, downgrade } = tiers;
  return {
    metric: "spend",
    ...{ window, graceDays, downgrade },
    levels: LEVELS.flatMap(({ thresholds, multiplier }, place) => {
      const level = tiers.levels[place];
      if (level === undefined) return [];
      const { id, name } = level;
      const from = formatMoney(firstMinor * thresholds, digits);
      return [{ id, ...(name === undefined ? {} : { name }), from, multiplier }];
    }),
  };
}
