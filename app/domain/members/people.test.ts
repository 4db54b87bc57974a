import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Story } from "#tests/support/story.ts";
import type { PlainProgram, ToldOrder } from "#tests/support/story.ts";
import { proveBooks } from "#tests/support/prove-books.ts";

const bonuses: PlainProgram = {
  earning: {
    rules: [
      { id: "spend", kind: "spend", points: 1, per: "1.00" },
      { id: "join", kind: "activity", activity: "join", points: 50 },
      { id: "birthday", kind: "activity", activity: "birthday", points: 20 },
    ],
  },
  rewards: [{ id: "ship", kind: "freeShipping", cost: 10 }],
};
const ten: ToldOrder = { lines: [{ price: "10.00" }], paidAt: "2026-01-02" };

function merge(story: Story, from: string): void {
  story.tell({ type: "members_merged", fromMemberId: from });
}

/** Ten points were spent of an order that is cancelled then. */
function owe(story: Story, memberId: string): void {
  story.order("1", ten, memberId);
  story.redeem("ship", "C", null, memberId);
  story.order("1", { ...ten, cancelledAt: "2026-01-03" }, memberId);
}

describe("guests", () => {
  it("a guest's order earns for a shadow member, who cannot spend yet", () => {
    const story = new Story(bonuses);
    story.known("guest", "shadow");
    story.order("1", ten, "guest");
    expect(story.available("guest")).toBe(10);
    expect(story.redeem("ship", "C", null, "guest")).toMatchObject({ ok: false, refusal: "member_shadow" });
  });

  it("signing up claims what the guest had", () => {
    const story = new Story(bonuses);
    story.known("guest", "shadow");
    story.order("1", ten, "guest");
    story.join();
    merge(story, "guest");
    expect([story.available("m1"), story.available("guest")]).toEqual([60, 0]);
  });

  it("a refund after the claim is the member's", () => {
    const story = new Story(bonuses);
    story.known("guest", "shadow");
    story.order("1", ten, "guest");
    merge(story, "guest");
    story.order("1", { ...ten, cancelledAt: "2026-01-03" });
    expect(story.points()).toEqual({ available: 0, pending: 0, debt: 0 });
  });

  it("the reward of a tier entered as a guest is given when the address is proven", () => {
    const story = new Story({
      ...bonuses,
      tiers: { metric: "orders", levels: [{ id: "one", from: "1", entryPoints: 5, entryRewards: ["ship"] }] },
    });
    story.known("guest", "shadow");
    story.order("1", ten, "guest");
    expect([...story.member("guest").codes.keys()]).toEqual([]);
    story.join("guest");
    expect(story.code("GIFT1", "guest")).toMatchObject({ origin: "tier_entry", state: "issued" });
    expect(story.available("guest")).toBe(10 + 5 + 50);
  });
});

describe("merging", () => {
  it("moves everything by ledger transfers: lots, codes, debts, and the sums of both stay", () => {
    const story = new Story(bonuses);
    story.adjust(100);
    story.order("1", ten, "m2");
    story.adjust(90, 0, "m2");
    story.redeem("ship", "C", null, "m2");
    merge(story, "m2");
    proveBooks(story.books);
    expect(story.member("m1").balance).toMatchObject({ available: 190, held: 10, earned: 200, spent: 10 });
    expect(Object.values(story.member("m2").balance)).toEqual([0, 0, 0, 0, 0, 0, 0]);
    story.tell({ type: "code_cancelled", code: "C", by: "member", reason: "" });
    expect(story.available("m1")).toBe(200);
  });

  it("what is brought along pays a debt", () => {
    const story = new Story(bonuses);
    story.order("1", ten);
    story.redeem("ship", "C");
    story.order("1", { ...ten, cancelledAt: "2026-01-03" });
    expect(story.points().debt).toBe(10);
    story.adjust(25, 0, "m2");
    merge(story, "m2");
    expect(story.points()).toEqual({ available: 15, pending: 0, debt: 0 });
  });

  it("what comes along owed is paid by what the kept member has, soonest expiry first", () => {
    const story = new Story({ ...bonuses, expiry: { kind: "perLot", months: 12 } });
    owe(story, "m2");
    story.adjust(6);
    story.on("2026-01-04").adjust(25);
    merge(story, "m2");
    expect(story.points()).toEqual({ available: 21, pending: 0, debt: 0 });
    expect(story.lot("adjust:1").remaining).toBe(0);
    proveBooks(story.books);
  });

  it("a debt is paid the same whichever way round two members become one", () => {
    const lots = fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 3 });
    fc.assert(
      fc.property(lots, (given) => {
        const [debtorKept, creditorKept] = ["m1", "m2"].map((debtor) => {
          const story = new Story(bonuses);
          owe(story, debtor);
          const creditor = debtor === "m1" ? "m2" : "m1";
          for (const points of given) story.adjust(points, 0, creditor);
          story.known(creditor);
          merge(story, "m2");
          proveBooks(story.books);
          return story.points();
        });
        const sum = given.reduce((all, points) => all + points, 0);
        const paid = Math.min(sum, 10);
        expect(debtorKept).toEqual({ available: sum - paid, pending: 0, debt: 10 - paid });
        expect(creditorKept).toEqual(debtorKept);
      }),
    );
  });

  it("points that were given to be spent in spite of a debt stay when a guest comes along", () => {
    const story = new Story(bonuses);
    owe(story, "m1");
    story.adjust(30, 0, "m1", true);
    story.adjust(4, 0, "guest");
    merge(story, "guest");
    expect(story.points()).toEqual({ available: 30, pending: 0, debt: 6 });
  });

  it("keeps one sign-up and one birthday bonus, the earlier", () => {
    const story = new Story(bonuses);
    story.on("2026-01-01").join("m2");
    story.on("2026-01-05").join("m1");
    story.does("birthday", "2026", "m1");
    story.does("birthday", "2026", "m2");
    merge(story, "m2");
    expect(story.available("m1")).toBe(70);
    proveBooks(story.books);
  });

  it("keeps the entry points of a level once, the earlier, when a guest is claimed", () => {
    const levels = [
      { id: "b", from: "0", entryPoints: 7 },
      { id: "s", from: "100.00", entryPoints: 50 },
    ];
    const story = new Story({ tiers: { metric: "spend", levels } });
    story.known("guest", "shadow");
    story.order("1", { lines: [{ price: "120.00" }] }, "guest");
    story.on("2026-01-02").order("2", { lines: [{ price: "130.00" }] });
    story.join();
    merge(story, "guest");
    expect(story.available()).toBe(250 + 50 + 7);
    expect(story.lot("tier_entry:s").remaining + story.lot("merged:guest:tier_entry:s").remaining).toBe(50);
    proveBooks(story.books);
  });

  it("a bonus taken back in one merge is not taken back again in the next", () => {
    const story = new Story(bonuses);
    for (const id of ["m1", "m2", "m3"]) story.join(id);
    story.order("1", { lines: [{ price: "500.00" }] });
    merge(story, "m2");
    merge(story, "m3");
    expect(story.available()).toBe(550);
    proveBooks(story.books);
  });

  it("keeps the entry reward of a level once: the later code that is not used is withdrawn", () => {
    const levels = [{ id: "one", from: "1", entryRewards: ["ship"] }];
    const story = new Story({ ...bonuses, tiers: { metric: "orders", levels } });
    story.order("1", ten, "m1");
    story.on("2026-01-02").order("2", ten, "m2");
    merge(story, "m2");
    expect([story.code("GIFT1").state, story.code("GIFT2").state]).toEqual(["issued", "released"]);
    expect(story.effects("withdraw_discount")).toMatchObject([{ code: "GIFT2" }]);
  });

  it("a guest's book that is kept gets no second reward of a level the other had", () => {
    const levels = [{ id: "one", from: "1", entryRewards: ["ship"] }];
    const story = new Story({ ...bonuses, tiers: { metric: "orders", levels } });
    story.known("m1", "shadow");
    story.order("1", ten, "m1");
    story.order("2", ten, "m2");
    merge(story, "m2");
    expect([...story.member().codes.keys()]).toEqual(["GIFT1"]);
  });

  it("recomputes the tier over both and keeps the higher", () => {
    const levels = [
      { id: "base", from: "0" },
      { id: "two", from: "2", entryPoints: 7 },
      { id: "four", from: "4" },
    ];
    const story = new Story({ ...bonuses, tiers: { metric: "orders", levels } });
    for (const id of ["1", "2", "3"]) story.order(id, ten, "m2");
    story.order("4", ten, "m1");
    merge(story, "m2");
    expect(story.member("m1").tier.levelId).toBe("four");
    expect(story.member("m1").tier.entered).toEqual(["base", "two", "four"]);
    expect(story.available("m1")).toBe(40 + 7);
  });

  it("an order both were seen with counts once", () => {
    const story = new Story(bonuses);
    story.order("1", ten, "m2");
    story.order("1", ten, "m1");
    merge(story, "m2");
    expect(story.available("m1")).toBe(10);
  });

  it("a second merge of the same two changes nothing", () => {
    const story = new Story(bonuses);
    story.order("1", ten, "m2");
    merge(story, "m2");
    merge(story, "m2");
    expect(story.available("m1")).toBe(10);
    proveBooks(story.books);
  });

  it("a member cannot be merged with itself", () => {
    expect(new Story().tell({ type: "members_merged", fromMemberId: "m1" })).toMatchObject({
      ok: false,
      refusal: "merge_with_itself",
    });
  });
});

describe("leaving", () => {
  it("open points stay, but nothing earns or spends; unused codes are withdrawn", () => {
    const story = new Story(bonuses);
    story.adjust(100);
    story.redeem("ship", "C");
    story.tell({ type: "member_left" });
    story.order("1", ten);
    expect(story.code("C").state).toBe("released");
    expect(story.effects("withdraw_discount")).toHaveLength(1);
    expect(story.available()).toBe(100);
    expect(story.award("1").frozen.excluded).toBe("member_left");
    expect(story.redeem("ship", "D")).toMatchObject({ refusal: "member_left" });
  });

  it("a refund of an earlier order still counts", () => {
    const story = new Story(bonuses);
    story.order("1", ten);
    story.tell({ type: "member_left" });
    story.order("1", { ...ten, cancelledAt: "2026-01-03" });
    expect(story.available()).toBe(0);
  });

  it("erasure takes the person's data, and nothing told later brings it back; the ledger and its sums stay", () => {
    const story = new Story(bonuses);
    story.join("m1", ["vip"]);
    story.order("1", ten);
    const before = { ...story.member().balance };
    const posted = story.books.journal.transactions.length;
    story.tell({ type: "member_erased" });
    expect(story.member()).toMatchObject({
      status: "erased",
      email: null,
      birthday: null,
      tags: [],
      segments: [],
    });
    expect(story.member().balance).toEqual(before);
    expect(story.books.journal.transactions).toHaveLength(posted);
    const told = { email: "m1@example.com", birthday: "1990-01-01", tags: ["vip"] };
    story.tell({ type: "profile_changed", ...told });
    story.tell({ type: "joined", ...told });
    expect(story.member()).toMatchObject({ status: "erased", email: null, birthday: null, tags: [] });
  });
});
