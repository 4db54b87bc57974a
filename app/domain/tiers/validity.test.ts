import { describe, expect, it } from "vitest";
import { Story } from "#tests/support/story.ts";
import { buy, club, tierOf } from "#tests/support/tier-club.ts";

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

  it("a calendar year's level ends with the next year, where that year does not reach it", () => {
    const story = new Story(club({ window: { kind: "calendarYear" }, graceDays: 0 }));
    story.on("2026-03-01");
    buy(story, "1", "250.00");
    expect(story.on("2027-12-31").member().tier.levelId).toBe("silver");
    story.on("2028-02-01");
    expect(tierOf(story)).toMatchObject({
      levelId: "bronze",
      since: "2028-01-01T00:00:00+01:00",
      until: null,
    });
  });

  it("a calendar year's level drops to what the ended year reaches, valid for the year that begins", () => {
    const story = new Story(club({ window: { kind: "calendarYear" }, graceDays: 0 }));
    story.on("2026-03-01");
    buy(story, "1", "1000.00");
    story.on("2027-03-01");
    buy(story, "2", "200.00");
    story.on("2028-02-01");
    expect(tierOf(story)).toMatchObject({ levelId: "silver", until: "2029-01-01T00:00:00+01:00" });
  });

  it("a calendar year's level that a lock held is still good for the year it was reached in", () => {
    const story = new Story(club({ window: { kind: "calendarYear" }, graceDays: 0 }));
    story.on("2026-03-01");
    buy(story, "1", "250.00");
    story.on("2027-03-01").tier("silver", "2027-06-15");
    story.on("2027-06-16");
    expect(tierOf(story)).toMatchObject({ levelId: "silver", until: "2028-01-01T00:00:00+01:00" });
  });

  it("a late order of the year that ended keeps the level in its grace, for the year that begins", () => {
    const story = new Story(club({ window: { kind: "calendarYear" } }));
    story.on("2026-03-01");
    buy(story, "1", "250.00");
    story.on("2028-01-10");
    expect(tierOf(story).graceUntil).toBe("2028-01-31T00:00:00+01:00");
    buy(story, "2", "250.00", { paidAt: "2027-12-30" });
    expect(tierOf(story)).toMatchObject({
      levelId: "silver",
      until: "2029-01-01T00:00:00+01:00",
      graceUntil: null,
    });
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

  it("the level dropped to counts from the last valid day, so that its end does not creep", () => {
    const story = new Story(club({ graceDays: 0 }));
    story.on("2026-01-05");
    buy(story, "1", "1000.00");
    story.on("2026-08-01");
    buy(story, "2", "200.00");
    story.on("2027-01-10");
    expect(tierOf(story)).toMatchObject({
      levelId: "silver",
      since: "2027-01-06T00:00:00+01:00",
      until: "2028-01-06T00:00:00+01:00",
    });
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
