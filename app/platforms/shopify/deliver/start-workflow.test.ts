import { describe, expect, it, vi } from "vitest";
import { FIRST_CHOICES } from "#app/domain/shops/merchant-choices.ts";
import type { OutboxItem } from "../../platform.ts";
import { START_WORKFLOW } from "../documents/flow.ts";
import { startWorkflow } from "./start-workflow.ts";

const item: OutboxItem = {
  id: "1",
  shopKey: "kiezcafe.myshopify.com",
  attempts: 0,
  effect: { type: "notify_reward_claimed", memberId: "1", rewardId: "five", code: "KC-1" },
  customerId: "7001",
  memberState: null,
  currency: "EUR",
  rewardName: "Fünf Euro",
  combinesWith: FIRST_CHOICES.combinesWith,
};
const payload = { customer_id: 7001, Reward: "five", "Reward name": "Fünf Euro", Code: "KC-1" };

describe("starting a workflow", () => {
  it("sends the trigger's handle and fields to the shop", async () => {
    const ask = vi.fn().mockResolvedValue({ kind: "data", data: { flowTriggerReceive: { userErrors: [] } } });
    expect(await startWorkflow({ ask }, item)).toEqual({ kind: "done", reference: null });
    const asked = { handle: "reward-redeemed", payload };
    expect(ask).toHaveBeenCalledExactlyOnceWith("kiezcafe.myshopify.com", START_WORKFLOW, asked);
  });

  it("is refused when Flow does not take the trigger", async () => {
    const userErrors = [{ field: ["body"], message: "Errors validating schema" }];
    const ask = vi.fn().mockResolvedValue({ kind: "data", data: { flowTriggerReceive: { userErrors } } });
    expect(await startWorkflow({ ask }, item)).toMatchObject({ kind: "refused" });
  });

  it("waits as long as the shop asks for", async () => {
    const later = { kind: "retry", reason: "throttled", afterMs: 500 } as const;
    expect(await startWorkflow({ ask: vi.fn().mockResolvedValue(later) }, item)).toEqual(later);
  });

  it("asks nothing for people Shopify does not know", async () => {
    const ask = vi.fn();
    expect(await startWorkflow({ ask }, { ...item, customerId: null })).toEqual({
      kind: "done",
      reference: null,
    });
    expect(ask).not.toHaveBeenCalled();
  });
});
