import { describe, expect, it } from "vitest";
import { qualifyingNow } from "#app/domain/tiers/metric.ts";
import { Story, instant, programOf } from "#tests/support/story.ts";
import { buy, club, tierOf } from "#tests/support/tier-club.ts";

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
    expect([...story.member().codes.keys()]).toHaveLength(1);
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

  it.each(["2026-01-10", "2026-02-01"])(
    "points lift from their release, so an order before it earns at the lower tier, delivered on %s",
    (deliveredOn) => {
      const story = new Story({
        earning: { maturity: { kind: "afterPaid", days: 14 } },
        tiers: { metric: "points", levels: [{ id: "s", from: "100", multiplier: 2 }] },
      });
      story.on("2026-01-05");
      buy(story, "1", "150.00");
      story.on(deliveredOn);
      buy(story, "2", "10.00", { paidAt: "2026-01-10" });
      story.on("2026-03-01");
      expect(story.available()).toBe(160);
      expect(tierOf(story)).toMatchObject({ levelId: "s", since: "2026-01-19T12:00:00+01:00" });
    },
  );

  it("a late order that completes a later one lifts from the release of the last of them", () => {
    const story = new Story({
      earning: { maturity: { kind: "afterPaid", days: 14 } },
      tiers: { metric: "points", levels: [{ id: "s", from: "100" }] },
    });
    story.on("2026-01-10");
    buy(story, "2", "80.00");
    story.on("2026-02-01");
    buy(story, "1", "80.00", { paidAt: "2026-01-05" });
    expect(tierOf(story)).toMatchObject({ levelId: "s", since: "2026-01-24T12:00:00+01:00" });
  });

  it("points given by hand count only what they say", () => {
    const story = new Story(club());
    story.adjust(5000);
    expect(story.member().tier.levelId).toBe("bronze");
    story.adjust(0, 20_000);
    expect(story.member().tier.levelId).toBe("silver");
  });
});
