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
] as const;

export type ReadyMadeJourney = (typeof READY_MADE_JOURNEYS)[number];

/** What a program must have before a journey can ever begin. */
export type JourneyNeed = "tiers" | "expiry" | "rewards";

interface Sketch {
  readonly trigger: Readonly<Record<string, unknown>>;
  readonly template: string;
  /** Service: a statement of what somebody has, which asks for no consent. */
  readonly purpose: "marketing" | "service";
  /** Ended where what it is about is over before the mail has gone. */
  readonly stopWhen?: readonly string[];
  readonly needs?: JourneyNeed;
}

const SKETCHES: Readonly<Record<ReadyMadeJourney, Sketch>> = {
  welcome: { trigger: { on: "joined" }, template: "welcome", purpose: "marketing" },
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

/** The journey as a `regulars.journey/1` that is on: one mail, as soon as its trigger comes about. */
export function readyMadeDocument(id: ReadyMadeJourney): Readonly<Record<string, unknown>> {
  const { trigger, template, purpose, stopWhen = [] } = SKETCHES[id];
  return {
    ...{ format: "regulars.journey/1", id, enabled: true, trigger, purpose, stopWhen },
    steps: [{ send: { channel: "email", template } }],
  };
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
  };
  const { needs } = SKETCHES[id];
  return needs === undefined || has[needs] ? null : needs;
}
