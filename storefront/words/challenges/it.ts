import type { ChallengeWords } from "./challenge-words.ts";

const it: ChallengeWords = {
  challengesTitle: "Sfide",
  challengeProducts: { one: "{number} prodotto", other: "{number} prodotti diversi" },
  challengeTypes: { one: "{number} tipo di articolo", other: "{number} tipi di articoli diversi" },
  challengeSpend: "{money} di acquisti",
  challengeStreak: "{goal} {per}, {number} volte di seguito",
  challengeCard: "{goal} riempiono una tessera",
  challengeSurprise: "{goal} in un ordine, una settimana ogni {weeks}",
  challengeOneOf: "uno di questi: {list}",
  challengeStep: "{goal}: {gift}",
  challengeAgain: "ogni volta",
  challengePerOrder: "al massimo {goal} per ordine",
  challengeBadge: "Distintivo: {name}",
  challengeBadgeEarned: "Distintivo ottenuto: {name}",
  challengeProgress: "{number} di {of}",
  challengeOptIn: "Conta solo ciò che ordini dopo aver aderito.",
  challengeJoin: "Partecipa",
  challengeJoined: "Stai partecipando.",
  weeks: { one: "{number} settimana", other: "{number} settimane" },

  membershipsTitle: "Abbonamento a pagamento",
  membershipLasts: "{months} per ogni acquisto",
  membershipGrace: "i vantaggi restano altri {days}",
  membershipMonthly: "{gift} ogni mese",
  membershipRewards: "premi per abbonati: {list}",
  membershipUntil: "Valido fino al {day}",
  membershipInGrace: "Pagato fino al {day}. Rinnova entro il {until} e prosegue.",
};

export default it;
