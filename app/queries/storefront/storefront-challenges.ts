import type { Books } from "#app/domain/books/books.ts";
import type { MemberBook } from "#app/domain/books/member-book.ts";
import { endOfPeriod } from "#app/domain/calendar.ts";
import type { Instant } from "#app/domain/calendar.ts";
import { goalOf } from "#app/domain/challenges/challenge.ts";
import type { Challenge, Gift } from "#app/domain/challenges/challenge.ts";
import { countedFor } from "#app/domain/challenges/due-gifts.ts";
import { participationOf } from "#app/domain/challenges/settle-challenges.ts";
import { shownPeriods, standOf } from "#app/domain/challenges/stand.ts";
import { hasLiveActivity } from "#app/domain/earning/activities/live-activities.ts";
import type { Program } from "#app/domain/program/program.ts";
import { liveProgram } from "#app/domain/program/version-in-effect.ts";
import { inLanguage } from "#app/domain/program/texts/text.ts";
import type {
  StorefrontChallenge,
  StorefrontChallengeStanding,
  StorefrontGift,
} from "#storefront/state-challenge.ts";
import { rewardName } from "./storefront-reward-name.ts";

/** Challenges that run or will: what is over is told no more, nor what nothing live counts. */
export function publicChallenges(
  program: Program,
  language: string | null,
  now: Instant,
): StorefrontChallenge[] {
  return program.challenges.flatMap((challenge) =>
    isOpen(challenge, now) ? [publicChallenge(challenge, program, language)] : [],
  );
}

function isOpen(challenge: Challenge, now: Instant): boolean {
  const { activity } = goalOf(challenge);
  if (!challenge.enabled || challenge.kind === "contest") return false;
  if (activity !== null && !hasLiveActivity(activity)) return false;
  return challenge.kind !== "goal" || challenge.every.kind !== "span" || challenge.every.to > now;
}

function publicChallenge(
  challenge: Challenge,
  program: Program,
  language: string | null,
): StorefrontChallenge {
  const { count, activity, atLeast, lines } = goalOf(challenge);
  const { member } = challenge;
  return {
    id: challenge.id,
    name: inLanguage(challenge.name, language),
    kind: challenge.kind === "contest" ? "goal" : challenge.kind,
    ...periodOf(challenge),
    ...{ count, activity, goal: atLeast },
    length: challenge.kind === "streak" ? challenge.length : null,
    everyWeeks: challenge.kind === "surprise" ? challenge.everyWeeks : null,
    perOrder: challenge.kind === "stamps" ? challenge.stampsPerOrder : null,
    steps:
      challenge.kind === "goal"
        ? challenge.steps.map(({ at, gift }) => ({ at, gift: publicGift(gift, program, language) }))
        : [],
    gifts: giftsOf(challenge).map((gift) => publicGift(gift, program, language)),
    repeat: "repeat" in challenge && challenge.repeat,
    badge: challenge.badge === null ? null : inLanguage(challenge.badge, language),
    someProducts: lines !== null,
    tiers: (program.tiers?.levels ?? [])
      .filter(({ id }) => member?.tiers?.has(id) === true)
      .map(({ name }) => inLanguage(name, language)),
    someMembers: member?.tags !== undefined || member?.segments !== undefined,
    optIn: challenge.optIn,
    standing: null,
  };
}

function periodOf(challenge: Challenge): Pick<StorefrontChallenge, "every" | "from" | "until"> {
  switch (challenge.kind) {
    case "stamps":
      return { every: "once", from: null, until: null };
    case "surprise":
      return { every: "week", from: Date.parse(challenge.from), until: null };
    case "streak":
      return { every: challenge.every.kind, from: null, until: null };
    case "goal":
    case "contest": {
      const { every } = challenge;
      return every.kind === "span"
        ? { every: "span", from: every.from, until: every.to }
        : { every: every.kind, from: null, until: null };
    }
  }
}

function giftsOf(challenge: Challenge): Gift[] {
  if (challenge.kind === "surprise") return challenge.oneOf.map(({ gift }) => gift);
  return challenge.gift === null ? [] : [challenge.gift];
}

/** What is given, as the widget words it. A reward the program no longer has is called by nothing but its kind. */
export function publicGift(gift: Gift, program: Program, language: string | null): StorefrontGift {
  if (gift.kind === "points") return { points: gift.points, reward: null };
  const reward = program.rewards.find(({ id }) => id === gift.rewardId);
  return {
    points: null,
    reward:
      reward === undefined
        ? { name: null, kind: "experience", valueMinor: null, percent: null }
        : rewardName(reward, language),
  };
}

/** How far a member has come in each of them, by what their books hold. */
export function withStandings(
  books: Books,
  member: MemberBook,
  shown: readonly StorefrontChallenge[],
  now: Instant,
): StorefrontChallenge[] {
  if (shown.length === 0) return [];
  const live = new Map(liveProgram(books).challenges.map((challenge) => [challenge.id, challenge]));
  return shown.map((told) => {
    const challenge = live.get(told.id);
    return challenge === undefined ? told : { ...told, standing: standingOf(books, member, challenge, now) };
  });
}

function standingOf(
  books: Books,
  member: MemberBook,
  challenge: Challenge,
  now: Instant,
): StorefrontChallengeStanding {
  const part = participationOf(books, member);
  const running = shownPeriods(challenge, part.zone, now).at(-1);
  const counted = running === undefined ? null : countedFor(part, challenge.id, running.holds);
  const { goal, progress, done } = standOf(part, challenge, { counted, end: now });
  const isEarned = [...(member.grants?.values() ?? [])].some(
    ({ of }) => of.kind === "challenge" && of.challengeId === challenge.id && !of.step,
  );
  return {
    joined: !challenge.optIn || part.optIns.has(challenge.id),
    ...{ progress, done, of: goal },
    endsAt: endOf(challenge, part.zone, now),
    hasBadge: challenge.badge !== null && (done || isEarned),
  };
}

function endOf(challenge: Challenge, zone: string, now: Instant): Instant | null {
  switch (challenge.kind) {
    case "stamps":
      return null;
    case "surprise":
      return endOfPeriod(now, zone, "week");
    case "streak":
      return endOfPeriod(now, zone, challenge.every.kind);
    case "goal":
    case "contest": {
      const { every } = challenge;
      if (every.kind === "once") return null;
      return every.kind === "span" ? every.to : endOfPeriod(now, zone, every.kind);
    }
  }
}
