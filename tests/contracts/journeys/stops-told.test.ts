import { expect, it } from "vitest";
import { expectStop, hello, twice } from "#tests/support/journey-stops.ts";
import type { StopCase } from "#tests/support/journey-stops.ts";
import { at, join, line, note, order, returned, told } from "#tests/support/journey-story.ts";

const cart = (when: string) =>
  line("cart", when, { cart: { id: "c1", at: when, lines: [{}], subtotal: "40.00" } });
const look = (when: string, key: string) =>
  line("activity", when, { activity: "product_view", key, line: { product: "p1", tags: ["new"] } });
const segments = { none: { fact: "purchases.count", is: 0 } };

const cases: StopCase[] = [
  [
    "purchase: one told after the pass began",
    { journeys: [twice({ on: "joined" }, ["purchase"])], lines: [hello, order("1", at("2026-01-07"))] },
    "2026-01-07T10:00",
  ],
  [
    "purchase: not the one that began it, told again",
    {
      journeys: [twice({ on: "purchase" }, ["purchase"])],
      lines: [order("1", at("2026-01-05")), order("1", at("2026-01-05"), { told: at("2026-01-07") })],
    },
    null,
  ],
  [
    "purchase: not one that is cancelled when it is told",
    {
      journeys: [twice({ on: "joined" }, ["purchase"])],
      lines: [hello, order("1", at("2026-01-07"), { more: { cancelledAt: at("2026-01-07") } })],
    },
    null,
  ],
  [
    "reward used: a code that this pass gave",
    {
      program: { rewards: [{ id: "gift", kind: "percentOff", percent: 10 }] },
      journeys: [
        twice({ on: "joined" }, ["reward_used"], {
          steps: [{ give: { reward: "gift" } }, note("first"), { wait: { days: 30 } }, note("second")],
        }),
      ],
      lines: [hello, order("1", at("2026-01-07"), { more: { discountCodes: ["J1"] } })],
    },
    "2026-01-07T10:00",
  ],
  [
    "purchase undone: cancelled",
    {
      journeys: [twice({ on: "purchase" })],
      lines: [
        order("1", at("2026-01-05")),
        order("1", at("2026-01-05"), { told: at("2026-01-08"), more: { cancelledAt: at("2026-01-08") } }),
      ],
    },
    "2026-01-08T10:00",
  ],
  [
    "purchase undone: wholly returned",
    {
      journeys: [twice({ on: "purchase" })],
      lines: [
        order("1", at("2026-01-05")),
        order("1", at("2026-01-05"), {
          ...{ told: at("2026-01-08"), more: { refunds: [returned(at("2026-01-08"))] } },
        }),
      ],
    },
    "2026-01-08T10:00",
  ],
  [
    "purchase not undone: half of it came back",
    {
      journeys: [twice({ on: "purchase" })],
      lines: [
        order("1", at("2026-01-05"), { units: 2 }),
        order("1", at("2026-01-05"), {
          ...{ units: 2, told: at("2026-01-08"), more: { refunds: [returned(at("2026-01-08"))] } },
        }),
      ],
    },
    null,
  ],
  [
    "cart undone: recovered",
    {
      journeys: [twice({ on: "cart_abandoned", hours: 1 })],
      lines: [hello, cart(at("2026-01-06")), order("1", at("2026-01-07"), { more: { cart: "c1" } })],
    },
    "2026-01-07T10:00",
  ],
  [
    "cart not undone: another purchase",
    {
      journeys: [twice({ on: "cart_abandoned", hours: 1 })],
      lines: [hello, cart(at("2026-01-06")), order("1", at("2026-01-07"))],
    },
    null,
  ],
  [
    "lapsed undone: bought",
    {
      journeys: [twice({ on: "lapsed", days: 10 })],
      lines: [order("1", at("2026-01-05")), order("2", at("2026-01-20"), { product: "p2" })],
    },
    "2026-01-20T10:00",
  ],
  [
    "replenishment undone: the product is bought",
    {
      journeys: [twice({ on: "replenishment" })],
      lines: [
        order("1", at("2026-01-05")),
        order("2", at("2026-01-15")),
        order("3", at("2026-01-26"), { product: "p2" }),
        order("4", at("2026-01-27")),
      ],
    },
    "2026-01-27T10:00",
  ],
  [
    "browsed undone: such goods are bought",
    {
      journeys: [
        twice({ on: "browsed", activity: "product_view", lines: { tags: ["new"] }, times: 2, withinDays: 7 }),
      ],
      lines: [
        hello,
        look(at("2026-01-06"), "a"),
        look(at("2026-01-07"), "b"),
        order("1", at("2026-01-08"), { tags: ["old"] }),
        order("2", at("2026-01-09"), { tags: ["new"] }),
      ],
    },
    "2026-01-09T10:00",
  ],
  [
    "segment undone: left",
    {
      segments,
      journeys: [twice({ on: "segment_entered", segment: "none" })],
      lines: [hello, order("1", at("2026-01-08"))],
    },
    "2026-01-08T10:00",
  ],
  [
    "segment undone: entered again",
    {
      segments,
      journeys: [twice({ on: "segment_left", segment: "none" })],
      lines: [
        hello,
        order("1", at("2026-01-08")),
        order("1", at("2026-01-08"), {
          ...{ told: at("2026-01-09"), more: { refunds: [returned(at("2026-01-09"))] } },
        }),
      ],
    },
    "2026-01-09T10:00",
  ],
  [
    "survey undone: answered",
    {
      journeys: [twice({ on: "survey_open", survey: "s1", days: 0 })],
      lines: [
        line("survey", at("2026-01-05"), { survey: "s1" }),
        line("survey", at("2026-01-06"), { survey: "s1", score: 9 }),
      ],
    },
    "2026-01-06T10:00",
  ],
  [
    "joined is never undone",
    { journeys: [twice({ on: "joined" })], lines: [hello, order("1", at("2026-01-08"))] },
    null,
  ],
];

it.each(cases)("%s", (_, story, stoppedAt) => {
  expectStop(story, stoppedAt);
});

it("a pass that waits for the morning is stopped too, at the message it stood at", () => {
  const lines = [join(at("2026-01-05", "22:00")), order("1", at("2026-01-05", "23:00"))];
  const journeys = [twice({ on: "joined" }, ["purchase"])];
  expect(told({ journeys, lines, stopAt: at("2026-01-10") })).toEqual([
    "2026-01-05T23:00 m1 j 0 skipped: stopped",
  ]);
});

it("and one that waits for room", () => {
  const journeys = {
    settings: { frequency: { count: 1, days: 7 } },
    journeys: [
      twice({ on: "joined" }, ["purchase"], {
        steps: ["a", "b"].map((template) => ({ send: { channel: "email", template } })),
      }),
    ],
  };
  const lines = [hello, order("1", at("2026-01-06"))];
  expect(told({ journeys, lines, stopAt: at("2026-01-20") })).toEqual([
    "2026-01-05T10:00 m1 j 0 email a",
    "2026-01-06T10:00 m1 j 1 skipped: stopped",
  ]);
});
