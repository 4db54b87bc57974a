import { expect, it } from "vitest";
import {
  one,
  j,
  tiers,
  rolling,
  rewards,
  hello,
  friend,
  refer,
  referral,
  weekly,
  streak,
  stamps,
  tier,
} from "#tests/support/journey-club.ts";
import { at, gifts, journey, line, order, returned } from "#tests/support/journey-story.ts";
import type { JourneyStory } from "#tests/support/journey-story.ts";

const cases: [string, JourneyStory, string[]][] = [
  [
    "points earned: an hour after the first of them, and the next batch begins with the next",
    {
      journeys: [j({ on: "points_earned" })],
      lines: [
        order("1", at("2026-01-05", "10:00")),
        order("2", at("2026-01-05", "10:59")),
        order("3", at("2026-01-05", "11:30")),
      ],
      stopAt: at("2026-01-05", "12:30"),
    },
    ["2026-01-05T09:00:00Z", "2026-01-05T10:30:00Z"],
  ],
  [
    "points earned: nothing where nothing of them is left",
    {
      journeys: [j({ on: "points_earned", batchHours: 3 })],
      lines: [
        order("1", at("2026-01-05")),
        order("1", at("2026-01-05"), {
          told: at("2026-01-05", "12:00"),
          more: { refunds: [returned(at("2026-01-05", "12:00"))] },
        }),
      ],
      stopAt: at("2026-01-05", "14:00"),
    },
    [],
  ],
  [
    "points earned: those given by hand begin nothing",
    {
      journeys: [j({ on: "points_earned" })],
      lines: [line("adjust", at("2026-01-05"), { points: 50, reason: "test" })],
      stopAt: at("2026-01-06"),
    },
    [],
  ],
  [
    "reward in reach: the cheapest, once until points rise from below its cost again",
    {
      program: { rewards },
      journeys: [j({ on: "reward_in_reach" })],
      lines: [
        order("1", at("2026-01-05"), { price: "49.00" }),
        order("2", at("2026-01-06"), { price: "1.00" }),
        order("3", at("2026-01-07"), { price: "60.00" }),
        line("redeem", at("2026-01-08"), { reward: "ten", as: "A" }),
        order("4", at("2026-01-09"), { price: "40.00" }),
      ],
    },
    ["five:2026-01-06T09:00:00Z", "five:2026-01-09T09:00:00Z"],
  ],
  [
    "reward in reach: the one that is named",
    {
      program: { rewards },
      journeys: [j({ on: "reward_in_reach", reward: "ten" })],
      lines: [
        order("1", at("2026-01-05"), { price: "60.00" }),
        order("2", at("2026-01-06"), { price: "60.00" }),
      ],
    },
    ["ten:2026-01-06T09:00:00Z"],
  ],
  [
    "tier reached: the level landed on, never the first",
    {
      program: { tiers },
      journeys: [j({ on: "tier_reached" })],
      lines: [hello, order("1", at("2026-01-06"), { price: "250.00" })],
    },
    ["2026-01-06T09:00:00Z"],
  ],
  [
    "tier reached: only the levels named; by hand counts",
    {
      program: { tiers },
      journeys: [j({ on: "tier_reached", levels: ["gold"] })],
      lines: [hello, tier(at("2026-01-06"), "silver"), tier(at("2026-01-07"), "gold")],
    },
    ["2026-01-07T09:00:00Z"],
  ],
  [
    "tier lost: the level lost, by hand too",
    {
      program: { tiers },
      journeys: [j({ on: "tier_lost", levels: ["gold"] })],
      lines: [hello, tier(at("2026-01-06"), "gold"), tier(at("2026-01-07"), "bronze")],
    },
    ["2026-01-07T09:00:00Z"],
  ],
  [
    "tier in grace, and tier lost at its end",
    {
      program: { tiers: rolling },
      journeys: [j({ on: "tier_in_grace", levels: ["silver"] }), journey("k", { on: "tier_lost" }, one)],
      lines: [order("1", at("2026-01-05"), { price: "150.00" })],
      // Silver holds through 5 February; the grace through 7 March.
      stopAt: at("2026-03-10"),
    },
    ["2026-02-05T23:00:00Z", "k 2026-03-07T23:00:00Z"],
  ],
  [
    "tier near: the level and the year, once",
    {
      program: { tiers },
      journeys: [j({ on: "tier_near", missingShare: 0.2 })],
      lines: [
        order("1", at("2026-01-05"), { price: "79.00" }),
        order("2", at("2026-01-06"), { price: "1.00" }),
        order("3", at("2026-01-07"), { price: "5.00" }),
      ],
    },
    ["silver:2026"],
  ],
  [
    "tier near: once more in the year after",
    {
      program: { tiers: { ...tiers, window: { kind: "calendarYear" } } },
      journeys: [j({ on: "tier_near", missingShare: 0.2 })],
      lines: [
        order("1", at("2026-01-05"), { price: "80.00" }),
        order("2", at("2027-01-05"), { price: "80.00" }),
      ],
    },
    ["silver:2026", "silver:2027"],
  ],
  [
    "segment entered: with a purchase; being in at the first look is an entry",
    {
      segments: { none: { fact: "purchases.count", is: 0 }, some: { fact: "purchases.count", atLeast: 1 } },
      journeys: [
        j({ on: "segment_entered", segment: "none" }),
        journey("k", { on: "segment_entered", segment: "some" }, one),
        journey("l", { on: "segment_left", segment: "none" }, one),
      ],
      lines: [hello, order("1", at("2026-01-06"))],
    },
    ["2026-01-05T09:00:00Z", "k 2026-01-06T09:00:00Z", "l 2026-01-06T09:00:00Z"],
  ],
  [
    "segment entered: by the passing of time at 03:00",
    {
      segments: { dormant: { fact: "lapse.days", atLeast: 120 } },
      journeys: [j({ on: "segment_entered", segment: "dormant" })],
      lines: [order("1", at("2026-01-05"))],
      stopAt: at("2026-05-10"),
    },
    ["2026-05-05T01:00:00Z"],
  ],
  [
    "referral joined, referral qualified: the friend",
    {
      program: referral,
      journeys: [j({ on: "referral_joined" }), journey("k", { on: "referral_qualified" }, one)],
      lines: [
        hello,
        refer,
        order("9", at("2026-01-07"), { member: friend, price: "20.00" }),
        order("10", at("2026-01-08"), { member: friend, price: "30.00" }),
      ],
    },
    ["m9", "k m9"],
  ],
  [
    "challenge near and done: the challenge and the period",
    {
      program: weekly,
      journeys: [
        j({ on: "challenge_near", missing: 1 }),
        journey("k", { on: "challenge_done", id: "c" }, one),
      ],
      lines: [
        order("1", at("2026-01-05")),
        order("2", at("2026-01-06")),
        order("3", at("2026-01-07")),
        order("4", at("2026-01-08")),
      ],
    },
    ["c:2026-W02", "k c:2026-W02"],
  ],
  [
    "challenge done: a streak names the week it is long enough, each time",
    {
      program: streak,
      journeys: [j({ on: "challenge_done" })],
      lines: ["2026-01-05", "2026-01-12", "2026-01-19", "2026-01-26"].map((day) => order(day, at(day))),
    },
    ["s:2026-W03", "s:2026-W05"],
  ],
  [
    "challenge done: a card of stamps, once",
    {
      program: stamps,
      journeys: [j({ on: "challenge_done" })],
      lines: [order("1", at("2026-01-05"), { units: 3 }), order("2", at("2026-01-06"), { units: 3 })],
    },
    ["t:once"],
  ],
];

it.each(cases)("%s", (_, story, keys) => {
  const expected = keys.map((key) => {
    const [first = "", second = ""] = key.split(" ");
    if (second === "") return `journey:j:m1:${first}:0`;
    return first === "m2" ? `journey:j:m2:${second}:0` : `journey:${first}:m1:${second}:0`;
  });
  expect(gifts(story).sort()).toEqual(expected.sort());
});
