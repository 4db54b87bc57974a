import { describe, expect, test } from "vitest";
import { adjust, answer, day, join, order, program, redeem, run } from "#tests/support/replay-story.ts";
import { parseInstant } from "../parse-instant.ts";

describe("replay", () => {
  test("the worked example: 1000, redeems 500, buys for 15.00, returns one, then the other", () => {
    const bought = { orderDiscount: "5.00", discountCodes: ["CODE1"] };
    const back = (...ids: string[]) =>
      ids.map((id) => ({ id, at: day("01-06"), amount: "7.50", lines: [{ line: "1", quantity: 1 }] }));
    const story = [
      join("m1"),
      adjust("m1", 1000),
      redeem("m1", "CODE1"),
      order("1001", { id: "m1" }, "10.00", day("01-05"), bought),
    ];
    expect(answer(run(story)).members[0]).toMatchObject({ available: 515, earned: 1015, spent: 500 });
    story.push(order("1001", { id: "m1" }, "10.00", day("01-06"), { ...bought, refunds: back("r1") }));
    expect(answer(run(story)).members[0]).toMatchObject({ available: 757, earned: 1007, spent: 250 });
    story.push(order("1001", { id: "m1" }, "10.00", day("01-07"), { ...bought, refunds: back("r1", "r2") }));
    expect(answer(run(story)).members[0]).toMatchObject({ available: 1000, earned: 1000, spent: 0 });
  });

  test("a refused line is noted with its number and the run goes on", () => {
    const output = answer(run([join("m1"), adjust("m1", 120), redeem("m1", "C"), adjust("m1", 10)]));
    expect(output.rejected).toEqual([{ line: 3, reason: "not enough points: 500 needed, 120 available" }]);
    expect(output.members[0]).toMatchObject({ available: 130 });
  });

  test("what lapses for one is there again for another, though nothing was told of the one since", () => {
    const story = [
      adjust("m1", 500),
      redeem("m1", "C1"),
      adjust("m2", 500),
      redeem("m2", "C2", day("01-10")),
      redeem("m2", "C3", day("03-10")),
    ];
    const output = answer(
      run(story, { ...program, rewards: program.rewards.map((reward) => ({ ...reward, stock: 1 })) }),
    );
    expect(output.rejected).toEqual([{ line: 4, reason: "nothing left of reward five-off" }]);
    expect(output.members).toMatchObject([
      { id: "m1", available: 500 },
      { id: "m2", codes: [{ code: "C3" }] },
    ]);
  });

  test("a piece that somebody was given when points matured is gone for another", () => {
    const output = answer(
      run(
        [
          adjust("m1", 500),
          order("1", { id: "m2" }, "100.00", day("01-05")),
          redeem("m1", "C1", day("02-10")),
        ],
        {
          ...program,
          earning: { ...program.earning, maturity: { kind: "afterPaid", days: 14 } },
          tiers: { metric: "points", levels: [{ id: "gold", from: "100", entryRewards: ["five-off"] }] },
          rewards: program.rewards.map((reward) => ({ ...reward, stock: 1 })),
        },
      ),
    );
    expect(output.rejected).toEqual([{ line: 3, reason: "nothing left of reward five-off" }]);
  });

  test("a line of an earlier instant finds what was due by the later ones done", () => {
    const waits = { ...program.earning, maturity: { kind: "afterPaid", days: 14 } } as const;
    const story = [
      order("1", { id: "m1" }, "250.00", day("01-05")),
      join("m2", day("02-01")),
      redeem("m1", "C1", day("01-10")),
    ];
    const output = answer(run(story, { ...program, earning: waits }));
    expect(output).toMatchObject({ rejected: [], members: [{ id: "m1", spent: 500 }, { id: "m2" }] });
  });

  test("a redemption of somebody unknown is refused", () => {
    expect(answer(run([redeem("nobody", "C")])).rejected).toEqual([{ line: 1, reason: "no member nobody" }]);
  });

  test("an order in another currency is refused, not misread", () => {
    const foreign = order("1", { id: "m1" }, "500", day("01-05"), { currency: "JPY" });
    const output = answer(run([foreign]));
    expect(output.rejected).toHaveLength(1);
    expect(output.rejected[0]?.reason).toMatch(/currency|JPY/);
  });

  test.each(["JPY", "ZZZ"])(
    "an order in %s is refused whatever its decimals, and the run goes on",
    (currency) => {
      const foreign = order("1", { id: "m1" }, "49.95", day("01-05"), { currency });
      const { rejected, totals } = answer(run([foreign, order("2", { id: "m1" }, "10.00")]));
      expect(rejected).toEqual([{ line: 1, reason: expect.stringContaining(currency) }]);
      expect(totals.earned).toBe(20);
    },
  );

  test("of an order's states the latest counts, whichever line comes last", () => {
    const refunds = [{ id: "r1", at: day("01-20"), amount: "20.00", lines: [{ line: "1", quantity: 1 }] }];
    const story = [
      order("1", { id: "m1" }, "20.00", day("01-20"), { refunds }),
      order("1", { id: "m1" }, "20.00", day("01-05")),
    ];
    expect(answer(run(story)).members).toMatchObject([{ available: 20 }]);
  });

  test("of two states of the same instant the later line counts", () => {
    const refunds = [{ id: "r1", amount: "20.00" }];
    const story = [
      order("1", { id: "m1" }, "20.00", day("01-05"), { refunds }),
      order("1", { id: "m1" }, "20.00", day("01-05")),
    ];
    expect(answer(run(story)).members).toMatchObject([{ available: 40 }]);
  });

  test("a refund keeps its say after its line was edited out of the order", () => {
    const line = (id: string, unitPrice: string) => ({ id, quantity: 1, unitPrice });
    const refunds = [{ id: "r1", amount: "10.00", lines: [{ line: "1", quantity: 1, amount: "10.00" }] }];
    const state = (at: string, lines: object[], more: object = {}) =>
      order("1", { id: "m1" }, "0.00", day(at), { lines, ...more });
    const output = answer(
      run([
        state("01-05", [line("1", "10.00"), line("2", "20.00")]),
        state("01-06", [line("1", "10.00"), line("2", "20.00")], { refunds }),
        state("01-07", [line("2", "20.00"), line("3", "5.00")], { refunds }),
      ]),
    );
    expect(output).toMatchObject({ members: [{ available: 25 }], rejected: [] });
  });

  test("without tiers what counts is all that was spent and kept", () => {
    expect(answer(run([order("1", { id: "m1" }, "20.00")])).members).toMatchObject([
      { qualifying: "40.00", next: null },
    ]);
  });

  test("what an order line says as null is left out", () => {
    const line = { id: "1", quantity: 1, unitPrice: "7.00", tags: null, collections: null, giftCard: null };
    const story = [order("1", { id: "m1" }, "0.00", day("01-05"), { lines: [line], refunds: null })];
    expect(answer(run(story)).members).toMatchObject([{ available: 7 }]);
  });

  test("an activity no rule knows earns nothing and is no error", () => {
    const output = answer(
      run([{ at: day("01-01"), type: "activity", member: { id: "m1" }, activity: "dance" }]),
    );
    expect(output).toMatchObject({ members: [{ id: "m1", earned: 0 }], rejected: [] });
  });

  test("a new version in another currency is refused, because what was earned cannot be converted", () => {
    const foreign = { at: day("01-10"), type: "program", program: { ...program, currency: "JPY" } };
    const output = answer(run([foreign, order("1", { id: "m1" }, "10.00", day("01-11"))]));
    expect(output.rejected).toEqual([{ line: 1, reason: expect.stringContaining("JPY") }]);
    expect(output.members).toMatchObject([{ available: 20 }]);
  });

  test("a program line that is no program stops the run", () => {
    expect(() => run([{ at: day("01-01"), type: "program", program: { ...program, name: "" } }])).toThrow(
      "line.program: name",
    );
  });

  test("a new version judges orders paid from then on", () => {
    const double = {
      ...program,
      earning: { rules: [{ id: "spend", kind: "spend", points: 2, per: "1.00" }] },
    };
    const later = order("2", { id: "m1" }, "10.00", day("01-20"), { paidAt: day("01-20") });
    const output = answer(
      run([order("1", { id: "m1" }, "10.00"), { at: day("01-10"), type: "program", program: double }, later]),
    );
    expect(output.members[0]).toMatchObject({ earned: 20 + 40 });
  });

  test("before each event everything due by then has happened: an unused code has lapsed and its points are back", () => {
    const story = [adjust("m1", 500), redeem("m1", "C1"), redeem("m1", "C2", day("02-20"))];
    const { members, rejected } = answer(run(story));
    expect(rejected).toEqual([]);
    expect(members[0]?.codes).toMatchObject([
      { code: "C1", state: "released" },
      { code: "C2", state: "issued", expiresAt: "2026-03-23T00:00:00+01:00" },
    ]);
  });

  test("the clock stops at --at: later lines are left out, and what is due by then has happened", () => {
    const story = [adjust("m1", 500), redeem("m1", "C1"), adjust("m1", 7, day("06-01"))];
    const output = answer(run(story, program, { stopAt: parseInstant(day("03-01")) }));
    expect(output).toMatchObject({ at: day("03-01"), members: [{ available: 500, spent: 0 }] });
  });

  test("a guest's orders belong to a shadow named by the address until a member with it appears", () => {
    const guest = order("1", { email: " Anna@Example.com" }, "10.00");
    expect(answer(run([guest])).members).toMatchObject([{ id: "guest:anna@example.com", available: 20 }]);
    const claimed = answer(run([guest, { ...join("anna"), at: day("01-08") }]));
    expect(claimed.members).toMatchObject([{ id: "anna", available: 20, earned: 20 }]);
  });

  test("an order keeps its owner: a later state by the guest's address reaches the member that claimed it", () => {
    const guest = { email: "anna@example.com" };
    const refunded = order("1", guest, "10.00", day("01-09"), { refunds: [{ id: "r", amount: "20.00" }] });
    const output = answer(run([order("1", guest, "10.00"), { ...join("anna"), at: day("01-08") }, refunded]));
    expect(output.members).toMatchObject([{ id: "anna", available: 0, earned: 0 }]);
  });

  test("an order of nobody belongs to nobody", () => {
    const { members, totals, rejected } = answer(
      run([
        order("1", { id: "m1" }, "1.00"),
        { ...order("2", {}, "5.00"), order: { ...order("2", {}, "5.00").order, member: null } },
      ]),
    );
    expect({ members: members.length, earned: totals.earned, rejected }).toEqual({
      members: 1,
      earned: 2,
      rejected: [],
    });
  });

  test("members are sorted by id, and the totals are their sums", () => {
    const output = answer(run([adjust("b", 5), adjust("a", 7), adjust("B", 1)]));
    expect(output.members.map(({ id }) => id)).toEqual(["B", "a", "b"]);
    expect(output.totals).toEqual({ earned: 13, spent: 0, expired: 0, outstanding: 13 });
  });

  test("a history without events has an answer too", () => {
    expect(answer(run([]))).toEqual({
      at: null,
      members: [],
      totals: { earned: 0, spent: 0, expired: 0, outstanding: 0 },
      rejected: [],
    });
  });
});
