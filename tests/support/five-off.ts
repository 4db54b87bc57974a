import type { OutboxItem } from "#app/platforms/platform.ts";
import type { IssueDiscount } from "./discount-bench.ts";
import { SHOP } from "./shopify-bench.ts";

const DAY_MS = 86_400_000;

/** Five euros off for thirty days, since a second ago. */
export function fiveOff(code: string, more: Partial<IssueDiscount> = {}): IssueDiscount {
  return {
    type: "issue_discount",
    memberId: "m1",
    code,
    rewardId: "five-off",
    programVersion: 1,
    terms: { kind: "amountOff", valueMinor: 500 },
    minSubtotalMinor: null,
    scope: { products: [], collections: [] },
    startsAt: Date.now() - 1000,
    expiresAt: Date.now() + 30 * DAY_MS,
    ...more,
  };
}

/** Asks the bench's shop for it, the first time unless said otherwise. */
export function fiveOffItem(code: string, more: Partial<OutboxItem> = {}): OutboxItem {
  return {
    id: "1",
    shopKey: SHOP,
    attempts: 0,
    effect: fiveOff(code),
    customerId: null,
    memberState: null,
    currency: "EUR",
    rewardName: "5 € off",
    ...more,
  };
}
