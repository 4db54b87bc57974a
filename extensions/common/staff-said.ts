import type { Words } from "../../storefront/words/words.ts";

/** Sentences that speak to the shopper as you, said about the shopper instead. */
type AboutTheShopper = Pick<Words, "tierTop" | "owed" | "rewardLimit" | "rewardPerk"> & {
  /** A discount whose value the shopper chooses. */
  readonly variable: string;
};

/** By language; English where staff speak none of them. */
export const STAFF_SAID: Readonly<Record<string, AboutTheShopper>> = {
  de: {
    tierTop: "Höchste Stufe erreicht",
    owed: "Eine Rückgabe hat mehr gekostet, als da war. {points} werden mit den nächsten verrechnet.",
    rewardLimit: "Schon so oft eingelöst, wie es sie gibt",
    rewardPerk: "Geschenk der Stufe",
    variable: "Bis zu {money} Rabatt, frei wählbar",
  },
  en: {
    tierTop: "Highest level reached",
    owed: "A return took more than there was. {points} will be settled from what is collected next.",
    rewardLimit: "Redeemed as often as it is given",
    rewardPerk: "A gift of the level",
    variable: "up to {money} off, of any value",
  },
  es: {
    tierTop: "Nivel más alto alcanzado",
    owed: "Una devolución costó más de lo que había. {points} se compensarán con lo próximo que se reúna.",
    rewardLimit: "Canjeada tantas veces como se ofrece",
    rewardPerk: "Un regalo del nivel",
    variable: "hasta {money} de descuento, de valor libre",
  },
  fr: {
    tierTop: "Niveau le plus élevé atteint",
    owed: "Un retour a coûté plus que le solde. {points} seront compensés par les prochains gains.",
    rewardLimit: "Déjà utilisée autant de fois que possible",
    rewardPerk: "Un cadeau du niveau",
    variable: "jusqu’à {money} de remise, montant au choix",
  },
  it: {
    tierTop: "Livello più alto raggiunto",
    owed: "Un reso è costato più di quanto c’era. {points} saranno compensati con i prossimi raccolti.",
    rewardLimit: "Già riscattato tutte le volte previste",
    rewardPerk: "Un regalo del livello",
    variable: "fino a {money} di sconto, importo a scelta",
  },
  nl: {
    tierTop: "Hoogste niveau bereikt",
    owed: "Een retour kostte meer dan er stond. {points} worden verrekend met wat hierna wordt gespaard.",
    rewardLimit: "Al zo vaak ingewisseld als kan",
    rewardPerk: "Een cadeau bij het niveau",
    variable: "tot {money} korting, bedrag naar keuze",
  },
};
