import type { InWords } from "../../customers/facts/fact.ts";

/** What the letters that every shop has are called on pages. */
export const LETTER_NAMES = {
  welcome: { en: "Welcome", de: "Willkommen" },
  "points-earned": { en: "Points earned", de: "Punkte erhalten" },
  "reward-in-reach": { en: "A reward is in reach", de: "Eine Prämie ist in Reichweite" },
  "tier-reached": { en: "Tier reached", de: "Stufe erreicht" },
  "tier-in-grace": { en: "Tier in danger", de: "Stufe in Gefahr" },
  "tier-lost": { en: "Tier lost", de: "Stufe verloren" },
  "points-expiring": { en: "Points expire", de: "Punkte verfallen" },
  "code-expiring": { en: "A code expires", de: "Ein Code läuft ab" },
  birthday: { en: "Birthday", de: "Geburtstag" },
  "first-purchase": { en: "First purchase", de: "Erster Kauf" },
  lapsed: { en: "It has been a while", de: "Lange nicht gesehen" },
  "return-explained": { en: "A return explained", de: "Eine Rückgabe erklärt" },
  "welcome-guide": { en: "Welcome: how it works", de: "Willkommen: so funktioniert es" },
  "welcome-quick-win": { en: "Welcome: a quick way to more", de: "Willkommen: schnell zu mehr" },
  anniversary: { en: "Anniversary", de: "Jahrestag" },
  "tier-near": { en: "The next tier is near", de: "Die nächste Stufe ist nah" },
  "membership-ending": { en: "Membership ends", de: "Mitgliedschaft endet" },
  "challenge-near": { en: "Challenge nearly done", de: "Herausforderung fast geschafft" },
  "challenge-done": { en: "Challenge done", de: "Herausforderung geschafft" },
  "big-basket": { en: "Thanks for a big order", de: "Danke für einen großen Einkauf" },
  unsubscribed: { en: "Unsubscribed", de: "Newsletter abbestellt" },
} as const satisfies Readonly<Record<string, InWords>>;

/** A letter that every shop has, with ready-made words in six languages. */
export type ReadyMadeLetter = keyof typeof LETTER_NAMES;

export function isReadyMadeLetter(template: string): template is ReadyMadeLetter {
  return Object.hasOwn(LETTER_NAMES, template);
}

export const READY_MADE_LETTERS: readonly ReadyMadeLetter[] =
  Object.keys(LETTER_NAMES).filter(isReadyMadeLetter);
