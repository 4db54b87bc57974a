import { describe, expect, it } from "vitest";
import { Story } from "#tests/support/story.ts";
import { buy, club, tierOf } from "#tests/support/tier-club.ts";

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

  it("what comes with entering a level may be declined, and is given to whoever comes to it again", () => {
    const story = new Story(club({ graceDays: 0 }));
    story.on("2026-01-05").tier("gold", "2026-02-01", "m1", true);
    expect(story.member()).toMatchObject({ tier: { levelId: "gold" }, balance: { available: 0 } });
    expect([...story.member().codes.values()]).toEqual([]);
    story.on("2026-03-01");
    expect(story.member().tier.levelId).toBe("bronze");
    buy(story, "1", "250.00");
    expect(story.member()).toMatchObject({ tier: { levelId: "silver" }, balance: { available: 350 } });
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

  it("lifts on what counts now, not on the calendar year before", () => {
    const window = { kind: "calendarYear" };
    const story = new Story(club({ window }));
    story.on("2026-03-01");
    buy(story, "1", "150.00");
    const levels = [
      { id: "bronze", from: "0" },
      { id: "silver", from: "150.00" },
    ];
    story.on("2027-03-01").publish(club({ window, levels }));
    expect(story.member().tier.levelId).toBe("bronze");
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
