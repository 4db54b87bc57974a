import { FIRST_CHOICES } from "#app/domain/shops/merchant-choices.ts";
import type { Effect } from "#app/domain/effect.ts";
import type { OutboxItem } from "#app/platforms/platform.ts";

export type IssueDiscount = Extract<Effect, { type: "issue_discount" }>;

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

/** What a shop is asked for, the first time unless said otherwise. */
export function outboxItem(shopKey: string, effect: Effect, more: Partial<OutboxItem> = {}): OutboxItem {
  return {
    id: "1",
    shopKey,
    attempts: 0,
    effect,
    customerId: null,
    memberState: null,
    currency: "EUR",
    rewardName: "5 € off",
    combinesWith: FIRST_CHOICES.combinesWith,
    ...more,
  };
}
