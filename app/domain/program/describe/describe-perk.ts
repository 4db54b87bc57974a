import type { Perk } from "../program.ts";
import { factorText } from "./describe-rule.ts";
import type { ProgramWords } from "./program-words.ts";

/** What the shop does is told from what the merchant promises: the merchant's own words stand in quotation marks. */
const BY_ITSELF = { en: "(applied automatically)", de: "(automatisch abgezogen)" };

/** A perk within a sentence: `free shipping on orders over **€20.00** (applied automatically)`. */
export function describePerk(perk: Perk, words: ProgramWords): string {
  const german = words.language === "de";
  switch (perk.kind) {
    case "text":
      return german ? `„${words.wording.text(perk.text)}“` : `“${words.wording.text(perk.text)}”`;
    case "freeShipping": {
      const least = minimum(perk.minSubtotalMinor, words);
      if (german) return `kostenloser Versand${least} ${BY_ITSELF.de}`;
      return `${least === "" ? "free shipping" : `free shipping on ${least}`} ${BY_ITSELF.en}`;
    }
    case "percentOff": {
      const percent = factorText(perk.percent, words);
      const least = minimum(perk.minSubtotalMinor, words);
      if (german) return `immer **${percent} %** Rabatt${least} ${BY_ITSELF.de}`;
      return `${least === "" ? `always **${percent}%** off` : `always **${percent}%** off ${least}`} ${BY_ITSELF.en}`;
    }
    case "content": {
      if (perk.name !== null) return words.wording.text(perk.name);
      return german ? "eine Seite nur für diese Stufe" : "a page for this tier only";
    }
  }
}

function minimum(minor: number | null, words: ProgramWords): string {
  if (minor === null || minor === 0) return "";
  return words.language === "de" ? ` ab ${words.money(minor)}` : `orders over ${words.money(minor)}`;
}
