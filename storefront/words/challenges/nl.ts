import type { ChallengeWords } from "./challenge-words.ts";

const nl: ChallengeWords = {
  challengesTitle: "Uitdagingen",
  challengeProducts: { one: "{number} product", other: "{number} verschillende producten" },
  challengeTypes: { one: "{number} soort artikel", other: "{number} verschillende soorten artikelen" },
  challengeSpend: "{money} aan aankopen",
  challengeStreak: "{goal} {per}, {number} keer op rij",
  challengeCard: "{goal} vullen een kaart",
  challengeSurprise: "{goal} in één bestelling, in één week per {weeks}",
  challengeOneOf: "een van deze: {list}",
  challengeStep: "{goal}: {gift}",
  challengeAgain: "elke keer opnieuw",
  challengePerOrder: "hooguit {goal} per bestelling",
  challengeBadge: "Badge: {name}",
  challengeBadgeEarned: "Badge behaald: {name}",
  challengeProgress: "{number} van {of}",
  challengeOptIn: "Alleen wat je bestelt nadat je meedoet, telt.",
  challengeJoin: "Meedoen",
  challengeJoined: "Je doet mee.",
  weeks: { one: "{number} week", other: "{number} weken" },

  membershipsTitle: "Betaald lidmaatschap",
  membershipLasts: "{months} per aankoop",
  membershipGrace: "voordelen blijven nog {days}",
  membershipMonthly: "{gift} elke maand",
  membershipRewards: "beloningen voor leden: {list}",
  membershipUntil: "Geldig tot en met {day}",
  membershipInGrace: "Betaald tot en met {day}. Verleng uiterlijk {until}, dan loopt het door.",
};

export default nl;
