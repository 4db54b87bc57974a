import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { programs, steps } from "#tests/support/histories.ts";
import { Player } from "#tests/support/player.ts";
import { Story } from "#tests/support/story.ts";
import type { PlainProgram, ToldOrder } from "#tests/support/story.ts";

const spend = { id: "spend", kind: "spend", points: 1, per: "1.00" };
const mug = { id: "mug", kind: "item", points: 10, lines: { tags: ["mug"] } };
const click = { id: "click", kind: "activity", activity: "link_click", points: 5 };
const open: PlainProgram = { earning: { rules: [spend, mug, click] } };

const capped = (points: number, per = "month"): PlainProgram => ({
  earning: { rules: [spend, mug, click], caps: [{ points, per }] },
});
const limited = (limit: object, rule: "spend" | "mug" | "click" = "spend"): PlainProgram => ({
  earning: { rules: [spend, mug, click].map((one) => (one.id === rule ? { ...one, limit } : one)) },
});

const worth = (price: string, paidAt: string): ToldOrder => ({ lines: [{ price }], paidAt });

/** What an order of 100.00 of 20 January earns after a history and another program of 10 January. */
function lastOrder(before: PlainProgram, after: PlainProgram, history: (story: Story) => void): number {
  const story = new Story(before);
  history(story);
  story.on("2026-01-10").publish(after);
  story.on("2026-01-20").order("last", worth("100.00", "2026-01-20"));
  return story.award("last").target;
}

describe("a cap or limit that a later program brings", () => {
  it.each<[string, PlainProgram, PlainProgram, number]>([
    ["a cap where there was none", open, capped(100), 100 - 30 - 5],
    ["a cap per year where there was one per month", capped(300), capped(100, "year"), 100 - 30 - 5],
    ["a cap that is tighter", capped(300), capped(100), 100 - 30 - 5],
    ["a rule's limit in points", open, limited({ points: 50, per: "month" }), 50 - 30],
    ["a rule's limit in orders", open, limited({ count: 1, per: "month" }), 0],
    [
      "a limit of another period",
      limited({ points: 500, per: "week" }),
      limited({ points: 50, per: "ever" }),
      20,
    ],
    [
      "a limit of another kind",
      limited({ points: 500, per: "month" }),
      limited({ count: 2, per: "month" }),
      100,
    ],
  ])("counts what the member has from before: %s", (_title, before, after, points) => {
    const earned = lastOrder(before, after, (story) => {
      story.on("2026-01-05").order("1", worth("30.00", "2026-01-05"));
      story.does("link_click");
    });
    expect(earned).toBe(points);
  });

  it("counts only what lies in its period", () => {
    const story = new Story(open);
    story.order("old", worth("80.00", "2026-01-01"));
    story.on("2026-02-03").publish(capped(100));
    story.order("new", worth("100.00", "2026-02-03"));
    expect(story.award("new").target).toBe(100);
  });

  it("counts what stands after refunds, edits and cancellations", () => {
    const earned = lastOrder(open, capped(100), (story) => {
      const first = worth("30.00", "2026-01-02");
      story.order("1", first);
      story.order("1", { ...first, refunds: [{ amount: "10.00" }] });
      const second = worth("40.00", "2026-01-03");
      story.order("2", second);
      story.order("2", { ...second, cancelledAt: "2026-01-03" });
    });
    expect(earned).toBe(100 - 20);
  });

  it("gives room back when an order from before it is refunded or cancelled later", () => {
    const story = new Story(open);
    const first = worth("60.00", "2026-01-02");
    story.order("1", first);
    story.on("2026-01-10").publish(capped(100));
    story.order("1", { ...first, refunds: [{ amount: "20.00" }] });
    story.order("2", worth("100.00", "2026-01-11"));
    expect(story.award("2").target).toBe(60);
    story.order("1", { ...first, cancelledAt: "2026-01-12" });
    story.order("3", worth("100.00", "2026-01-12"));
    expect(story.award("3").target).toBe(40);
  });

  it("counts a late order of the time before it, which it does not cut", () => {
    const story = new Story(open);
    story.on("2026-01-10").publish(capped(100));
    story.order("late", worth("90.00", "2026-01-05"));
    story.order("2", worth("100.00", "2026-01-12"));
    expect([story.award("late").target, story.award("2").target]).toEqual([90, 10]);
  });

  it("counts the units that a refund left of a rule for goods", () => {
    const story = new Story(open);
    const first: ToldOrder = { lines: [{ price: "1.00", quantity: 3, tags: ["mug"] }], paidAt: "2026-01-02" };
    story.order("1", first);
    story.order("1", { ...first, refunds: [{ lines: [{ line: "1", quantity: 1 }] }] });
    story.on("2026-01-10").publish(limited({ count: 3, per: "month" }, "mug"));
    story.order("2", { lines: [{ price: "0.10", quantity: 5, tags: ["mug"] }], paidAt: "2026-01-10" });
    expect(story.award("2").target).toBe(10);
  });

  it("counts activities by rule, also where several rules know the same", () => {
    const more = { ...click, id: "more", points: 7 };
    const story = new Story({ earning: { rules: [click, more] } });
    for (const on of ["2026-01-05", "2026-01-06", "2026-01-06"]) story.on(on).does("link_click");
    const limit = { count: 4, per: "month" };
    story.on("2026-01-10").publish({ earning: { rules: [{ ...click, limit }, more] } });
    for (const on of ["2026-01-11", "2026-01-12"]) story.on(on).does("link_click");
    expect(story.available()).toBe(4 * 5 + 5 * 7);
  });

  it("knows of a cooldown when the activity was last done", () => {
    const story = new Story(open);
    story.on("2026-01-05T10:00:00+01:00").does("link_click");
    story.on("2026-01-05T10:10:00+01:00").publish(limited({ cooldownMinutes: 60 }, "click"));
    story.on("2026-01-05T10:59:00+01:00").does("link_click");
    expect(story.available()).toBe(5);
    story.on("2026-01-05T11:00:00+01:00").does("link_click");
    expect(story.available()).toBe(10);
  });

  it("counts what both halves of a member have, and an order that both had once", () => {
    const story = new Story(open);
    story.known("guest", "shadow");
    story.order("1", worth("30.00", "2026-01-02"));
    story.order("2", worth("20.00", "2026-01-02"), "guest");
    story.order("1", worth("30.00", "2026-01-02"), "guest");
    story.on("2026-01-10").publish(capped(100));
    story.tell({ type: "members_merged", fromMemberId: "guest" });
    story.order("3", worth("100.00", "2026-01-11"));
    expect(story.award("3").target).toBe(50);
  });

  it("counts by the days of the time zone that is live", () => {
    const tokyo = { ...limited({ points: 50, per: "day" }), timezone: "Asia/Tokyo" };
    const story = new Story(limited({ points: 50, per: "day" }));
    story.on("2026-01-05T20:00:00+01:00").order("1", worth("50.00", "2026-01-05T20:00:00+01:00"));
    story.on("2026-01-05T21:00:00+01:00").publish(tokyo);
    // In Berlin still the same day, in Tokyo the sixth since before the first order.
    story.on("2026-01-06T02:00:00+01:00").order("2", worth("50.00", "2026-01-06T02:00:00+01:00"));
    expect(story.award("2").target).toBe(0);
  });

  it("finds the same as if it had always been counted, after any history", () => {
    fc.assert(
      fc.property(programs, steps, (program, told) => {
        const counting = withLimitsNobodyMeets(program);
        const countedAfter = (first: PlainProgram) => {
          const story = new Story(first);
          const player = new Player(story);
          for (const step of told) if (step.type !== "publish") player.play(step);
          story.publish(counting);
          return [...story.member().limits.values()]
            .filter(({ points, count }) => points !== 0 || count !== 0)
            .map(({ key, points, count }) => `${key} ${String(points)} ${String(count)}`)
            .sort();
        };
        expect(countedAfter(program)).toEqual(countedAfter(counting));
      }),
      { numRuns: 150 },
    );
  });
});

/** The same program with a limit for every rule that has none, and with more caps; none of them cuts anything. */
function withLimitsNobodyMeets(program: PlainProgram): PlainProgram {
  const points = 1_000_000_000;
  const { rules, caps } = z
    .object({ rules: z.array(z.looseObject({})), caps: z.array(z.unknown()) })
    .parse(program.earning);
  return {
    ...program,
    earning: {
      ...program.earning,
      rules: rules.map((rule) => ({ limit: { points, per: "week" }, ...rule })),
      caps: [...caps, { points, per: "month" }, { points, per: "ever" }],
    },
  };
}
