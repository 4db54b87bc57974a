import { assert } from "../assert.ts";
import type { Instant } from "../calendar.ts";
import type { Segments } from "../customers/segments/segments.ts";
import type { CustomerFact, OrderState, ShopFact } from "../event.ts";
import type { Gift, Journey, Step } from "../journeys/journey.ts";
import type { Program } from "../program/program.ts";
import { toldAt, type ReviewedPerson } from "../program-review/tell-past.ts";
import { startReplay } from "./replay.ts";
import { finishReplay, replayRead } from "./run-replay.ts";

/** What a journey would have come to among these people within so many days. */
export interface JourneyEstimate {
  /** Passes that would have begun. */
  readonly begun: number;
  /** Of them, members who would have got nothing, to compare with. */
  readonly heldOut: number;
  /** Points that they would have been given; taken ones are less. */
  readonly points: number;
  /** Rewards that they would have been given. */
  readonly rewards: number;
}

export interface EstimateParts {
  readonly program: Program;
  readonly journey: Journey;
  readonly segments: Segments;
  readonly people: readonly ReviewedPerson[];
  readonly since: Instant;
  readonly now: Instant;
}

const ALWAYS = { quietHours: null, frequency: { count: 1_000, days: 1 }, compareDays: 1 };
/** A note into the panel needs neither consent nor address: it marks that a pass began. */
const MARK: Step = { kind: "send", channel: "inbox", template: "mark" };

/**
 * Tells these people's orders, and when they joined, to the program with the journey on: by the code that runs it
 * live. Whether a mail might go is not asked: nobody's consent of then is known.
 */
export function estimateJourney(parts: EstimateParts): JourneyEstimate {
  const { program, journey, segments, people, since, now } = parts;
  const marked: Journey = { ...journey, enabled: true, steps: [MARK], stopWhen: new Set() };
  const replay = startReplay(program, {
    ...{ stopAt: now, onTransaction: null, segments },
    translateLine: () => ({ ok: false, reason: "no deliveries are told" }),
    journeys: { settings: ALWAYS, list: [marked] },
  });
  factsOf(people).forEach((fact, index) => {
    replayRead(replay, { type: "fact", at: fact.at, fact, person: null, seen: null, cart: null }, index + 1);
  });
  finishReplay(replay);
  assert(replay.journeys !== null, "a journey was given");
  const { messages, heldOut } = replay.journeys.run.record;
  const begun = messages.filter(({ at }) => at >= since).length;
  const held = heldOut.filter(({ at }) => at >= since).length;
  const gifts = giftsOf(journey.steps);
  return {
    begun: begun + held,
    heldOut: held,
    points: Math.round(begun * gifts.points),
    rewards: Math.round(begun * gifts.rewards),
  };
}

/** What was told of them, the earliest first. */
function factsOf(people: readonly ReviewedPerson[]): readonly ShopFact[] {
  const facts = people.flatMap((person): ShopFact[] => {
    const customer = customerOf(person);
    const orders = person.orders.map((order: OrderState): ShopFact => {
      return { type: "order", at: toldAt(order), customer, order };
    });
    if (person.joinedAt === null) return orders;
    return [{ type: "customer", at: person.joinedAt, customer, joined: true }, ...orders];
  });
  return facts.sort((a, b) => a.at - b.at);
}

/** Draws are made for the shop’s own number of a customer, where it is known. */
function customerOf({ id, customerId, email, birthday, tags }: ReviewedPerson): CustomerFact {
  return { id: customerId ?? id, email, birthday, tags, emailProven: true, firstName: null, lastName: null };
}

/** What a pass gives that goes to its end; of several ways what each gives, as often as it is drawn. */
function giftsOf(steps: readonly Step[]): { readonly points: number; readonly rewards: number } {
  return steps.map(giftOf).reduce((sum, one) => added(sum, one, 1), NOTHING);
}

const NOTHING = { points: 0, rewards: 0 };
const WHOLE = 100;

function giftOf(step: Step): typeof NOTHING {
  if (step.kind === "give") return worthOf(step.gift);
  if (step.kind !== "choose") return NOTHING;
  return step.arms.reduce((sum, arm) => added(sum, giftsOf(arm.steps), arm.share / WHOLE), NOTHING);
}

function worthOf(gift: Gift): typeof NOTHING {
  return gift.kind === "points" ? { points: gift.points, rewards: 0 } : { points: 0, rewards: 1 };
}

function added(sum: typeof NOTHING, one: typeof NOTHING, share: number): typeof NOTHING {
  return { points: sum.points + one.points * share, rewards: sum.rewards + one.rewards * share };
}
