import type { Trigger } from "#app/domain/journeys/journey.ts";

interface TriggerText {
  /** Behind "It begins when". */
  readonly label: string;
  readonly help: string;
}

interface TriggerTexts {
  readonly triggers: Readonly<Record<Trigger["on"], TriggerText>>;
  readonly groups: readonly { readonly title: string; readonly triggers: readonly Trigger["on"][] }[];
}

const PEOPLE = [
  "joined",
  "birthday",
  "anniversary",
  "segment_entered",
  "segment_left",
  "unsubscribed",
] as const;
const BUYING = [
  "purchase",
  "lapsed",
  "cart_abandoned",
  "order_returned",
  "replenishment",
  "browsed",
] as const;
const POINTS = ["points_earned", "reward_in_reach", "points_expiring", "code_expiring"] as const;
const TIERS = ["tier_reached", "tier_near", "tier_in_grace", "tier_lost", "membership_ending"] as const;
const TOGETHER = ["challenge_done", "challenge_near", "referral_joined", "referral_qualified"] as const;
const MORE = [...TOGETHER, "survey_open", "date"] as const;

export const triggersInEnglish: TriggerTexts = {
  triggers: {
    joined: { label: "somebody joins", help: "Once for each member." },
    purchase: { label: "somebody buys something", help: "When the order is paid, once for each order." },
    points_earned: {
      label: "points came in",
      help: "From orders, activities, challenges and friends; several in a short time are one.",
    },
    reward_in_reach: {
      label: "a reward comes in reach",
      help: "The balance rises to what it costs. Again once it was claimed or fell out of reach.",
    },
    tier_reached: { label: "a tier is reached", help: "Never the one everybody begins with." },
    tier_lost: { label: "a tier is lost", help: "The tier that ended." },
    tier_in_grace: { label: "a tier is in danger", help: "The grace period begins: the tier still holds." },
    tier_near: { label: "the next tier is near", help: "Once a year for each tier." },
    points_expiring: { label: "points are about to expire", help: "For each day on which some do." },
    code_expiring: { label: "a code is about to end", help: "Only codes that nobody has used." },
    membership_ending: { label: "a paid membership is about to end", help: "Renewed, it no longer ends." },
    birthday: { label: "it is somebody’s birthday", help: "Only members whose birthday is known." },
    anniversary: { label: "somebody has been a member for a year", help: "Every year again." },
    lapsed: { label: "somebody has not bought for a while", help: "Counted from the last purchase." },
    segment_entered: {
      label: "somebody comes into a segment",
      help: "Looked at with each change, and of everybody at night. Who is in it already does not come in.",
    },
    segment_left: { label: "somebody leaves a segment", help: "Looked at like coming in." },
    cart_abandoned: { label: "a cart is left", help: "Hours after it was last changed." },
    replenishment: { label: "it is time to buy again", help: "By how often the product was bought." },
    browsed: { label: "somebody keeps looking at something", help: "Times within some days." },
    survey_open: { label: "a survey waits", help: "Until it is answered." },
    unsubscribed: { label: "somebody unsubscribes from the newsletter", help: "As your shop tells it." },
    referral_joined: { label: "a friend joins", help: "The mail goes to whoever brought them along." },
    referral_qualified: {
      label: "a friend has ordered",
      help: "The mail goes to whoever brought them along.",
    },
    challenge_done: { label: "a challenge is done", help: "Once in each of its periods." },
    challenge_near: {
      label: "a challenge is nearly done",
      help: "Something is there, and little is missing.",
    },
    date: { label: "a certain day comes", help: "To every member whom the conditions below mean." },
    order_returned: { label: "goods come back", help: "Or their money." },
  },
  groups: [
    { title: "People", triggers: PEOPLE },
    { title: "Buying", triggers: BUYING },
    { title: "Points and rewards", triggers: POINTS },
    { title: "Tiers and memberships", triggers: TIERS },
    { title: "More", triggers: MORE },
  ],
};

export const triggersInGerman: TriggerTexts = {
  triggers: {
    joined: { label: "jemand beitritt", help: "Einmal je Mitglied." },
    purchase: {
      label: "jemand etwas kauft",
      help: "Sobald die Bestellung bezahlt ist, einmal je Bestellung.",
    },
    points_earned: {
      label: "Punkte dazugekommen sind",
      help: "Aus Bestellungen, Aktivitäten, Herausforderungen und von Freunden; mehrere in kurzer Zeit gelten als eins.",
    },
    reward_in_reach: {
      label: "eine Prämie in Reichweite kommt",
      help: "Der Stand steigt auf das, was sie kostet. Wieder, wenn sie eingelöst war oder außer Reichweite geriet.",
    },
    tier_reached: { label: "eine Stufe erreicht ist", help: "Nie die, mit der alle beginnen." },
    tier_lost: { label: "eine Stufe verloren ist", help: "Die Stufe, die zu Ende ging." },
    tier_in_grace: {
      label: "eine Stufe in Gefahr ist",
      help: "Die Schonfrist beginnt: Noch gilt die Stufe.",
    },
    tier_near: { label: "die nächste Stufe nah ist", help: "Einmal im Jahr je Stufe." },
    points_expiring: { label: "Punkte bald verfallen", help: "Für jeden Tag, an dem welche verfallen." },
    code_expiring: { label: "ein Code bald abläuft", help: "Nur Codes, die niemand benutzt hat." },
    membership_ending: {
      label: "eine bezahlte Mitgliedschaft bald endet",
      help: "Wird sie verlängert, endet sie nicht mehr.",
    },
    birthday: { label: "jemand Geburtstag hat", help: "Nur Mitglieder, deren Geburtstag bekannt ist." },
    anniversary: { label: "sich der Beitritt jährt", help: "Jedes Jahr wieder." },
    lapsed: { label: "jemand länger nichts gekauft hat", help: "Gezählt vom letzten Kauf an." },
    segment_entered: {
      label: "jemand in ein Segment kommt",
      help: "Geprüft bei jeder Änderung, und von allen in der Nacht. Wer schon darin ist, kommt nicht hinein.",
    },
    segment_left: { label: "jemand ein Segment verlässt", help: "Geprüft wie das Hineinkommen." },
    cart_abandoned: { label: "ein Warenkorb liegen bleibt", help: "Stunden nach der letzten Änderung." },
    replenishment: {
      label: "es Zeit zum Nachkaufen ist",
      help: "Danach, wie oft das Produkt gekauft wurde.",
    },
    browsed: { label: "jemand etwas immer wieder ansieht", help: "So oft innerhalb einiger Tage." },
    survey_open: { label: "eine Umfrage wartet", help: "Bis sie beantwortet ist." },
    unsubscribed: { label: "jemand den Newsletter abbestellt", help: "So, wie dein Shop es meldet." },
    referral_joined: {
      label: "ein Freund beitritt",
      help: "Die E-Mail geht an das Mitglied, das geworben hat.",
    },
    referral_qualified: {
      label: "ein Freund bestellt hat",
      help: "Die E-Mail geht an das Mitglied, das geworben hat.",
    },
    challenge_done: { label: "eine Herausforderung geschafft ist", help: "Einmal in jedem ihrer Zeiträume." },
    challenge_near: {
      label: "eine Herausforderung fast geschafft ist",
      help: "Etwas ist da, und wenig fehlt noch.",
    },
    date: {
      label: "ein bestimmter Tag kommt",
      help: "An alle Mitglieder, die die Bedingungen unten meinen.",
    },
    order_returned: { label: "Ware zurückkommt", help: "Oder ihr Geld." },
  },
  groups: [
    { title: "Menschen", triggers: PEOPLE },
    { title: "Kaufen", triggers: BUYING },
    { title: "Punkte und Prämien", triggers: POINTS },
    { title: "Stufen und Mitgliedschaften", triggers: TIERS },
    { title: "Weiteres", triggers: MORE },
  ],
};
