import type { Program } from "../../program/program.ts";

export const READY_MADE_JOURNEYS = [
  "welcome",
  "points-earned",
  "reward-in-reach",
  "tier-reached",
  "tier-in-grace",
  "tier-lost",
  "points-expiring-30",
  "points-expiring-7",
  "code-expiring",
  "first-purchase",
  "birthday",
  "lapsed",
  "return-explained",
  "anniversary",
  "tier-near",
  "membership-ending",
  "challenge-near",
  "challenge-done",
  "big-basket",
  "unsubscribed",
] as const;

export type ReadyMadeJourney = (typeof READY_MADE_JOURNEYS)[number];

/** What a program must have before a journey can ever begin. */
export type JourneyNeed = "tiers" | "expiry" | "rewards" | "challenges" | "memberships";

interface Sketch {
  readonly trigger: Readonly<Record<string, unknown>>;
  readonly template: string;
  /** Service: a statement of what somebody has, which asks for no consent. */
  readonly purpose: "marketing" | "service";
  /** Ended where what it is about is over before the mail has gone. */
  readonly stopWhen?: readonly string[];
  readonly needs?: JourneyNeed;
  /** What follows its first mail, each so many days after the one before. */
  readonly then?: readonly { readonly afterDays: number; readonly template: string }[];
}

/** A mail that nobody is waiting for goes at a time of day at which one may read it. */
const LATER_AT = "10:00";
/** What is a big order, in the shop's currency. */
const BIG = "100";

const SKETCHES: Readonly<Record<ReadyMadeJourney, Sketch>> = {
  welcome: {
    ...{ trigger: { on: "joined" }, template: "welcome", purpose: "marketing" },
    then: [
      { afterDays: 2, template: "welcome-guide" },
      { afterDays: 3, template: "welcome-quick-win" },
    ],
  },
  "points-earned": { trigger: { on: "points_earned" }, template: "points-earned", purpose: "service" },
  "reward-in-reach": {
    ...{ trigger: { on: "reward_in_reach" }, template: "reward-in-reach", purpose: "marketing" },
    ...{ stopWhen: ["trigger_undone"], needs: "rewards" },
  },
  "tier-reached": {
    ...{ trigger: { on: "tier_reached" }, template: "tier-reached", purpose: "service" },
    ...{ stopWhen: ["trigger_undone"], needs: "tiers" },
  },
  "tier-in-grace": {
    ...{ trigger: { on: "tier_in_grace" }, template: "tier-in-grace", purpose: "service" },
    ...{ stopWhen: ["trigger_undone"], needs: "tiers" },
  },
  "tier-lost": {
    ...{ trigger: { on: "tier_lost" }, template: "tier-lost", purpose: "marketing" },
    ...{ stopWhen: ["trigger_undone"], needs: "tiers" },
  },
  "points-expiring-30": expiring(30),
  "points-expiring-7": expiring(7),
  "code-expiring": {
    ...{ trigger: { on: "code_expiring", daysBefore: 7 }, template: "code-expiring", purpose: "service" },
    ...{ stopWhen: ["trigger_undone"], needs: "rewards" },
  },
  "first-purchase": {
    ...{ trigger: { on: "purchase", nth: 1 }, template: "first-purchase", purpose: "marketing" },
    stopWhen: ["trigger_undone"],
  },
  birthday: { trigger: { on: "birthday" }, template: "birthday", purpose: "marketing" },
  lapsed: {
    ...{ trigger: { on: "lapsed", days: 60 }, template: "lapsed", purpose: "marketing" },
    stopWhen: ["trigger_undone"],
  },
  "return-explained": {
    ...{ trigger: { on: "order_returned" }, template: "return-explained", purpose: "service" },
  },
  anniversary: { trigger: { on: "anniversary" }, template: "anniversary", purpose: "marketing" },
  "tier-near": {
    ...{ trigger: { on: "tier_near", missingShare: 0.2 }, template: "tier-near", purpose: "marketing" },
    ...{ stopWhen: ["trigger_undone"], needs: "tiers" },
  },
  "membership-ending": {
    trigger: { on: "membership_ending", daysBefore: 7 },
    ...{ template: "membership-ending", purpose: "service" },
    ...{ stopWhen: ["trigger_undone"], needs: "memberships" },
  },
  "challenge-near": {
    ...{ trigger: { on: "challenge_near", missing: 1 }, template: "challenge-near", purpose: "marketing" },
    ...{ stopWhen: ["trigger_undone"], needs: "challenges" },
  },
  "challenge-done": {
    ...{ trigger: { on: "challenge_done" }, template: "challenge-done", purpose: "service" },
    ...{ stopWhen: ["trigger_undone"], needs: "challenges" },
  },
  "big-basket": {
    ...{ trigger: { on: "purchase", minSubtotal: BIG }, template: "big-basket", purpose: "marketing" },
    stopWhen: ["trigger_undone"],
  },
  unsubscribed: { trigger: { on: "unsubscribed" }, template: "unsubscribed", purpose: "service" },
};

function expiring(daysBefore: number): Sketch {
  return {
    ...{ trigger: { on: "points_expiring", daysBefore }, template: "points-expiring", purpose: "service" },
    ...{ stopWhen: ["trigger_undone"], needs: "expiry" },
  };
}

export function isReadyMade(id: string): id is ReadyMadeJourney {
  return READY_MADE_JOURNEYS.some((known) => known === id);
}

/** The journey as a `regulars.journey/1` that is on: a mail as soon as its trigger comes about, and what follows it. */
export function readyMadeDocument(id: ReadyMadeJourney): Readonly<Record<string, unknown>> {
  const { trigger, template, purpose, stopWhen = [], then = [] } = SKETCHES[id];
  return {
    ...{ format: "regulars.journey/1", id, enabled: true, trigger, purpose, stopWhen },
    steps: [
      mailOf(template),
      ...then.flatMap((later) => [{ wait: { days: later.afterDays, at: LATER_AT } }, mailOf(later.template)]),
    ],
  };
}

function mailOf(template: string) {
  return { send: { channel: "email", template } };
}

export function purposeOf(id: ReadyMadeJourney): "marketing" | "service" {
  return SKETCHES[id].purpose;
}

/** What the program lacks for the journey ever to begin; null: nothing. */
export function lackedBy(id: ReadyMadeJourney, program: Program): JourneyNeed | null {
  const has: Readonly<Record<JourneyNeed, boolean>> = {
    tiers: program.tiers !== null,
    expiry: program.expiry.kind !== "never",
    rewards: program.rewards.length > 0,
    challenges: program.challenges.length > 0,
    memberships: program.memberships.length > 0,
  };
  const { needs } = SKETCHES[id];
  return needs === undefined || has[needs] ? null : needs;
}
