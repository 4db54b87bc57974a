import { describe, expect, it } from "vitest";
import { InvariantViolation } from "#app/domain/assert.ts";
import { advanceMember, applyEvent } from "#app/domain/engine.ts";
import { post } from "#app/domain/ledger/post.ts";
import { proveBooks } from "#tests/support/prove-books.ts";
import { Story, instant } from "#tests/support/story.ts";

const ten = { lines: [{ price: "10.00" }], paidAt: "2026-01-02" };

describe("the ledger", () => {
  it("names the cause and the step of every transaction, and never the same twice", () => {
    const story = new Story();
    story.order("1", ten);
    story.order("1", { ...ten, refunds: [{ amount: "5.00" }] });
    story.order("1", ten);
    expect(story.books.journal.transactions.map(({ key, kind }) => [key, kind])).toEqual([
      ["order:1:award:1", "earned"],
      ["order:1:award:2", "clawed_back"],
      ["order:1:award:3", "earned"],
    ]);
  });

  it("the same state of an order again posts nothing", () => {
    const story = new Story();
    for (let times = 0; times < 3; times += 1) story.order("1", ten);
    expect(story.books.journal.transactions).toHaveLength(1);
  });

  it("what is given to be spent leaves a debt alone; what is given otherwise pays it", () => {
    const story = new Story();
    story.order("1", ten);
    story.adjust(-10);
    story.order("1", { ...ten, refunds: [{ amount: "10.00" }] });
    expect(story.points()).toEqual({ available: 0, pending: 0, debt: 10 });
    story.adjust(3, 0, "m1", true);
    expect(story.points()).toEqual({ available: 3, pending: 0, debt: 10 });
    story.adjust(4);
    expect(story.points()).toEqual({ available: 3, pending: 0, debt: 6 });
  });

  it("every transaction names the program version it follows", () => {
    const story = new Story();
    story.order("1", ten);
    story.on("2026-02-01").publish({});
    story.order("1", { ...ten, refunds: [{ amount: "5.00" }] });
    story.adjust(5);
    expect(story.books.journal.transactions.map(({ programVersion }) => programVersion)).toEqual([1, 1, 2]);
  });

  it("refuses to move what is not there, whoever asks", () => {
    const story = new Story();
    story.order("1", ten);
    const overdraw = () => {
      post(story.books, story.member(), {
        key: "wrong",
        kind: "adjusted",
        at: instant("2026-01-02"),
        programVersion: 1,
        transfers: [{ from: "available", to: "issued", points: 11, lotId: "order:1" }],
        explanation: { kind: "adjusted", points: -11, reason: "" },
      });
    };
    expect(overdraw).toThrow(InvariantViolation);
  });

  it("a refused event changes nothing but what was due", () => {
    const story = new Story({
      earning: { maturity: { kind: "afterPaid", days: 1 } },
      rewards: [{ id: "r", kind: "freeShipping", cost: 500 }],
    });
    story.order("1", ten);
    const outcome = applyEvent(story.books, {
      type: "reward_claimed",
      at: instant("2026-01-10"),
      memberId: "m1",
      rewardId: "r",
      points: null,
      code: "C",
    });
    expect(outcome.ok).toBe(false);
    expect(story.points()).toEqual({ available: 10, pending: 0, debt: 0 });
    expect([...story.member().codes.keys()]).toEqual([]);
  });

  it("what is due happens once, at its own instant, however late the clock is moved on", () => {
    const story = new Story({
      earning: { maturity: { kind: "afterPaid", days: 1 } },
      expiry: { kind: "perLot", months: 1 },
    });
    story.order("1", ten);
    advanceMember(story.books, "m1", instant("2027-01-01"));
    advanceMember(story.books, "m1", instant("2027-01-01"));
    expect(story.books.journal.transactions.map(({ kind, at }) => [kind, at])).toEqual([
      ["earned", instant("2026-01-01")],
      ["matured", instant("2026-01-03")],
      ["expired", instant("2026-02-04T00:00:00+01:00")],
    ]);
    expect(story.member().nextDueAt).toBeNull();
    proveBooks(story.books);
  });

  it("an unknown member is refused", () => {
    const { books } = new Story();
    expect(applyEvent(books, { type: "member_left", at: 0, memberId: "nobody" })).toMatchObject({
      ok: false,
      refusal: "member_unknown",
    });
  });
});

describe("telling the shop", () => {
  it("a change of what the shop shows is told once per event, and nothing where nothing changed", () => {
    const story = new Story();
    story.order("1", ten);
    expect(story.effects("publish_member_state")).toHaveLength(1);
    story.order("1", ten);
    expect(story.effects("publish_member_state")).toHaveLength(1);
  });
});
