import { assertNever } from "../../assert.ts";
import { isOnlyGiven } from "../../redemption/claim-reward.ts";
import type { Reward } from "../program.ts";
import { factorText } from "./describe-rule.ts";
import type { ProgramWords } from "./program-words.ts";

/** A reward as a sentence: `**500 Bohnen** for **€5.00** off, on orders over **€25.00**, valid **90 days**.` */
export function describeReward(reward: Reward, words: ProgramWords): string {
  const german = words.language === "de";
  const off = reward.enabled ? "" : german ? "Abgeschaltet: " : "Switched off: ";
  const terms = [...minimum(reward, words), ...tiers(reward, words), ...limits(reward, words)];
  return `${off}${[offer(reward, words), ...terms, ...validity(reward, words)].join(", ")}.`;
}

function offer(reward: Reward, words: ProgramWords): string {
  const german = words.language === "de";
  const { cost, variable } = reward;
  const what = worth(reward, words, variable === null && cost !== null && cost > 0 ? "for" : "alone");
  if (variable !== null) {
    const from = words.wording.number(variable.min);
    const to = variable.max === null ? null : words.wording.number(variable.max);
    const each = words.points(variable.points);
    if (german) return `${what} je ${each} (${to === null ? `ab ${from}` : `${from} bis ${to}`})`;
    return `${what} for every ${each} (${to === null ? `from ${from}` : `${from} to ${to}`})`;
  }
  if (isOnlyGiven(reward)) return german ? `Wird verschenkt: ${what}` : `Only given: ${what}`;
  if (cost === null || cost === 0) {
    const { pointsName } = words.wording;
    return german ? `Ohne ${pointsName}: ${what}` : `No ${pointsName} needed: ${what}`;
  }
  return `${words.points(cost)} ${german ? "für" : "for"} ${what}`;
}

function minimum({ minSubtotalMinor: minor }: Reward, words: ProgramWords): string[] {
  if (minor === null || minor === 0) return [];
  return [
    words.language === "de" ? `ab ${words.money(minor)} Warenwert` : `on orders over ${words.money(minor)}`,
  ];
}

function tiers(reward: Reward, words: ProgramWords): string[] {
  if (reward.tiers === null || isOnlyGiven(reward)) return [];
  const names = words.either([...reward.tiers].map((tier) => words.wording.levelName(tier)));
  return [words.language === "de" ? `für die Stufe ${names}` : `for the tier ${names}`];
}

function limits({ stock, limitPerMember: limit }: Reward, words: ProgramWords): string[] {
  const german = words.language === "de";
  const number = (count: number) => words.wording.number(count);
  const often = (count: number) => {
    if (german) return count === 1 ? "**einmal** je Mitglied" : `bis zu **${number(count)}-mal** je Mitglied`;
    return count === 1 ? "**once** per member" : `up to **${number(count)} times** per member`;
  };
  return [
    ...(stock === null ? [] : [german ? `**${number(stock)}** insgesamt` : `**${number(stock)}** in all`]),
    ...(limit === null ? [] : [often(limit)]),
  ];
}

function validity({ value, validDays }: Reward, words: ProgramWords): string[] {
  if (value.kind === "experience") return [];
  return [words.language === "de" ? `${words.days(validDays)} gültig` : `valid ${words.days(validDays)}`];
}

/** What a reward gives; German bends it behind "for": „für kostenlosen Versand“. */
function worth(reward: Reward, words: ProgramWords, place: "for" | "alone"): string {
  const german = words.language === "de";
  const { value } = reward;
  const money = (minor: number | null) => words.money(minor ?? variableValue(reward));
  switch (value.kind) {
    case "amountOff":
      return german ? `${money(value.valueMinor)} Rabatt` : `${money(value.valueMinor)} off`;
    case "percentOff": {
      const percent = factorText(value.percent, words);
      return german ? `**${percent} %** Rabatt` : `**${percent}%** off`;
    }
    case "freeShipping":
      if (!german) return "free shipping";
      return place === "for" ? "kostenlosen Versand" : "kostenloser Versand";
    case "freeProduct":
      return reward.hasOwnName
        ? `**${words.wording.text(reward.name)}**`
        : german
          ? "ein Produkt"
          : "a free product";
    case "storeCredit":
      return german ? `${money(value.valueMinor)} Guthaben` : `${money(value.valueMinor)} of store credit`;
    case "giftCard":
      return german
        ? `${place === "for" ? "einen" : "ein"} Gutschein über ${money(value.valueMinor)}`
        : `a gift card of ${money(value.valueMinor)}`;
    case "experience":
      return `**${words.wording.text(reward.name)}**`;
    default:
      return assertNever(value);
  }
}

function variableValue({ id, variable }: Reward): number {
  if (variable === null) throw new RangeError(`reward ${id} has neither a value nor a variable one`);
  return variable.valueMinor;
}
