import type { ChallengeWords } from "./challenge-words.ts";

const de: ChallengeWords = {
  challengesTitle: "Herausforderungen",
  challengeProducts: { one: "{number} Produkt", other: "{number} verschiedene Produkte" },
  challengeTypes: { one: "{number} Warenart", other: "{number} verschiedene Warenarten" },
  challengeSpend: "{money} Einkauf",
  challengeStreak: "{goal} {per}, {number}-mal in Folge",
  challengeCard: "{goal} füllen eine Karte",
  challengeSurprise: "{goal} in einer Bestellung, in einer Woche alle {weeks}",
  challengeOneOf: "eins davon: {list}",
  challengeStep: "{goal}: {gift}",
  challengeAgain: "jedes Mal wieder",
  challengePerOrder: "höchstens {goal} je Bestellung",
  challengeBadge: "Abzeichen: {name}",
  challengeBadgeEarned: "Abzeichen erreicht: {name}",
  challengeProgress: "{number} von {of}",
  challengeOptIn: "Es zählt nur, was du bestellst, sobald du mitmachst.",
  challengeJoin: "Mitmachen",
  challengeJoined: "Du machst mit.",
  weeks: { one: "{number} Woche", other: "{number} Wochen" },

  membershipsTitle: "Bezahlte Mitgliedschaft",
  membershipLasts: "{months} mit jedem Kauf",
  membershipGrace: "Vorteile gelten noch {days} länger",
  membershipMonthly: "{gift} jeden Monat",
  membershipRewards: "Prämien für Mitglieder: {list}",
  membershipUntil: "Gilt bis {day}",
  membershipInGrace: "Bezahlt bis {day}. Verlängere bis {until}, dann läuft sie weiter.",
};

export default de;
