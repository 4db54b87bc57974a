import { describe, expect, it } from "vitest";
import { FIRST_CHOICES } from "#app/domain/shops/merchant-choices.ts";
import type { Effect } from "#app/domain/effect.ts";
import type { MemberState, OutboxItem } from "../../platform.ts";
import { flowTriggerOf, readFlowWish } from "./flow.ts";

const silver: MemberState = {
  customerId: "7001",
  available: 320,
  pending: 0,
  tierId: "silver",
  tierName: "Silber",
  nextTierId: null,
  nextTierName: null,
  progressPercent: 100,
  missing: null,
  tierUntil: null,
  tierTag: "leave",
};

function item(effect: Effect, known: Partial<OutboxItem> = {}): OutboxItem {
  return {
    id: "1",
    shopKey: "kiezcafe.myshopify.com",
    attempts: 0,
    effect,
    customerId: "7001",
    memberState: silver,
    currency: "EUR",
    rewardName: null,
    combinesWith: FIRST_CHOICES.combinesWith,
    ...known,
  };
}

const earned: Effect = { type: "notify_points_earned", memberId: "1", points: 58, cause: "order:1042" };

describe("what starts a workflow", () => {
  it("tells how many points came in, with what, and what can be spent now", () => {
    expect(flowTriggerOf(item(earned))).toEqual({
      handle: "points-earned",
      payload: { customer_id: 7001, Points: 58, Balance: 320, Cause: "order:1042" },
    });
  });

  it("names the customer by number, also where we know the global id", () => {
    const trigger = flowTriggerOf(item(earned, { customerId: "gid://shopify/Customer/7001" }));
    expect(trigger?.payload.customer_id).toBe(7001);
  });

  it("is silent about people Shopify does not know as customers", () => {
    expect(flowTriggerOf(item(earned, { customerId: null }))).toBeNull();
  });

  it("names the tier only while the member still has it", () => {
    const effect: Effect = { type: "notify_tier_changed", memberId: "1", from: "bronze", to: "silver" };
    const gold = { ...silver, tierId: "gold", tierName: "Gold" };
    expect(flowTriggerOf(item(effect))?.payload).toMatchObject({ Tier: "silver", "Tier name": "Silber" });
    expect(flowTriggerOf(item(effect, { memberState: gold }))?.payload).toMatchObject({
      Tier: "silver",
      "Tier name": "",
    });
  });

  it("says with empty text that a lost tier leaves none", () => {
    const effect: Effect = { type: "notify_tier_changed", memberId: "1", from: "silver", to: null };
    expect(flowTriggerOf(item(effect))?.payload).toMatchObject({ Tier: "", "Former tier": "silver" });
  });

  it("hands on the reward and its code", () => {
    const effect: Effect = { type: "notify_reward_claimed", memberId: "1", rewardId: "five", code: "KC-1" };
    expect(flowTriggerOf(item(effect, { rewardName: "5 € Rabatt" }))).toEqual({
      handle: "reward-redeemed",
      payload: {
        customer_id: 7001,
        Reward: "five",
        "Reward name": "5 € Rabatt",
        Code: "KC-1",
        Balance: 320,
      },
    });
  });

  it("says when points expire, in UTC", () => {
    const effect: Effect = {
      type: "notify_points_expiring",
      memberId: "1",
      points: 40,
      expiresAt: Date.UTC(2026, 5, 30, 22),
      noticeDays: 7,
    };
    expect(flowTriggerOf(item(effect))?.payload).toEqual({
      customer_id: 7001,
      Points: 40,
      "Expires at": "2026-06-30T22:00:00.000Z",
      "Days left": 7,
    });
  });

  it("does not start on what only the shop itself is asked to do", () => {
    expect(flowTriggerOf(item({ type: "publish_member_state", memberId: "1" }))).toBeNull();
  });
});

describe("what a workflow asks for", () => {
  const asked = (properties: unknown) =>
    JSON.stringify({
      shop_id: 690933842,
      shopify_domain: "kiezcafe.myshopify.com",
      action_run_id: "run-1",
      step_reference: "step-1",
      properties,
    });
  const generous = { customer_id: "gid://shopify/Customer/7001", points: "50", reason: " Thank you " };

  it("gives points with a reason, in the words of the workflow without their margins", () => {
    expect(readFlowWish("give-points", asked(generous))).toEqual({
      ok: true,
      wish: {
        action: "give-points",
        shopKey: "kiezcafe.myshopify.com",
        runId: "run-1",
        customerId: "7001",
        points: 50,
        reason: "Thank you",
      },
    });
  });

  it("takes the customer by number as well as by global id", () => {
    const read = readFlowWish("take-points", asked({ ...generous, customer_id: 7001 }));
    expect(read).toMatchObject({ ok: true, wish: { customerId: "7001", action: "take-points" } });
  });

  it("issues a reward, with points only where the value is chosen", () => {
    const plain = readFlowWish("issue-reward", asked({ customer_id: "7001", reward: "five", points: "" }));
    const chosen = readFlowWish("issue-reward", asked({ customer_id: "7001", reward: "free", points: 300 }));
    expect(plain).toMatchObject({ ok: true, wish: { rewardId: "five", points: null } });
    expect(chosen).toMatchObject({ ok: true, wish: { rewardId: "free", points: 300 } });
  });

  it.each([
    ["no reason", { ...generous, reason: "  " }],
    ["no customer", { ...generous, customer_id: "gid://shopify/Order/7001" }],
    ["no points", { ...generous, points: 0 }],
    ["half a point", { ...generous, points: 1.5 }],
    ["points below zero", { ...generous, points: -5 }],
    ["points as no one writes them", { ...generous, points: "1e3" }],
    ["points in another script", { ...generous, points: "0x10" }],
    ["points that are yes", { ...generous, points: true }],
    ["more points than one step may give", { ...generous, points: 1_000_001 }],
  ])("refuses a wish with %s", (_what, properties) => {
    expect(readFlowWish("give-points", asked(properties)).ok).toBe(false);
  });

  it.each(["", "{", "null", "[]"])("refuses a body that is no wish: %j", (body) => {
    expect(readFlowWish("give-points", body).ok).toBe(false);
  });
});
