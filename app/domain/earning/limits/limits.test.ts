import { describe, expect, it } from "vitest";
import { Story } from "#tests/support/story.ts";
import type { PlainProgram } from "#tests/support/story.ts";

const perEuro = { id: "spend", kind: "spend", points: 1, per: "1.00" };
const click = { id: "click", kind: "activity", activity: "link_click", points: 5 };
const activities = (...rules: object[]): PlainProgram => ({ earning: { rules } });

/** What a member has after clicking at these instants. */
function afterClicks(rule: object, ...instants: string[]): number {
  const story = new Story(activities({ ...click, ...rule }));
  for (const at of instants) story.on(at).does("link_click");
  return story.available();
}

describe("activities", () => {
  it("an activity gives its points once per occurrence", () => {
    expect(afterClicks({}, "2026-01-05", "2026-01-05", "2026-01-05")).toBe(15);
  });

  it("an activity no rule knows earns nothing and is no error", () => {
    const story = new Story(activities(click));
    expect(story.does("page_visit")).toEqual({ ok: true });
    expect(story.available()).toBe(0);
  });

  it("an activity with a key counts once per member", () => {
    const story = new Story(activities(click));
    for (const key of ["mail-7", "mail-7", "mail-8"]) story.does("link_click", key);
    story.does("link_click", "mail-7", "m2");
    expect([story.available("m1"), story.available("m2")]).toEqual([10, 5]);
  });

  it.each<[string, object, readonly string[], number]>([
    ["in all", { count: 2, per: "ever" }, ["2026-01-05", "2026-02-05", "2027-01-05"], 10],
    [
      "per day in the shop's time zone",
      { count: 1, per: "day" },
      ["2026-01-05T22:59:00Z", "2026-01-05T23:01:00Z", "2026-01-06T22:59:00Z"],
      10,
    ],
    ["per week, from Monday", { count: 1, per: "week" }, ["2026-01-04", "2026-01-05", "2026-01-11"], 10],
    ["per month", { count: 1, per: "month" }, ["2026-01-01", "2026-01-31", "2026-02-01"], 10],
    ["per year", { count: 1, per: "year" }, ["2026-01-01", "2026-12-31", "2027-01-01"], 10],
    [
      "in points: what is left of it is given",
      { points: 8, per: "month" },
      ["2026-01-01", "2026-01-02", "2026-01-03"],
      8,
    ],
  ])("are limited %s", (_title, limit, instants, points) => {
    expect(afterClicks({ limit }, ...instants)).toBe(points);
  });

  it("a cooldown lets the next occurrence count only after its minutes", () => {
    const limit = { cooldownMinutes: 60 };
    expect(
      afterClicks({ limit }, "2026-01-05T10:00:00Z", "2026-01-05T10:59:59Z", "2026-01-05T11:00:00Z"),
    ).toBe(10);
  });

  it("a negative activity takes no more than is available, and nothing is owed", () => {
    const story = new Story(activities(click, { ...click, id: "bye", activity: "bye", points: -20 }));
    story.does("link_click");
    story.does("bye");
    story.does("link_click");
    expect(story.points()).toEqual({ available: 5, pending: 0, debt: 0 });
    expect(story.member().balance.earned).toBe(5);
  });

  it("a limit counts what a cap let through, not what was wanted", () => {
    const limited = { ...click, points: 15, limit: { points: 20, per: "year" } };
    const story = new Story({ earning: { rules: [limited], caps: [{ points: 5, per: "month" }] } });
    for (const month of ["01", "02", "03", "04"]) story.on(`2026-${month}-05`).does("link_click");
    expect(story.available()).toBe(20);
  });

  it("a limit of a negative activity counts what could be taken", () => {
    const bye = { ...click, id: "bye", activity: "bye", points: -20, limit: { points: 20, per: "ever" } };
    const story = new Story(activities(click, bye));
    for (let times = 0; times < 5; times += 1) {
      story.does("link_click");
      story.does("bye");
    }
    expect(story.available()).toBe(5);
  });

  it("joining fires the activity `join` once per member, ever", () => {
    const story = new Story(activities({ ...click, activity: "join" }));
    story.join();
    story.tell({ type: "member_left" });
    story.join();
    expect(story.available()).toBe(5);
  });

  it("an excluded member earns nothing by activities either", () => {
    const story = new Story({ earning: { rules: [click], exclude: { customerTags: ["staff"] } } });
    story.join("m1", ["staff"]);
    story.does("link_click");
    expect(story.available()).toBe(0);
  });
});

describe("limits and caps of orders", () => {
  const order = (story: Story, id: string, price: string) => story.order(id, { lines: [{ price }] });

  it("a limit truncates: what is left of it is given, the rest is not", () => {
    const story = new Story(activities({ ...perEuro, limit: { points: 100, per: "month" } }));
    order(story, "1", "70.00");
    order(story, "2", "70.00");
    order(story, "3", "70.00");
    expect(["1", "2", "3"].map((id) => story.award(id).target)).toEqual([70, 30, 0]);
  });

  it("a limited base rule still takes its lines: they do not fall to the next rule", () => {
    const best = { ...perEuro, id: "best", priority: 1, points: 2, limit: { points: 10, per: "ever" } };
    const story = new Story(activities(perEuro, best));
    order(story, "1", "50.00");
    expect(story.available()).toBe(10);
  });

  it("a count limits orders for spend rules and units for item rules", () => {
    const story = new Story(
      activities(
        { ...perEuro, limit: { count: 1, per: "day" } },
        { id: "i", kind: "item", points: 5, limit: { count: 3, per: "day" } },
      ),
    );
    story.order("1", { lines: [{ price: "1.00", quantity: 2 }] });
    story.order("2", { lines: [{ price: "1.00", quantity: 2 }] });
    expect(["1", "2"].map((id) => story.award(id).target)).toEqual([2 + 10, 5]);
  });

  it("a cap holds over all rules, orders and activities together", () => {
    const story = new Story({ earning: { rules: [perEuro, click], caps: [{ points: 12, per: "month" }] } });
    order(story, "1", "9.00");
    story.does("link_click");
    order(story, "2", "9.00");
    expect(story.available()).toBe(12);
  });

  it("a cap per order cuts each order alone", () => {
    const story = new Story({ earning: { caps: [{ points: 12, per: "order" }] } });
    order(story, "1", "20.00");
    order(story, "2", "20.00");
    expect(story.available()).toBe(24);
  });

  it("the period is the one the order was paid in, however late it comes", () => {
    const story = new Story({ earning: { caps: [{ points: 10, per: "month" }] } });
    story.on("2026-02-10");
    order(story, "1", "10.00");
    story.order("2", { lines: [{ price: "10.00" }], paidAt: "2026-01-31" });
    expect(story.available()).toBe(20);
  });

  it("a refund gives room back to later orders of the period, and never takes more than it gave", () => {
    const story = new Story({ earning: { caps: [{ points: 10, per: "month" }] } });
    const full = { lines: [{ price: "10.00" }], paidAt: "2026-01-01" };
    story.order("1", full);
    story.order("1", { ...full, cancelledAt: "2026-01-01" });
    order(story, "2", "8.00");
    expect(story.available()).toBe(8);
    order(story, "3", "8.00");
    expect(story.available()).toBe(10);
  });

  it.each<[string, PlainProgram]>([
    ["cap", { earning: { caps: [{ points: 30, per: "month" }] } }],
    ["limit", activities({ ...perEuro, limit: { points: 30, per: "month" } })],
  ])("an order un-cancelled finds only the room of a %s that others left", (_title, program) => {
    const story = new Story(program);
    const first = { lines: [{ price: "30.00" }], paidAt: "2026-01-01" };
    story.order("1", first);
    story.order("1", { ...first, cancelledAt: "2026-01-01" });
    order(story, "2", "30.00");
    story.order("1", first);
    expect(story.available()).toBe(30);
    story.order("1", first);
    expect(story.available()).toBe(30);
  });

  it.each<[string, PlainProgram]>([
    ["cap", { earning: { caps: [{ points: 30, per: "month" }] } }],
    ["limit", activities({ ...perEuro, limit: { points: 30, per: "month" } })],
  ])("an order whose refund is undone finds only the room of a %s that others left", (_title, program) => {
    const story = new Story(program);
    const first = { lines: [{ price: "30.00" }], paidAt: "2026-01-01" };
    const amounts = (amount: string) => ({ ...first, refunds: [{ amount }] });
    story.order("1", first);
    story.order("1", amounts("30.00"));
    order(story, "2", "18.00");
    const seen = ["20.00", "10.00", "0.00", "0.00"].map((amount) => {
      story.order("1", amounts(amount));
      return story.award("1").target;
    });
    expect(seen).toEqual([10, 12, 12, 12]);
    order(story, "3", "30.00");
    expect(story.available()).toBe(30);
  });

  it("a rule's limit holds for what comes back also where the order has no more than before", () => {
    const mug = {
      id: "mug",
      kind: "item",
      points: 10,
      lines: { tags: ["mug"] },
      limit: { count: 1, per: "week" },
    };
    const story = new Story(activities(perEuro, mug));
    const lines = [{ price: "0.50", tags: ["mug"] }, { price: "20.00" }];
    const bought = (refunded: string) => ({
      ...{ lines, paidAt: "2026-01-01" },
      refunds: [{ lines: [{ line: refunded, quantity: 1 }] }],
    });
    story.order("1", bought("1"));
    story.order("2", { lines: [{ price: "0.50", tags: ["mug"] }], paidAt: "2026-01-01" });
    story.order("1", bought("2"));
    expect(["1", "2"].map((id) => story.award(id).target)).toEqual([0, 10]);
  });

  it("what comes back by one rule finds no new room of another's limit", () => {
    const mug = {
      id: "mug",
      kind: "item",
      points: 10,
      lines: { tags: ["mug"] },
      limit: { count: 1, per: "week" },
    };
    const story = new Story({ earning: { rules: [perEuro, mug], caps: [{ points: 1_000, per: "month" }] } });
    const bought = { lines: [{ price: "20.00", tags: ["mug"] }], paidAt: "2026-01-01" };
    story.order("1", bought);
    story.order("2", bought);
    story.order("1", { ...bought, cancelledAt: "2026-01-01" });
    story.order("2", { ...bought, refunds: [{ amount: "5.00" }] });
    story.order("2", bought);
    expect(story.award("2").target).toBe(20);
  });

  it("an order never loses by a look at the room, also where two halves of a member passed a cap", () => {
    const story = new Story({ earning: { caps: [{ points: 30, per: "month" }] } });
    const first = { lines: [{ price: "30.00" }], paidAt: "2026-01-01" };
    story.known("guest", "shadow");
    story.order("1", { ...first, refunds: [{ amount: "10.00" }] });
    story.order("2", first, "guest");
    story.tell({ type: "members_merged", fromMemberId: "guest" });
    story.order("1", first);
    expect(story.award("1").target).toBe(20);
  });

  it("an order seen again does not use up its own room", () => {
    const story = new Story({ earning: { caps: [{ points: 10, per: "month" }] } });
    for (let times = 0; times < 3; times += 1) story.order("1", { lines: [{ price: "30.00" }] });
    expect(story.available()).toBe(10);
  });

  it("entry points and what is given by hand are outside the caps", () => {
    const story = new Story({
      earning: { caps: [{ points: 10, per: "month" }] },
      tiers: { metric: "orders", levels: [{ id: "one", from: "1", entryPoints: 100 }] },
    });
    story.adjust(50);
    order(story, "1", "30.00");
    expect(story.available()).toBe(160);
  });
});
