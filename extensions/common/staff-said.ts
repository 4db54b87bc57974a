import type { Words } from "../../storefront/words/words.ts";

/** Sentences that speak to the shopper as you, said about the shopper instead. */
type AboutTheShopper = Pick<
  Words,
  "tierTop" | "tierNow" | "tierBrings" | "tierGrace" | "excluded" | "owed" | "rewardLimit" | "rewardPerk"
> & {
  /** A discount whose value the shopper chooses. */
  readonly variable: string;
};

/** By language; English where staff speak none of them. */
export const STAFF_SAID: Readonly<Record<string, AboutTheShopper>> = {
  de: {
    tierTop: "Höchste Stufe erreicht",
    tierNow: "Vorteile: {list}",
    tierBrings: "Mit {tier}: {list}",
    tierGrace: "{tier} endet am {day}. Noch {amount} bis dahin, und die Stufe bleibt.",
    excluded: "Dieses Konto sammelt keine {name}.",
    owed: "Eine Rückgabe hat mehr gekostet, als da war. {points} werden mit den nächsten verrechnet.",
    rewardLimit: "Schon so oft eingelöst, wie es sie gibt",
    rewardPerk: "Geschenk der Stufe",
    variable: "bis zu {money} Rabatt, frei wählbar",
  },
  en: {
    tierTop: "Highest tier reached",
    tierNow: "Benefits: {list}",
    tierBrings: "With {tier}: {list}",
    tierGrace: "{tier} ends on {day}. {amount} more by then keeps it.",
    excluded: "This account does not collect {name}.",
    owed: "A return took more than there was. {points} will be settled from what is collected next.",
    rewardLimit: "Redeemed as often as it is given",
    rewardPerk: "A gift of the tier",
    variable: "up to {money} off, of any value",
  },
  es: {
    tierTop: "Nivel más alto alcanzado",
    tierNow: "Ventajas: {list}",
    tierBrings: "Con {tier}: {list}",
    tierGrace: "{tier} termina el {day}. Con {amount} más hasta entonces se conserva.",
    excluded: "Esta cuenta no reúne {name}.",
    owed: "Una devolución costó más de lo que había. {points} se compensarán con lo próximo que se reúna.",
    rewardLimit: "Canjeada tantas veces como se ofrece",
    rewardPerk: "Un regalo del nivel",
    variable: "hasta {money} de descuento, de valor libre",
  },
  fr: {
    tierTop: "Niveau le plus élevé atteint",
    tierNow: "Avantages : {list}",
    tierBrings: "Avec {tier} : {list}",
    tierGrace: "{tier} se termine le {day}. Encore {amount} d’ici là pour le garder.",
    excluded: "Ce compte ne cumule pas de {name}.",
    owed: "Un retour a coûté plus que le solde. {points} seront compensés par les prochains gains.",
    rewardLimit: "Déjà utilisée autant de fois que possible",
    rewardPerk: "Un cadeau du niveau",
    variable: "jusqu’à {money} de remise, montant au choix",
  },
  it: {
    tierTop: "Livello più alto raggiunto",
    tierNow: "Vantaggi: {list}",
    tierBrings: "Con {tier}: {list}",
    tierGrace: "{tier} finisce il giorno {day}. Con altri {amount} entro allora resta.",
    excluded: "Questo account non raccoglie {name}.",
    owed: "Un reso è costato più di quanto c’era. {points} saranno compensati con i prossimi raccolti.",
    rewardLimit: "Già riscattato tutte le volte previste",
    rewardPerk: "Un regalo del livello",
    variable: "fino a {money} di sconto, importo a scelta",
  },
  nl: {
    tierTop: "Hoogste niveau bereikt",
    tierNow: "Voordelen: {list}",
    tierBrings: "Met {tier}: {list}",
    tierGrace: "{tier} eindigt op {day}. Met nog {amount} voor die tijd blijft het.",
    excluded: "Dit account spaart geen {name}.",
    owed: "Een retour kostte meer dan er stond. {points} worden verrekend met wat hierna wordt gespaard.",
    rewardLimit: "Al zo vaak ingewisseld als kan",
    rewardPerk: "Een cadeau bij het niveau",
    variable: "tot {money} korting, bedrag naar keuze",
  },
};
