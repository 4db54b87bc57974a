import { it } from "vitest";
import { expectStop, hello, levels, tier, twice } from "#tests/support/journey-stops.ts";
import type { StopCase } from "#tests/support/journey-stops.ts";
import { at, line, order, returned } from "#tests/support/journey-story.ts";

const program = { tiers: { graceDays: 30, levels } };
const rolling = { tiers: { ...program.tiers, window: { kind: "rolling", months: 1 } } };
const five = { rewards: [{ id: "five", kind: "amountOff", value: "5.00", cost: 50, validDays: 40 }] };
const expiry = { kind: "perLot", months: 1 };
const redeem = (when: string) => line("redeem", when, { reward: "five", as: "A" });
const vip = { memberships: [{ id: "vip", products: ["vip"], months: 1, graceDays: 3, benefits: {} }] };
const monthly = {
  challenges: [{ id: "c", every: "month", goal: { count: "units", atLeast: 3 }, give: { points: 1 } }],
};
const friend = { id: "m9", email: "friend@example.com" };
const refer = { at: at("2026-01-06"), type: "refer", advocate: "m1", friend: { ...friend, proven: true } };
const referral = {
  referral: { advocate: { points: 5 }, qualify: { minSubtotal: "30.00", maturityDays: 14 }, linkDays: 30 },
};

const cases: StopCase[] = [
  [
    "tier lost undone: that level is held again",
    {
      program,
      journeys: [twice({ on: "tier_lost" })],
      lines: [
        ...[hello, tier(at("2026-01-06"), "silver"), tier(at("2026-01-07"), "bronze")],
        tier(at("2026-01-08"), "silver"),
      ],
    },
    "2026-01-08T10:00",
  ],
  [
    "tier lost undone: a higher one",
    {
      program,
      journeys: [twice({ on: "tier_lost" })],
      lines: [
        ...[hello, tier(at("2026-01-06"), "silver"), tier(at("2026-01-07"), "bronze")],
        tier(at("2026-01-08"), "gold"),
      ],
    },
    "2026-01-08T10:00",
  ],
  [
    "tier lost not undone: a lower one",
    {
      program,
      journeys: [twice({ on: "tier_lost" })],
      lines: [
        ...[hello, tier(at("2026-01-06"), "gold"), tier(at("2026-01-07"), "bronze")],
        tier(at("2026-01-08"), "silver"),
      ],
    },
    null,
  ],
  [
    "tier reached undone: lost",
    {
      program,
      journeys: [twice({ on: "tier_reached" })],
      lines: [hello, tier(at("2026-01-06"), "gold"), tier(at("2026-01-08"), "silver")],
    },
    "2026-01-08T10:00",
  ],
  [
    "tier in grace undone: the grace is over",
    {
      program: rolling,
      journeys: [twice({ on: "tier_in_grace" })],
      lines: [
        order("1", at("2026-01-05"), { price: "150.00" }),
        order("2", at("2026-02-10"), { price: "150.00" }),
      ],
    },
    "2026-02-10T10:00",
  ],
  [
    "tier near undone: reached",
    {
      program,
      journeys: [twice({ on: "tier_near", missingShare: 0.2 })],
      lines: [
        order("1", at("2026-01-05"), { price: "80.00" }),
        order("2", at("2026-01-08"), { price: "30.00" }),
      ],
    },
    "2026-01-08T10:00",
  ],
  [
    "tier near undone: no longer near",
    {
      program,
      journeys: [twice({ on: "tier_near", missingShare: 0.2 })],
      lines: [
        order("1", at("2026-01-05"), { price: "80.00" }),
        order("1", at("2026-01-05"), {
          ...{ price: "80.00", told: at("2026-01-08") },
          more: { refunds: [{ id: "r1", at: at("2026-01-08"), amount: "10.00" }] },
        }),
      ],
    },
    "2026-01-08T10:00",
  ],
  [
    "reward in reach undone: spent",
    {
      program: five,
      journeys: [twice({ on: "reward_in_reach" })],
      lines: [order("1", at("2026-01-05"), { price: "150.00" }), redeem(at("2026-01-08"))],
    },
    "2026-01-08T10:00",
  ],
  [
    "reward in reach undone: out of reach",
    {
      program: five,
      journeys: [twice({ on: "reward_in_reach" })],
      lines: [
        order("1", at("2026-01-05"), { price: "60.00" }),
        line("adjust", at("2026-01-08"), { points: -20, reason: "x" }),
      ],
    },
    "2026-01-08T10:00",
  ],
  [
    "points undone: spent",
    {
      program: { ...five, expiry },
      journeys: [twice({ on: "points_expiring", daysBefore: 20 })],
      lines: [order("1", at("2026-01-05"), { price: "50.00" }), redeem(at("2026-01-20"))],
    },
    "2026-01-20T10:00",
  ],
  [
    "points not undone: what lapsed has ended by itself",
    {
      program: { expiry },
      journeys: [twice({ on: "points_expiring", daysBefore: 20 })],
      lines: [order("1", at("2026-01-05"), { price: "50.00" })],
    },
    null,
  ],
  [
    "code undone: used",
    {
      program: five,
      journeys: [twice({ on: "code_expiring", daysBefore: 30 })],
      lines: [
        order("1", at("2026-01-05"), { price: "50.00" }),
        redeem(at("2026-01-05", "12:00")),
        order("2", at("2026-01-20"), { more: { discountCodes: ["A"] } }),
      ],
    },
    "2026-01-20T10:00",
  ],
  [
    "membership undone: renewed",
    {
      program: vip,
      journeys: [twice({ on: "membership_ending", daysBefore: 20 })],
      lines: [
        order("1", at("2026-01-05"), { product: "vip" }),
        order("2", at("2026-01-20"), { product: "vip" }),
      ],
    },
    "2026-01-20T10:00",
  ],
  [
    "referral undone: the friend's order came back",
    {
      program: referral,
      journeys: [twice({ on: "referral_qualified" })],
      lines: [
        hello,
        refer,
        order("9", at("2026-01-07"), { member: friend, price: "30.00" }),
        order("9", at("2026-01-07"), {
          ...{ member: friend, price: "30.00", told: at("2026-01-08") },
          more: { refunds: [returned(at("2026-01-08"))] },
        }),
      ],
    },
    "2026-01-08T10:00",
  ],
  [
    "challenge undone: the goal fell",
    {
      program: monthly,
      journeys: [twice({ on: "challenge_done" })],
      lines: [
        order("1", at("2026-01-05"), { units: 3 }),
        order("1", at("2026-01-05"), {
          ...{ units: 3, told: at("2026-01-08"), more: { refunds: [returned(at("2026-01-08"))] } },
        }),
      ],
    },
    "2026-01-08T10:00",
  ],
  [
    "challenge near undone: done",
    {
      program: monthly,
      journeys: [twice({ on: "challenge_near", missing: 1 })],
      lines: [order("1", at("2026-01-05"), { units: 2 }), order("2", at("2026-01-08"))],
    },
    "2026-01-08T10:00",
  ],
];

it.each(cases)("%s", (_, story, stoppedAt) => {
  expectStop(story, stoppedAt);
});
