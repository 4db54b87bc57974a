import type { Speech } from "../panel/speech.ts";
import type { StorefrontChallenge, StorefrontGift, StorefrontMembership } from "../state-challenge.ts";
import { say } from "../words/words.ts";
import { timesWords } from "./tiers.ts";
import { activityWords } from "./ways.ts";

/** What is given, within a sentence: "25 Bohnen", "free shipping". */
export function giftWords(speech: Speech, gift: StorefrontGift): string {
  return gift.reward === null ? speech.points(gift.points) : speech.reward(gift.reward);
}

/** What a challenge gives in the end; empty where only its steps give, or a badge. */
export function challengeGives(speech: Speech, { kind, gifts }: StorefrontChallenge): string {
  const given = gifts.map((gift) => giftWords(speech, gift));
  if (kind !== "surprise" || given.length === 1) return given.join(", ");
  return say(speech.words.challengeOneOf, { list: given.join(", ") });
}

/** What is to be done for it, in one sentence: "2 orders a week". */
export function challengeTask(speech: Speech, challenge: StorefrontChallenge): string {
  const { words } = speech;
  const { kind, every, length, everyWeeks } = challenge;
  const goal = measureWords(speech, challenge, challenge.goal);
  const per = every === "once" || every === "span" ? "" : words.per[every];
  switch (kind) {
    case "goal":
      return `${goal} ${per}`.trim();
    case "streak":
      return say(words.challengeStreak, { goal, per, number: length === null ? "" : speech.number(length) });
    case "stamps":
      return say(words.challengeCard, { goal });
    case "surprise":
      return say(words.challengeSurprise, {
        goal,
        weeks: everyWeeks === null ? "" : speech.counted(words.weeks, everyWeeks),
      });
  }
}

function measureWords(speech: Speech, { count, activity }: StorefrontChallenge, measure: number): string {
  const { words } = speech;
  switch (count) {
    case "purchases":
      return speech.counted(words.orders, measure);
    case "units":
      return speech.counted(words.units, measure);
    case "products":
      return speech.counted(words.challengeProducts, measure);
    case "types":
      return speech.counted(words.challengeTypes, measure);
    case "value":
      return say(words.challengeSpend, { money: speech.money(measure) });
    case "activities":
      return `${speech.number(measure)}× ${activityWords(speech, activity)}`;
  }
}

/** All else that holds for it: what comes on the way, how often, when and for whom. */
export function challengeConditions(speech: Speech, challenge: StorefrontChallenge): string[] {
  const { words } = speech;
  const { steps, repeat, perOrder, badge, tiers, from, until } = challenge;
  const parts = steps.map(({ at, gift }) =>
    say(words.challengeStep, { gift: giftWords(speech, gift), goal: measureWords(speech, challenge, at) }),
  );
  if (repeat) parts.push(words.challengeAgain);
  if (perOrder !== null) {
    parts.push(say(words.challengePerOrder, { goal: speech.counted(words.units, perOrder) }));
  }
  if (challenge.someProducts) parts.push(words.someProducts);
  if (tiers.length > 0) parts.push(say(words.rewardTier, { tiers: speech.list(tiers) }));
  if (challenge.someMembers) parts.push(words.someMembers);
  if (from !== null) parts.push(say(words.from, { day: speech.day(from) }));
  if (until !== null) parts.push(say(words.until, { day: speech.lastDay(until) }));
  if (badge !== null) {
    const sentence =
      challenge.standing?.hasBadge === true ? words.challengeBadgeEarned : words.challengeBadge;
    parts.push(say(sentence, { name: badge }));
  }
  return parts;
}

/** "2 of 3", as far as a member has come; money is said as money. */
export function progressWords(
  speech: Speech,
  { kind, count }: StorefrontChallenge,
  { progress, of }: { readonly progress: number; readonly of: number },
): string {
  const write = (figure: number): string =>
    count === "value" && kind !== "streak" ? speech.money(figure) : speech.number(figure);
  return say(speech.words.challengeProgress, { number: write(progress), of: write(of) });
}

/** What a paid membership brings, and how long one of it lasts. */
export function membershipBenefits(speech: Speech, membership: StorefrontMembership): string[] {
  const { words } = speech;
  const { months, graceDays, multiplier, entryPoints, monthly, rewards } = membership;
  const parts = [say(words.membershipLasts, { months: speech.counted(words.months, months) })];
  if (multiplier !== "1") parts.push(timesWords(speech, multiplier));
  if (entryPoints > 0) parts.push(say(words.welcome, { gift: speech.points(entryPoints) }));
  if (monthly !== null) parts.push(say(words.membershipMonthly, { gift: giftWords(speech, monthly) }));
  if (rewards.length > 0) {
    const list = rewards.map((reward) => speech.reward(reward)).join(", ");
    parts.push(say(words.membershipRewards, { list }));
  }
  if (graceDays > 0) {
    parts.push(say(words.membershipGrace, { days: speech.counted(words.days, graceDays) }));
  }
  return parts;
}

/** Until when a membership is paid; in grace, until when it can go on. Null: it does not run. */
export function membershipStanding(speech: Speech, { standing }: StorefrontMembership): string | null {
  if (standing === null) return null;
  const day = speech.lastDay(standing.until);
  return standing.inGrace
    ? say(speech.words.membershipInGrace, { day, until: speech.lastDay(standing.graceUntil) })
    : say(speech.words.membershipUntil, { day });
}
