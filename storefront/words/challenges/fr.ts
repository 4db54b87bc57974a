import type { ChallengeWords } from "./challenge-words.ts";

const fr: ChallengeWords = {
  challengesTitle: "Défis",
  challengeProducts: { one: "{number} produit", other: "{number} produits différents" },
  challengeTypes: { one: "{number} type d’article", other: "{number} types d’articles différents" },
  challengeSpend: "{money} d’achats",
  challengeStreak: "{goal} {per}, {number} fois de suite",
  challengeCard: "{goal} remplissent une carte",
  challengeSurprise: "{goal} dans une commande, une semaine toutes les {weeks}",
  challengeOneOf: "au choix du sort : {list}",
  challengeStep: "{goal} : {gift}",
  challengeAgain: "à chaque fois",
  challengePerOrder: "au plus {goal} par commande",
  challengeBadge: "Badge : {name}",
  challengeBadgeEarned: "Badge obtenu : {name}",
  challengeProgress: "{number} sur {of}",
  challengeOptIn: "Seules comptent les commandes passées après l’inscription au défi.",
  challengeJoin: "Participer",
  challengeJoined: "Participation enregistrée.",
  weeks: { one: "{number} semaine", other: "{number} semaines" },

  membershipsTitle: "Adhésion payante",
  membershipLasts: "{months} à chaque achat",
  membershipGrace: "les avantages restent encore {days}",
  membershipMonthly: "{gift} chaque mois",
  membershipRewards: "récompenses réservées : {list}",
  membershipUntil: "Valable jusqu’au {day}",
  membershipInGrace: "Payée jusqu’au {day}. Un renouvellement avant le {until} la prolonge.",
};

export default fr;
