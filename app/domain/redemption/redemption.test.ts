import { describe, expect, it } from "vitest";
import { Story, berlin } from "#tests/support/story.ts";
import type { ToldOrder } from "#tests/support/story.ts";

const ship = { id: "ship", kind: "freeShipping", cost: 100, validDays: 30 };
const goods: ToldOrder = { lines: [{ price: "10.00", quantity: 4 }], paidAt: "2026-01-02" };

function rich(rewards: readonly object[] = [ship], more: object = {}, live = false): Story {
  const story = new Story({ rewards, ...more }, { live });
  story.join();
  story.adjust(1000);
  return story;
}

describe("claiming", () => {
  it("points leave available when held, and the code is issued once the shop has confirmed it", () => {
    const story = rich([ship], {}, true);
    story.redeem("ship", "C");
    expect(story.code("C").state).toBe("held");
    expect(story.member().balance).toMatchObject({ available: 900, held: 100, spent: 100 });
    expect(story.effects("issue_discount")).toHaveLength(1);
    story.tell({ type: "code_confirmed", code: "C" });
    expect(story.code("C").state).toBe("issued");
  });

  it("where the shop refuses, the points go back at once", () => {
    const story = rich([ship], {}, true);
    story.redeem("ship", "C");
    story.tell({ type: "code_refused", code: "C", reason: "too many discounts" });
    expect(story.code("C")).toMatchObject({ state: "failed", stateReason: "too many discounts" });
    expect(story.member().balance).toMatchObject({ available: 1000, held: 0, spent: 0 });
  });

  it("a code is valid to the end of its last day, and unused its points go back", () => {
    const story = rich();
    story.redeem("ship", "C");
    expect(berlin(story.code("C").expiresAt)).toBe("2026-02-01T00:00:00+01:00");
    expect(story.on("2026-01-31T23:59:59+01:00").available()).toBe(900);
    expect(story.on("2026-02-01T00:00:00+01:00").available()).toBe(1000);
    expect(story.code("C").state).toBe("released");
  });

  it("the shop is asked to withdraw a code that lapses, once", () => {
    const story = rich();
    story.redeem("ship", "C");
    expect(story.effects("withdraw_discount")).toEqual([]);
    story.on("2026-02-01T00:00:00+01:00").on("2026-03-01");
    expect(story.effects("withdraw_discount")).toMatchObject([{ code: "C" }]);
  });

  it("a member can cancel an unused code, and the shop is asked to withdraw it", () => {
    const story = rich();
    story.redeem("ship", "C");
    story.tell({ type: "code_cancelled", code: "C", by: "member", reason: "" });
    expect(story.code("C").state).toBe("released");
    expect(story.available()).toBe(1000);
    expect(story.effects("withdraw_discount")).toHaveLength(1);
  });

  it("revoking a used code is refused", () => {
    const story = rich();
    story.redeem("ship", "C");
    story.order("1", { ...goods, codes: ["C"] });
    const outcome = story.tell({ type: "code_cancelled", code: "C", by: "merchant", reason: "" });
    expect(outcome).toMatchObject({ ok: false, refusal: "code_already_used" });
  });

  it("a merchant can revoke an unused code", () => {
    const story = rich();
    story.redeem("ship", "C");
    story.tell({ type: "code_cancelled", code: "C", by: "merchant", reason: "a mistake" });
    expect(story.code("C").state).toBe("revoked");
    expect(story.available()).toBe(1000);
  });

  it("a code that was cancelled while the shop was asked is withdrawn when it comes", () => {
    const story = rich([ship], {}, true);
    story.redeem("ship", "C");
    story.tell({ type: "code_cancelled", code: "C", by: "member", reason: "" });
    story.tell({ type: "code_confirmed", code: "C" });
    expect(story.code("C").state).toBe("released");
    expect(story.effects("withdraw_discount")).toHaveLength(2);
  });
});

describe("refusals, the first that holds", () => {
  const refusal = (story: Story, reward = "ship", points: number | null = null, code = "C") => {
    const outcome = story.redeem(reward, code, points);
    return outcome.ok ? "none" : outcome.refusal;
  };
  const levels = { metric: "orders", levels: [{ id: "gold", from: "5" }] };

  it("someone who left, or has not joined yet, cannot claim", () => {
    const left = rich();
    left.tell({ type: "member_left" });
    expect(refusal(left, "nothing")).toBe("member_left");
    const guest = new Story({ rewards: [ship] });
    guest.known("m1", "shadow");
    guest.adjust(500);
    expect(refusal(guest)).toBe("member_shadow");
  });

  it("a reward that is unknown or switched off cannot be claimed", () => {
    expect(refusal(rich(), "nothing")).toBe("reward_unknown");
    expect(refusal(rich([{ ...ship, enabled: false }]))).toBe("reward_disabled");
  });

  it("a reward without a price that names no tiers is only given, and nobody claims it", () => {
    const gift = { id: "ship", kind: "freeShipping" };
    const story = rich([gift], { tiers: levels });
    story.tier("gold");
    expect(refusal(story)).toBe("reward_only_given");
    expect(refusal(rich([{ ...gift, enabled: false }]))).toBe("reward_disabled");
    const bySlide = { id: "ship", kind: "amountOff", variable: { points: 100, value: "1.00" } };
    expect(refusal(rich([bySlide]), "ship", 100)).toBe("none");
    expect(refusal(rich([{ ...gift, cost: 0 }]))).toBe("none");
  });

  it("a reward for tiers is for those only", () => {
    const story = rich([{ ...ship, tiers: ["gold"] }], { tiers: levels });
    expect(refusal(story)).toBe("tier_not_entitled");
    story.tier("gold");
    expect(refusal(story)).toBe("none");
  });

  it("a limit per member counts what was claimed and not given back", () => {
    const story = rich([{ ...ship, limitPerMember: 1 }]);
    expect(refusal(story)).toBe("none");
    expect(refusal(story, "ship", null, "D")).toBe("limit_reached");
    story.tell({ type: "code_cancelled", code: "C", by: "member", reason: "" });
    expect(refusal(story, "ship", null, "D")).toBe("none");
  });

  it("a stock is given out once, over all members; a piece comes back with its code", () => {
    const story = rich([{ ...ship, stock: 1 }]);
    story.adjust(1000, 0, "m2");
    expect(refusal(story)).toBe("none");
    expect(story.redeem("ship", "D", null, "m2")).toMatchObject({ refusal: "out_of_stock" });
    story.on("2026-03-01");
    expect(story.redeem("ship", "D", null, "m2")).toEqual({ ok: true });
  });

  it("too few points are named with what is needed and what there is", () => {
    const story = rich([{ ...ship, cost: 1500 }]);
    expect(story.redeem("ship", "C")).toEqual({
      ok: false,
      refusal: "points_insufficient",
      message: "not enough points: 1500 needed, 1000 available",
    });
  });

  it("a code is never handed out twice, whatever its case", () => {
    const story = rich();
    story.redeem("ship", "Code");
    expect(refusal(story, "ship", null, "CODE")).toBe("code_exists");
  });
});

describe("kinds of rewards", () => {
  const slide = {
    id: "slide",
    kind: "amountOff",
    variable: { points: 100, value: "1.00", step: 50, min: 100, max: 500 },
  };

  it.each<[string, number | null, boolean]>([
    ["the minimum", 100, true],
    ["a step above", 150, true],
    ["the maximum", 500, true],
    ["below the minimum", 50, false],
    ["above the maximum", 550, false],
    ["between two steps", 125, false],
    ["no choice", null, false],
  ])("of a variable reward %s can be chosen or not", (_title, points, isAllowed) => {
    const outcome = rich([slide]).redeem("slide", "C", points);
    expect(outcome.ok ? null : outcome.refusal).toBe(isAllowed ? null : "points_choice_invalid");
  });

  it("a variable reward is worth what was chosen", () => {
    const story = rich([slide]);
    story.redeem("slide", "C", 350);
    expect(story.code("C")).toMatchObject({ points: 350, valueMinor: 350 });
  });

  it("an experience is requested, and fulfilled by hand", () => {
    const story = rich([{ id: "course", kind: "experience", cost: 100 }]);
    story.redeem("course", "C");
    expect(story.code("C").state).toBe("requested");
    expect(story.effects("request_experience")).toHaveLength(1);
    story.tell({ type: "experience_fulfilled", code: "C", note: null });
    expect(story.code("C").state).toBe("fulfilled");
    expect(story.member().balance).toMatchObject({ held: 0, spent: 100 });
  });

  it("a declined experience gives its points back", () => {
    const story = rich([{ id: "course", kind: "experience", cost: 100 }]);
    story.redeem("course", "C");
    story.tell({ type: "experience_declined", code: "C", reason: "fully booked" });
    expect(story.code("C").state).toBe("declined");
    expect(story.available()).toBe(1000);
  });

  it("store credit is used as soon as the shop has given it", () => {
    const story = rich([{ id: "credit", kind: "storeCredit", value: "5.00", cost: 100 }], {}, true);
    story.redeem("credit", "C");
    expect(story.effects("issue_store_credit")).toMatchObject([{ valueMinor: 500 }]);
    story.tell({ type: "code_confirmed", code: "C" });
    expect(story.code("C").state).toBe("used");
  });
});

describe("using", () => {
  it("a code is used once, by the order that carried it, whatever its case", () => {
    const story = rich();
    story.redeem("ship", "Code");
    story.order("1", { ...goods, codes: ["CODE"] });
    story.order("1", { ...goods, codes: ["CODE"] });
    story.order("2", { ...goods, codes: ["CODE"] });
    expect(story.code("Code")).toMatchObject({ state: "used", usedByOrderId: "1" });
    expect(story.member().balance).toMatchObject({ held: 0, spent: 100, available: 900 + 40 + 40 });
  });

  it("a code that had lapsed was used after all: its points are taken again, or owed", () => {
    const story = rich();
    story.redeem("ship", "C");
    story.on("2026-03-01").adjust(-950);
    story.order("1", { lines: [{ price: "5.00" }], paidAt: "2026-01-30", codes: ["C"] });
    expect(story.code("C")).toMatchObject({ state: "used", usedByOrderId: "1" });
    expect(story.points()).toEqual({ available: 0, pending: 0, debt: 45 });
  });

  it("a code given away and used by another member is used all the same", () => {
    const story = rich();
    story.redeem("ship", "C");
    story.order("1", { ...goods, codes: ["C"] }, "m2");
    expect(story.code("C").state).toBe("used");
    expect(story.available("m2")).toBe(40);
  });
});
