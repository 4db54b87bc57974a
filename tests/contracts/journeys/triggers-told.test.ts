import { expect, it } from "vitest";
import { one, j, hello, cart, look } from "#tests/support/journey-club.ts";
import { at, gifts, join, journey, line, order, returned } from "#tests/support/journey-story.ts";
import type { JourneyStory } from "#tests/support/journey-story.ts";

const cases: [string, JourneyStory, string[]][] = [
  ["joined: the member", { journeys: [j({ on: "joined" })], lines: [hello, join(at("2026-01-06"))] }, ["m1"]],
  [
    "joined: an order alone joins nobody",
    { journeys: [j({ on: "joined" })], lines: [order("1", at("2026-01-05"))] },
    [],
  ],
  [
    "purchase: the order, once, however often it is told",
    {
      journeys: [j({ on: "purchase" })],
      lines: [
        order("1", at("2026-01-05"), { more: { paidAt: null } }),
        order("1", at("2026-01-05"), { told: at("2026-01-06") }),
        order("1", at("2026-01-05"), { told: at("2026-01-07"), units: 2 }),
      ],
    },
    ["1"],
  ],
  [
    "purchase: no test, nothing cancelled, nothing wholly returned",
    {
      journeys: [j({ on: "purchase" })],
      lines: [
        order("1", at("2026-01-05"), { more: { test: true } }),
        order("2", at("2026-01-05"), { more: { cancelledAt: at("2026-01-05") } }),
        order("3", at("2026-01-05"), { more: { refunds: [returned(at("2026-01-05"))] } }),
      ],
    },
    [],
  ],
  [
    "purchase: the n-th",
    {
      journeys: [j({ on: "purchase", nth: 2 })],
      lines: [order("1", at("2026-01-05")), order("2", at("2026-01-06")), order("3", at("2026-01-07"))],
    },
    ["2"],
  ],
  [
    "purchase: with such lines, and a subtotal that is inclusive",
    {
      journeys: [j({ on: "purchase", lines: { tags: ["NEW"] }, minSubtotal: "20.00" })],
      lines: [
        order("1", at("2026-01-05"), { tags: ["new"], units: 1 }),
        order("2", at("2026-01-06"), { tags: ["old"], units: 2 }),
        order("3", at("2026-01-07"), { tags: ["new"], units: 2 }),
      ],
    },
    ["3"],
  ],
  [
    "purchase: of a guest none",
    {
      journeys: [j({ on: "purchase" })],
      lines: [order("1", at("2026-01-05"), { member: { email: "g@example.com" } })],
    },
    [],
  ],
  [
    "cart abandoned: the cart; told again it starts anew",
    {
      journeys: [j({ on: "cart_abandoned", hours: 2 })],
      lines: [hello, cart(at("2026-01-06", "10:00")), cart(at("2026-01-06", "11:00"))],
      stopAt: at("2026-01-06", "13:00"),
    },
    ["c1"],
  ],
  [
    "cart abandoned: not before the last filling's hours are over",
    {
      journeys: [j({ on: "cart_abandoned", hours: 2 })],
      lines: [hello, cart(at("2026-01-06", "10:00")), cart(at("2026-01-06", "11:00"))],
      stopAt: at("2026-01-06", "12:59"),
    },
    [],
  ],
  [
    "cart abandoned: neither an empty one nor a recovered one",
    {
      journeys: [j({ on: "cart_abandoned", hours: 2 })],
      lines: [
        hello,
        cart(at("2026-01-06", "10:00")),
        cart(at("2026-01-06", "11:00"), { lines: [] }),
        cart(at("2026-01-06", "11:00"), { id: "c2" }),
        order("1", at("2026-01-06", "12:00"), { more: { cart: "c2" } }),
      ],
      stopAt: at("2026-01-07"),
    },
    [],
  ],
  [
    "browsed: the first look",
    {
      journeys: [
        j({ on: "browsed", activity: "product_view", lines: { tags: ["new"] }, times: 2, withinDays: 7 }),
      ],
      lines: [
        hello,
        look(at("2026-01-06"), "a"),
        look(at("2026-01-06"), "a"),
        look(at("2026-01-07"), "b", ["old"]),
        look(at("2026-01-20"), "c"),
        look(at("2026-01-27"), "d"),
        look(at("2026-01-27", "12:00"), "e"),
      ],
    },
    ["2026-01-20T09:00:00Z"],
  ],
  [
    "survey open: so many days after it opened, unless answered",
    {
      journeys: [
        j({ on: "survey_open", survey: "s1", days: 3 }),
        journey("k", { on: "survey_open", survey: "s2", days: 3 }, one),
      ],
      lines: [
        hello,
        line("survey", at("2026-01-05"), { survey: "s1" }),
        line("survey", at("2026-01-05"), { survey: "s2" }),
        line("survey", at("2026-01-06"), { survey: "s2", score: 9 }),
      ],
      stopAt: at("2026-01-08", "09:00"),
    },
    ["s1"],
  ],
  [
    "survey open: at once with 0 days",
    {
      journeys: [j({ on: "survey_open", survey: "s1", days: 0 })],
      lines: [line("survey", at("2026-01-05"), { survey: "s1" })],
    },
    ["s1"],
  ],
  [
    "unsubscribed: consent for e-mail goes from true to false",
    {
      journeys: [j({ on: "unsubscribed" })],
      lines: [
        hello,
        line("activity", at("2026-01-05"), { activity: "newsletter_unsubscribed" }),
        line("consent", at("2026-01-06"), { sms: false }),
        line("consent", at("2026-01-07"), { email: false }),
        line("consent", at("2026-01-08"), { email: false }),
        join(at("2026-01-09"), { id: "m2", consent: { email: false } }),
      ],
    },
    ["2026-01-07T09:00:00Z"],
  ],
  [
    "order returned: the refund, and not one of shipping alone",
    {
      journeys: [j({ on: "order_returned" })],
      lines: [
        order("1", at("2026-01-05"), { units: 2, more: { shipping: "4.90" } }),
        order("1", at("2026-01-05"), {
          ...{ units: 2, told: at("2026-01-07") },
          more: {
            shipping: "4.90",
            refunds: [
              returned(at("2026-01-07")),
              { id: "r2", at: at("2026-01-07"), amount: "4.90", shipping: "4.90" },
            ],
          },
        }),
      ],
    },
    ["r1"],
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
