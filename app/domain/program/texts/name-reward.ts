import { minorOf } from "../compile/compile-amount.ts";
import type { RewardDocument } from "../document/document.ts";
import { shortMoney } from "./short-money.ts";
import { inLanguages } from "./text.ts";
import type { Text } from "./text.ts";

export interface RewardSurroundings {
  readonly currency: string;
  /** Minor digits of the currency. */
  readonly digits: number;
  /** The program's own. */
  readonly language: string;
}

/** What a reward without a name of its own is called: what it gives. */
export function nameReward(reward: RewardDocument, around: RewardSurroundings): Text {
  const words = { en: inEnglish(reward, around), de: inGerman(reward, around) };
  return inLanguages(words, around.language);
}

function inEnglish(reward: RewardDocument, around: RewardSurroundings): string {
  const money = moneyOf(reward, "en", around);
  switch (reward.kind) {
    case "amountOff":
      return money === null ? "Money off, as you choose" : `${money} off`;
    case "percentOff":
      return `${new Intl.NumberFormat("en-GB").format(reward.percent)}% off`;
    case "freeShipping":
      return "Free shipping";
    case "freeProduct":
      return "A free product";
    case "storeCredit":
      return money === null ? "Store credit, as you choose" : `${money} store credit`;
    case "giftCard":
      return money === null ? "A gift card, as you choose" : `${money} gift card`;
    case "experience":
      return "Something special";
  }
}

function inGerman(reward: RewardDocument, around: RewardSurroundings): string {
  const money = moneyOf(reward, "de", around);
  switch (reward.kind) {
    case "amountOff":
      return money === null ? "Rabatt nach Wahl" : `${money} Rabatt`;
    case "percentOff":
      return `${new Intl.NumberFormat("de-DE").format(reward.percent)} % Rabatt`;
    case "freeShipping":
      return "Kostenloser Versand";
    case "freeProduct":
      return "Ein Produkt geschenkt";
    case "storeCredit":
      return money === null ? "Guthaben nach Wahl" : `${money} Guthaben`;
    case "giftCard":
      return money === null ? "Gutschein nach Wahl" : `Gutschein über ${money}`;
    case "experience":
      return "Etwas Besonderes";
  }
}

/** Null where the member chooses how much. */
function moneyOf(
  reward: RewardDocument,
  language: "en" | "de",
  { currency, digits }: RewardSurroundings,
): string | null {
  if (!("value" in reward) || reward.value === undefined) return null;
  return shortMoney(minorOf(reward.value, digits), { currency, digits, language });
}
