import { describe, expect, it } from "vitest";
import { qualifyingNow } from "#app/domain/tiers/metric.ts";
import { Story, berlin, instant, programOf } from "#tests/support/story.ts";
import type { PlainProgram, ToldOrder } from "#tests/support/story.ts";

const LEVELS = [
  { id: "bronze", from: "0" },
  { id: "silver", from: "200.00", multiplier: 1.25, entryPoints: 100 },
  { id: "gold", from: "1000.00", multiplier: 1.5, entryPoints: 50, entryRewards: ["gift"] },
];

function club(tiers: object = {}, more: PlainProgram = {}): PlainProgram {
  return {
    rewards: [{ id: "gift", kind: "amountOff", value: "5.00", cost: 9999 }],
    tiers: {
      metric: "spend",
      window: { kind: "rolling", months: 12 },
      graceDays: 30,
      levels: LEVELS,
      ...tiers,
    },
    ...more,
  };
}

const buy = (story: Story, id: string, price: string, more: Partial<ToldOrder> = {}) =>
  story.order(id, { lines: [{ price }], ...more });

function tierOf(story: Story) {
  const { levelId, since, until, graceUntil } = story.member().tier;
  return { levelId, since: berlin(since), until: berlin(until), graceUntil: berlin(graceUntil) };
}

describe("going up", () => {
  it("a level from 0 is there from the beginning, and has no end", () => {
    const story = new Story(club());
    story.on("2026-01-05").join();
    expect(tierOf(story)).toEqual({
      levelId: "bronze",
      since: "2026-01-05T12:00:00+01:00",
      until: null,
      graceUntil: null,
    });
  });

  it("the threshold itself lifts, at the instant the order was paid", () => {
    const story = new Story(club());
    story.on("2026-01-05").order("1", { lines: [{ price: "200.00" }], paidAt: "2026-01-04" });
    expect(tierOf(story)).toMatchObject({ levelId: "silver", since: "2026-01-04T12:00:00+01:00" });
  });

  it("a cent below it does not", () => {
    const story = new Story(club());
    buy(story, "1", "199.99");
    expect(story.member().tier.levelId).toBe("bronze");
  });

  it("the order that lifts still earns at the tier before it; the next at the new one", () => {
    const story = new Story(club());
    buy(story, "1", "200.00");
    story.on("2026-01-02");
    buy(story, "2", "100.00");
    expect([story.award("1").target, story.award("2").target]).toEqual([200, 125]);
  });

  it("passing several levels lands on the highest and gives what each brings, once ever", () => {
    const story = new Story(club());
    const order = { lines: [{ price: "1000.00" }], paidAt: "2026-01-01" };
    story.order("1", order);
    expect(story.member().tier.levelId).toBe("gold");
    expect(story.available()).toBe(1000 + 100 + 50);
    expect(story.code("GIFT1")).toMatchObject({ origin: "tier_entry", points: 0, state: "issued" });
    story.tier("bronze");
    story.tier("gold");
    expect(story.available()).toBe(1150);
    expect(story.member().codes.size).toBe(1);
  });

  it("spending and expiry never lower what qualifies", () => {
    const story = new Story(
      club(
        { metric: "points", levels: [{ id: "ten", from: "10" }] },
        { rewards: [{ id: "r", kind: "freeShipping", cost: 10 }], expiry: { kind: "perLot", months: 1 } },
      ),
    );
    buy(story, "1", "10.00");
    story.redeem("r", "C");
    buy(story, "2", "10.00");
    story.on("2026-06-01");
    expect(story.available()).toBe(0);
    expect(story.member().tier.levelId).toBe("ten");
    expect(
      qualifyingNow(
        story.member(),
        programOf(club({ metric: "points", levels: [{ id: "ten", from: "10" }] })),
        instant("2026-06-01"),
      ),
    ).toBe(20);
  });

  it("the metric `orders` counts orders of which any goods are kept", () => {
    const story = new Story(club({ metric: "orders", levels: [{ id: "two", from: "2" }] }));
    buy(story, "1", "5.00");
    buy(story, "2", "5.00", { cancelledAt: "2026-01-01" });
    expect(story.member().tier.levelId).toBeNull();
    buy(story, "3", "5.00");
    expect(story.member().tier.levelId).toBe("two");
  });

  it("orders of before the window do not count", () => {
    const story = new Story(club());
    buy(story, "1", "150.00");
    story.on("2027-01-02");
    buy(story, "2", "100.00");
    expect(story.member().tier.levelId).toBe("bronze");
  });

  it("a calendar year counts its own orders only", () => {
    const story = new Story(club({ window: { kind: "calendarYear" } }));
    story.on("2026-12-31");
    buy(story, "1", "150.00");
    story.on("2027-01-01");
    buy(story, "2", "150.00");
    expect(story.member().tier.levelId).toBe("bronze");
  });

  it("a late order of December lifts as of December", () => {
    const story = new Story(club({ window: { kind: "calendarYear" } }));
    story.on("2027-01-03").order("1", { lines: [{ price: "200.00" }], paidAt: "2026-12-31" });
    expect(tierOf(story)).toMatchObject({ levelId: "silver", until: "2028-01-01T00:00:00+01:00" });
  });

  it("points given by hand count only what they say", () => {
    const story = new Story(club());
    story.adjust(5000);
    expect(story.member().tier.levelId).toBe("bronze");
    story.adjust(0, 20_000);
    expect(story.member().tier.levelId).toBe("silver");
  });
});

describe("how long it lasts", () => {
  it("rolling: n months after it was reached, to the end of the day; then grace; then the level the metric reaches", () => {
    const story = new Story(club());
    story.on("2026-01-05");
    buy(story, "1", "250.00");
    expect(tierOf(story).until).toBe("2027-01-06T00:00:00+01:00");
    story.on("2027-01-06T00:00:00+01:00");
    expect(tierOf(story)).toMatchObject({ levelId: "silver", graceUntil: "2027-02-05T00:00:00+01:00" });
    story.on("2027-02-05T00:00:00+01:00");
    expect(tierOf(story)).toEqual({
      levelId: "bronze",
      since: "2027-02-05T00:00:00+01:00",
      until: null,
      graceUntil: null,
    });
  });

  it("at the end it is extended where the metric in the window still reaches it", () => {
    const story = new Story(club());
    story.on("2026-01-05");
    buy(story, "1", "250.00");
    story.on("2026-08-01");
    buy(story, "2", "200.00");
    story.on("2027-01-07");
    expect(tierOf(story)).toMatchObject({
      levelId: "silver",
      since: "2026-01-05T12:00:00+01:00",
      until: "2028-01-06T00:00:00+01:00",
      graceUntil: null,
    });
  });

  it("a calendar year's level is valid to the end of the next, and extended if that year reaches it", () => {
    const story = new Story(club({ window: { kind: "calendarYear" } }));
    story.on("2026-03-05");
    buy(story, "1", "250.00");
    expect(tierOf(story).until).toBe("2028-01-01T00:00:00+01:00");
    story.on("2027-03-05");
    buy(story, "2", "250.00");
    story.on("2028-01-02");
    expect(tierOf(story)).toMatchObject({ levelId: "silver", until: "2029-01-01T00:00:00+01:00" });
  });

  it("lifetime has no end", () => {
    const story = new Story(club({ window: { kind: "lifetime" } }));
    buy(story, "1", "250.00");
    expect(tierOf(story).until).toBeNull();
    expect(story.on("2036-01-01").member().tier.levelId).toBe("silver");
  });

  it("oneStep drops by one level only", () => {
    const story = new Story(club({ downgrade: "oneStep" }));
    buy(story, "1", "1000.00");
    story.on("2027-03-01");
    expect(story.member().tier.levelId).toBe("silver");
  });

  it("toJustified drops to the level the metric reaches", () => {
    const story = new Story(club());
    buy(story, "1", "1000.00");
    story.on("2027-01-10");
    buy(story, "2", "200.00");
    story.on("2027-03-01");
    expect(story.member().tier.levelId).toBe("silver");
  });

  it("two notices are given in a grace, at its start and 7 days before its end", () => {
    const story = new Story(club());
    story.on("2026-01-05");
    buy(story, "1", "250.00");
    story.on("2027-01-28");
    expect(story.effects("notify_tier_grace")).toMatchObject([{ notice: 1 }]);
    story.on("2027-01-29");
    expect(story.effects("notify_tier_grace")).toMatchObject([{ notice: 1 }, { notice: 2 }]);
  });

  it("without grace days the level ends with its validity", () => {
    const story = new Story(club({ graceDays: 0 }));
    story.on("2026-01-05");
    buy(story, "1", "250.00");
    story.on("2027-01-06T00:00:00+01:00");
    expect(story.member().tier.levelId).toBe("bronze");
  });

  it("reaching the threshold in grace keeps the level, qualified from then", () => {
    const story = new Story(club());
    story.on("2026-01-05");
    buy(story, "1", "250.00");
    story.on("2027-01-20");
    buy(story, "2", "200.00");
    expect(tierOf(story)).toMatchObject({
      levelId: "silver",
      graceUntil: null,
      until: "2028-01-21T00:00:00+01:00",
    });
  });
});

describe("refunds and tiers", () => {
  it("a refund below the threshold starts the grace, and does not drop at once", () => {
    const story = new Story(club());
    story.on("2026-01-05");
    const order = { lines: [{ price: "250.00" }], paidAt: "2026-01-05" };
    story.order("1", order);
    story.on("2026-01-10").order("1", { ...order, refunds: [{ amount: "51.00" }] });
    expect(tierOf(story)).toMatchObject({ levelId: "silver", graceUntil: "2026-02-10T00:00:00+01:00" });
    expect(story.on("2026-02-10").member().tier.levelId).toBe("bronze");
  });

  it("a refund that stays above it changes nothing", () => {
    const story = new Story(club());
    const order = { lines: [{ price: "250.00" }], paidAt: "2026-01-01" };
    story.order("1", order);
    story.order("1", { ...order, refunds: [{ amount: "50.00" }] });
    expect(tierOf(story).graceUntil).toBeNull();
  });

  it("a refund counts at the date of its order: outside the window it changes nothing", () => {
    const story = new Story(club({ window: { kind: "rolling", months: 1 } }));
    const order = { lines: [{ price: "100.00" }], paidAt: "2026-01-01" };
    story.order("old", order);
    story.on("2026-02-10");
    buy(story, "new", "250.00");
    story.order("old", { ...order, cancelledAt: "2026-02-10" });
    expect(tierOf(story)).toMatchObject({ levelId: "silver", graceUntil: null });
  });

  it("redeeming never lowers a tier", () => {
    const story = new Story(club({}, { rewards: [{ id: "gift", kind: "freeShipping", cost: 300 }] }));
    buy(story, "1", "250.00");
    story.redeem("gift", "C");
    expect(tierOf(story)).toMatchObject({ levelId: "silver", graceUntil: null });
  });
});

describe("by hand", () => {
  it("without a lock it is valid as if qualified now", () => {
    const story = new Story(club());
    story.on("2026-01-05").tier("gold");
    expect(tierOf(story)).toMatchObject({ levelId: "gold", until: "2027-01-06T00:00:00+01:00" });
  });

  it("with a lock nothing automatic happens before its end; then the metric decides, with grace", () => {
    const story = new Story(club({ window: { kind: "rolling", months: 1 } }));
    story.tier("silver", "2026-06-15");
    story.on("2026-06-14");
    expect(tierOf(story)).toMatchObject({ levelId: "silver", until: "2026-06-15T12:00:00+02:00" });
    story.on("2026-06-15");
    expect(tierOf(story)).toMatchObject({ levelId: "silver", graceUntil: "2026-07-16T00:00:00+02:00" });
    expect(story.on("2026-07-16").member().tier.levelId).toBe("bronze");
  });

  it("a lock downwards also bars lifts; a lock upwards does not", () => {
    const down = new Story(club());
    buy(down, "1", "250.00");
    down.tier("bronze", "2026-06-15");
    buy(down, "2", "900.00");
    expect(down.member().tier.levelId).toBe("bronze");
    expect(down.on("2026-06-16").member().tier.levelId).toBe("gold");
    const up = new Story(club());
    up.tier("silver", "2026-06-15");
    buy(up, "1", "1000.00");
    expect(up.member().tier.levelId).toBe("gold");
  });

  it("an unknown level is refused", () => {
    expect(new Story(club()).tier("platinum")).toMatchObject({ ok: false, refusal: "level_unknown" });
  });
});

describe("another program", () => {
  it("lifts at once whoever reaches more by it, and drops nobody", () => {
    const story = new Story(club());
    buy(story, "1", "150.00");
    story.publish(
      club({
        levels: [
          { id: "bronze", from: "0" },
          { id: "silver", from: "150.00" },
        ],
      }),
    );
    expect(story.member().tier.levelId).toBe("silver");
    story.publish(
      club({
        levels: [
          { id: "bronze", from: "0" },
          { id: "silver", from: "500.00" },
        ],
      }),
    );
    expect(story.member().tier.levelId).toBe("silver");
  });

  it("puts those whose level is gone on the level they reach", () => {
    const story = new Story(club());
    buy(story, "1", "250.00");
    story.publish(
      club({
        levels: [
          { id: "basic", from: "0" },
          { id: "plus", from: "100.00" },
        ],
      }),
    );
    expect(story.member().tier.levelId).toBe("plus");
  });

  it("without tiers nobody has one", () => {
    const story = new Story(club());
    story.join();
    story.publish({});
    expect(tierOf(story)).toEqual({ levelId: null, since: null, until: null, graceUntil: null });
  });
});
