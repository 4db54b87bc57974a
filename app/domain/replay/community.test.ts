import { describe, expect, it } from "vitest";
import type { ProgramDocumentDraft } from "#app/domain/program/document/document.ts";
import { factsOf, tellCustomers } from "#tests/support/customer-story.ts";
import { back, base, member, noon, order, replay } from "#tests/support/engagement-story.ts";
import type { Bought } from "#tests/support/engagement-story.ts";

describe("memberships", () => {
  const vip = {
    earning: {
      rules: [{ id: "s", kind: "spend", points: 1, per: "1.00", lines: { not: { products: ["vip"] } } }],
    },
    rewards: [
      { id: "ship", kind: "freeShipping" },
      { id: "only", kind: "amountOff", value: "1.00", cost: 10 },
    ],
    memberships: [
      {
        id: "vip",
        products: ["vip"],
        months: 1,
        graceDays: 3,
        benefits: { multiplier: 2, entryPoints: 100, monthly: { reward: "ship" }, rewards: ["only"] },
      },
    ],
  } satisfies Partial<ProgramDocumentDraft>;
  const bought = order("1", { at: noon("2026-01-05"), product: "vip" });

  it("multiply what is bought after them, while they and their grace last", () => {
    const during = order("2", { at: noon("2026-02-08") });
    const after = order("3", { at: noon("2026-02-09") });
    const seen = member(replay(vip, [bought, during, after], noon("2026-02-09")));
    expect(seen).toMatchObject({ earned: 100 + 20 + 10, memberships: [] });
    expect(member(replay(vip, [bought, during]))?.["memberships"]).toEqual([
      { id: "vip", from: noon("2026-01-05"), until: "2026-02-06T00:00:00+01:00" },
    ]);
  });

  it("give a reward for every month begun, and take unused ones back with the months", () => {
    const three = order("1", { at: noon("2026-01-05"), product: "vip", units: 3 });
    const months = member(replay(vip, [three], noon("2026-02-06")));
    expect(months?.["codes"]).toMatchObject([
      { code: "GIFT-1", state: "issued" },
      { code: "GIFT-2", state: "issued" },
    ]);
    const returned = order("1", {
      at: noon("2026-01-05"),
      product: "vip",
      units: 3,
      refunds: [back(noon("2026-02-07"), 2, "20.00")],
    });
    const fewer = member(replay(vip, [three, { ...returned, at: noon("2026-02-07") }]));
    expect(fewer?.["codes"]).toMatchObject([{ state: "issued" }, { code: "GIFT-2", state: "revoked" }]);
    const none = order("1", {
      at: noon("2026-01-05"),
      product: "vip",
      units: 3,
      cancelledAt: noon("2026-02-08"),
    });
    expect(member(replay(vip, [three, none]))).toMatchObject({ earned: 0, memberships: [] });
  });

  it("have rewards that nobody else may claim", () => {
    const claim = { at: noon("2026-01-07"), type: "redeem", member: { id: "m1" }, reward: "only", as: "C" };
    const points = { at: noon("2026-01-06"), type: "adjust", member: { id: "m1" }, points: 50, reason: "x" };
    expect(replay(vip, [points, claim]).rejected).toHaveLength(1);
    expect(replay(vip, [bought, points, claim]).rejected).toEqual([]);
  });
});

describe("referral", () => {
  const referral = {
    earning: { rules: [] },
    rewards: [{ id: "friend-10", kind: "percentOff", percent: 10 }],
    referral: {
      friend: { reward: "friend-10" },
      advocate: { points: 500, limit: { count: 1, per: "year" } },
      ambassador: [{ friends: 2, badge: "Ambassador", points: 300 }],
      qualify: { minSubtotal: "30.00", maturityDays: 14 },
      linkDays: 30,
    },
  } satisfies Partial<ProgramDocumentDraft>;
  const advocate = {
    at: noon("2026-01-02"),
    type: "join",
    member: { id: "m1", email: "a@example.com", phone: "+49 30 1" },
  };
  const refer = (id: string, email: string, at = noon("2026-01-03")) => ({
    at,
    type: "refer",
    advocate: "m1",
    friend: { id, email, proven: true },
  });
  const friend = { id: "m9", email: "f@example.com" };
  const first = (price: string, more: Partial<Bought> = {}) =>
    order("9", { at: noon("2026-01-05"), price, member: friend, ...more });

  it("gives the friend at once and the advocate when the order matures", () => {
    const lines = [advocate, refer("m9", "f@example.com"), first("30.00")];
    const waiting = replay(referral, lines);
    expect(member(waiting, "m9")?.["codes"]).toMatchObject([{ code: "GIFT-1", reward: "friend-10" }]);
    expect(member(waiting)).toMatchObject({
      pending: 500,
      available: 0,
      referral: { friends: 0, pending: 1, badges: [] },
    });
    expect(member(replay(referral, lines, noon("2026-01-19")))).toMatchObject({
      available: 500,
      referral: { friends: 1, pending: 0, badges: [] },
    });
  });

  it("is a fact of the advocate while the friend's order stands, by when it was paid", () => {
    const lines = [advocate, refer("m9", "f@example.com"), first("30.00")];
    const program = { ...base, ...referral };
    const counted = (told: readonly object[], at: string) =>
      factsOf("m1", told, { at, program })["referrals.count"];
    expect(counted(lines, noon("2026-01-06"))).toBe(1);
    const returned = first("30.00", { refunds: [back(noon("2026-01-07"), 1, "30.00")] });
    expect(counted([...lines, { ...returned, at: noon("2026-01-07") }], noon("2026-01-08"))).toBe(0);
    const recent = [{ id: "recent", where: { fact: "referrals.count", within: { days: 7 }, atLeast: 1 } }];
    const segmentsAt = (at: string) =>
      tellCustomers(lines, { at, program, segments: recent }).customers.find(({ id }) => id === "m1")
        ?.segments;
    expect(segmentsAt(noon("2026-01-12"))).toEqual(["recent"]);
    expect(segmentsAt(noon("2026-01-13"))).toEqual([]);
  });

  it("falls with the order, and the next order takes its place", () => {
    const lines = [advocate, refer("m9", "f@example.com"), first("30.00")];
    const returned = first("30.00", { refunds: [back(noon("2026-01-06"), 1, "30.00")] });
    const fallen = [...lines, { ...returned, at: noon("2026-01-06") }];
    expect(member(replay(referral, fallen))).toMatchObject({ pending: 0, earned: 0 });
    const next = order("10", { at: noon("2026-01-08"), price: "40.00", member: friend });
    expect(member(replay(referral, [...fallen, next]))).toMatchObject({ pending: 500 });
  });

  it.each<[string, object[], RegExp]>([
    ["oneself", [advocate, refer("m1", "a@example.com")], /themselves/],
    [
      "one's own mailbox",
      [{ ...advocate, member: { id: "m1", email: "ab@gmail.com" } }, refer("m9", "a.b+x@gmail.com")],
      /own mailbox/,
    ],
    ["a look-alike address", [advocate, refer("m9", "\u0430@example.com")], /own mailbox/],
    [
      "an existing customer",
      [
        advocate,
        { ...first("5.00"), at: noon("2026-01-02") },
        refer("m9", "f@example.com", noon("2026-01-06")),
      ],
      /ordered before/,
    ],
    ["a friend twice", [advocate, refer("m9", "f@example.com"), refer("m9", "f@example.com")], /before/],
    [
      "the same phone, held",
      [advocate, { ...advocate, member: { ...friend, phone: "0049301" } }, refer("m9", "f@example.com")],
      /review/,
    ],
  ])("refuses %s", (_, lines, reason) => {
    const seen = replay(referral, lines);
    expect(seen.rejected.map((one) => one.reason)).toEqual([expect.stringMatching(reason)]);
  });

  it("counts a held friend once somebody approves", () => {
    const held = [
      advocate,
      { ...advocate, member: { ...friend, phone: "0049301" } },
      refer("m9", "f@example.com"),
      first("30.00"),
    ];
    expect(member(replay(referral, held))).toMatchObject({ pending: 0 });
    const approved = { at: noon("2026-01-06"), type: "review", friend: "m9", approve: true };
    const seen = replay(referral, [...held, approved]);
    expect(member(seen)).toMatchObject({ pending: 500 });
    expect(member(seen, "m9")?.["codes"]).toHaveLength(1);
  });

  it("limits what an advocate has by the year, and counts ambassadors' friends all the same", () => {
    const other = { id: "m8", email: "g@example.com" };
    const lines = [
      advocate,
      refer("m9", "f@example.com"),
      refer("m8", "g@example.com"),
      first("30.00"),
      order("8", { at: noon("2026-01-06"), price: "30.00", member: other }),
    ];
    expect(member(replay(referral, lines, noon("2026-01-25")))).toMatchObject({
      available: 800,
      referral: { friends: 2, pending: 0, badges: ["Ambassador"] },
    });
  });
});

describe("the till", () => {
  it("tells activities and purchases outside the shop system", () => {
    const earning = {
      earning: {
        rules: [
          { id: "s", kind: "spend", points: 1, per: "1.00" },
          { id: "r", kind: "activity", activity: "recycling", points: 20 },
        ],
      },
    } satisfies Partial<ProgramDocumentDraft>;
    const till = { type: "till", member: { id: "m1" } };
    const lines = [
      { ...till, at: noon("2026-01-05"), activity: "recycling" },
      { ...till, at: noon("2026-01-06"), purchase: { receipt: "r1", amount: "12.00" } },
    ];
    expect(member(replay(earning, lines))).toMatchObject({ earned: 32 });
    const refund = { ...till, at: noon("2026-01-07"), purchase: { receipt: "r1", amount: "12.00" } };
    expect(member(replay(earning, [...lines, refund]))).toMatchObject({ earned: 20 });
  });
});
