import { decimalText } from "./texts/decimal-text.ts";
import type { Perk, Program, TierLevel } from "./program.ts";
import { shortMoney } from "./texts/short-money.ts";
import { inLanguage, mainLanguage } from "./texts/text.ts";

type AppliedPerk = Extract<Perk, { kind: "freeShipping" | "percentOff" }>;

/** A perk that a shop applies by itself at the cart, for members of one level. */
export interface StandingPerk {
  readonly levelId: string;
  /** In the program's language: what the level's members are called at the shop. */
  readonly levelName: string;
  /** Unique within its level. */
  readonly perkId: string;
  /** What shoppers read at the cart, in the program's language: "Silver: free shipping". */
  readonly title: string;
  readonly terms:
    | { readonly kind: "freeShipping" }
    | {
        readonly kind: "percentOff";
        /** As a decimal, e.g. "12.5". */ readonly percent: string;
      };
  readonly minSubtotalMinor: number | null;
}

/** All of a program's perks that the shop has to bring about. */
export function standingPerks(program: Program): StandingPerk[] {
  const levels = program.tiers === null ? [] : program.tiers.levels;
  return levels.flatMap((level) =>
    level.perks.filter(isApplied).map((perk) => standing(perk, level, program)),
  );
}

/** Whether membership of a level has to be known at the cart. */
export function hasStandingPerks(program: Program, levelId: string): boolean {
  const level = program.tiers?.levels.find(({ id }) => id === levelId);
  return level?.perks.some(isApplied) === true;
}

function isApplied(perk: Perk): perk is AppliedPerk {
  return perk.kind === "freeShipping" || perk.kind === "percentOff";
}

function standing(perk: AppliedPerk, level: TierLevel, program: Program): StandingPerk {
  return {
    levelId: level.id,
    levelName: inLanguage(level.name, program.language),
    perkId: perk.id,
    title: `${inLanguage(level.name, program.language)}: ${wordsOf(perk, program)}`,
    terms:
      perk.kind === "freeShipping"
        ? { kind: "freeShipping" }
        : { kind: "percentOff", percent: decimalText(perk.percent) },
    minSubtotalMinor: perk.minSubtotalMinor,
  };
}

/** Other languages than German are served in English: a discount has one title for everybody. */
function wordsOf(perk: AppliedPerk, { language, currency, currencyDigits: digits }: Program): string {
  const german = mainLanguage(language) === "de";
  const minor = perk.minSubtotalMinor;
  const money = shortMoney(minor === null ? 0 : minor, { currency, digits, language: german ? "de" : "en" });
  const least = minor === null || minor === 0 ? "" : german ? ` ab ${money}` : `orders over ${money}`;
  if (perk.kind === "freeShipping") {
    if (german) return `kostenloser Versand${least}`;
    return least === "" ? "free shipping" : `free shipping on ${least}`;
  }
  const percent = decimalText(perk.percent);
  if (german) return `${percent.replace(".", ",")} % Rabatt${least}`;
  return least === "" ? `${percent}% off` : `${percent}% off ${least}`;
}
