import type { ChallengeWords } from "./challenge-words.ts";

const en: ChallengeWords = {
  challengesTitle: "Challenges",
  challengeProducts: { one: "{number} product", other: "{number} different products" },
  challengeTypes: { one: "{number} kind of goods", other: "{number} different kinds of goods" },
  challengeSpend: "{money} spent",
  challengeStreak: "{goal} {per}, {number} times in a row",
  challengeCard: "{goal} fill a card",
  challengeSurprise: "{goal} in one order, in one week every {weeks}",
  challengeOneOf: "one of: {list}",
  challengeStep: "{goal}: {gift}",
  challengeAgain: "every time again",
  challengePerOrder: "at most {goal} per order",
  challengeBadge: "Badge: {name}",
  challengeBadgeEarned: "Badge earned: {name}",
  challengeProgress: "{number} of {of}",
  challengeOptIn: "Only what you order after you take part counts.",
  challengeJoin: "Take part",
  challengeJoined: "You are taking part.",
  weeks: { one: "{number} week", other: "{number} weeks" },

  membershipsTitle: "Paid membership",
  membershipLasts: "{months} with each one you buy",
  membershipGrace: "benefits stay for another {days}",
  membershipMonthly: "{gift} every month",
  membershipRewards: "rewards for members: {list}",
  membershipUntil: "Yours until {day}",
  membershipInGrace: "Paid until {day}. Renew by {until}, and it goes on.",
};

export default en;
