import { expect, it } from "vitest";
import { j, rewards, vip, hello, expiring } from "#tests/support/journey-club.ts";
import { at, gifts, join, line, order } from "#tests/support/journey-story.ts";
import type { JourneyStory } from "#tests/support/journey-story.ts";

const cases: [string, JourneyStory, string[]][] = [
  [
    "points expiring: their last day",
    {
      program: expiring,
      journeys: [j({ on: "points_expiring", daysBefore: 7 })],
      lines: [order("1", at("2026-01-06")), order("2", at("2026-01-06", "11:00"))],
      stopAt: at("2026-01-30", "09:00"),
    },
    ["2026-02-06"],
  ],
  [
    "points expiring: what had passed when it became known is passed over",
    {
      program: expiring,
      journeys: [j({ on: "points_expiring", daysBefore: 31 })],
      lines: [order("1", at("2026-01-06"))],
      stopAt: at("2026-02-05"),
    },
    [],
  ],
  [
    "code expiring: its last day",
    {
      program: { rewards },
      journeys: [j({ on: "code_expiring", daysBefore: 3 })],
      lines: [
        order("1", at("2026-01-05"), { price: "60.00" }),
        line("redeem", at("2026-01-05", "12:00"), { reward: "five", as: "A" }),
      ],
      stopAt: at("2026-01-13"),
    },
    ["2026-01-15"],
  ],
  [
    "membership ending: its last day",
    {
      program: vip,
      journeys: [j({ on: "membership_ending", daysBefore: 7 })],
      lines: [order("1", at("2026-01-06"), { product: "vip" })],
      stopAt: at("2026-01-30", "09:00"),
    },
    ["2026-02-06"],
  ],
  [
    "birthday: the year; a 29 February is kept on the 28th",
    {
      journeys: [j({ on: "birthday" })],
      lines: [join(at("2026-01-05"), { birthday: "1992-02-29" })],
      stopAt: at("2028-03-01"),
    },
    ["2026", "2027", "2028"],
  ],
  [
    "birthday: days before are of the birthday's year, and what had passed is passed over",
    {
      journeys: [j({ on: "birthday", daysBefore: 7 })],
      lines: [
        join(at("2026-01-05"), { birthday: "1990-01-03" }),
        join(at("2026-12-27", "09:01"), { id: "m2", birthday: "1990-01-03" }),
      ],
      stopAt: at("2026-12-28"),
    },
    ["2027"],
  ],
  [
    "anniversary: from the first year on",
    { journeys: [j({ on: "anniversary" })], lines: [hello], stopAt: at("2027-02-01") },
    ["2027"],
  ],
  [
    "lapsed: the order of the last purchase",
    {
      journeys: [j({ on: "lapsed", days: 60 })],
      lines: [order("1", at("2026-01-05")), order("2", at("2026-01-10"))],
      stopAt: at("2026-04-30"),
    },
    ["2"],
  ],
  [
    "replenishment: the share of the customer's own gap, in whole days",
    {
      journeys: [j({ on: "replenishment" })],
      lines: [order("1", at("2026-01-05")), order("2", at("2026-01-15"))],
      // 0.9 × 10 days after 15 January is the 24th, at 09:00.
      stopAt: at("2026-01-24", "09:00"),
    },
    ["p1:2026-01-15"],
  ],
  [
    "replenishment: else that of all customers, also where it becomes known later",
    {
      journeys: [j({ on: "replenishment", share: 0.5 })],
      lines: [
        hello,
        order("1", at("2026-01-05")),
        order("2", at("2026-01-05"), { member: { id: "m2" } }),
        order("3", at("2026-01-16"), { member: { id: "m2" } }),
      ],
      // Half of 11 days: 6 days. For m1 that had passed on 11 January; m2 comes on the 22nd.
      stopAt: at("2026-01-22", "09:00"),
    },
    ["m2 p1:2026-01-16"],
  ],
  [
    "replenishment: of the products that are asked for",
    {
      journeys: [j({ on: "replenishment", lines: { products: ["p2"] } })],
      lines: [order("1", at("2026-01-05")), order("2", at("2026-01-15"))],
      stopAt: at("2026-02-24"),
    },
    [],
  ],
  [
    "date: the day, for whoever is a member then, and every year",
    {
      journeys: [j({ on: "date", at: at("2026-02-01", "12:00"), everyYear: true })],
      lines: [hello, join(at("2026-02-01", "12:01"), { id: "m2" })],
      stopAt: at("2027-02-01", "12:00"),
    },
    ["2026-02-01", "2027-02-01", "m2 2027-02-01"],
  ],
  [
    "date: once, unless it says otherwise",
    { journeys: [j({ on: "date", at: at("2026-02-01") })], lines: [hello], stopAt: at("2027-03-01") },
    ["2026-02-01"],
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
