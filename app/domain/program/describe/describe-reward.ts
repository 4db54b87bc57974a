import { assertNever } from "../../assert.ts";
import type { Reward } from "../program.ts";
import { factorText } from "./describe-rule.ts";
import type { ProgramWords } from "./program-words.ts";

/** A reward as a sentence: `**500 Bohnen** for **€5.00** off, from **€25.00** of goods, valid **90 days**.` */
export function describeReward(reward: Reward, words: ProgramWords): string {
  const german = words.language === "de";
  const off = reward.enabled ? "" : german ? "Abgeschaltet: " : "Switched off: ";
  const parts = [
    `${cost(reward, words)} ${german ? "für" : "for"} ${worth(reward, words)}`,
    ...(reward.minSubtotalMinor === null
      ? []
      : [
          `${german ? "ab" : "from"} ${words.money(reward.minSubtotalMinor)} ${german ? "Warenwert" : "of goods"}`,
        ]),
    ...(reward.tiers === null
      ? []
      : [
          `${german ? "für die Stufe" : "for the tier"} ${words.either([...reward.tiers].map((tier) => words.wording.levelName(tier)))}`,
        ]),
    ...(reward.stock === null
      ? []
      : [`${german ? "Vorrat" : "stock"} **${words.wording.number(reward.stock)}**`]),
    ...(reward.limitPerMember === null
      ? []
      : [
          german
            ? `höchstens **${words.wording.number(reward.limitPerMember)}** je Mitglied`
            : `at most **${words.wording.number(reward.limitPerMember)}** per member`,
        ]),
    ...(reward.value.kind === "experience"
      ? []
      : [
          german
            ? `**${words.wording.number(reward.validDays)}** ${reward.validDays === 1 ? "Tag" : "Tage"} gültig`
            : `valid ${words.days(reward.validDays)}`,
        ]),
  ];
  return `${off}${parts.join(", ")}.`;
}

function cost({ cost, variable }: Reward, words: ProgramWords): string {
  const german = words.language === "de";
  if (variable !== null) {
    const each = words.points(variable.points);
    const from = words.wording.number(variable.min);
    const to = variable.max === null ? "" : words.wording.number(variable.max);
    const range = german
      ? to === ""
        ? `ab ${from}`
        : `${from} bis ${to}`
      : to === ""
        ? `from ${from}`
        : `${from} to ${to}`;
    return `${each} (${range})`;
  }
  return cost === null || cost === 0
    ? german
      ? "Geschenk der Stufe"
      : "Gift of the tier"
    : words.points(cost);
}

function worth(reward: Reward, words: ProgramWords): string {
  const german = words.language === "de";
  const { value, variable } = reward;
  const money = (minor: number | null) => words.money(minor ?? variableValue(reward));
  const each = variable === null ? "" : german ? " je Schritt" : " each";
  switch (value.kind) {
    case "amountOff":
      return german ? `${money(value.valueMinor)} Rabatt${each}` : `${money(value.valueMinor)} off${each}`;
    case "percentOff":
      return `**${factorText(value.percent, words)} %** ${german ? "Rabatt" : "off"}`;
    case "freeShipping":
      return german ? "kostenlosen Versand" : "free shipping";
    case "freeProduct":
      return german ? `einen Artikel gratis (${reward.name})` : `a free product (${reward.name})`;
    case "storeCredit":
      return german
        ? `${money(value.valueMinor)} Guthaben${each}`
        : `${money(value.valueMinor)} of store credit${each}`;
    case "giftCard":
      return german
        ? `${money(value.valueMinor)} als Gutschein${each}`
        : `a gift card of ${money(value.valueMinor)}${each}`;
    case "experience":
      return `**${reward.name}**`;
    default:
      return assertNever(value);
  }
}

function variableValue({ id, variable }: Reward): number {
  if (variable === null) throw new RangeError(`reward ${id} has neither a value nor a variable one`);
  return variable.valueMinor;
}
