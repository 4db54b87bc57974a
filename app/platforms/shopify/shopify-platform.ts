import { assertNever } from "#app/domain/assert.ts";
import type { Instant } from "#app/domain/calendar.ts";
import type { ShopAbilities } from "#app/domain/program/shop-abilities.ts";
import type { DeliverOutcome, OutboxItem, Platform } from "../platform.ts";
import type { AdminClient } from "./admin-client.ts";
import { bringAboutPerks } from "./deliver/bring-about-perks.ts";
import {
  type DiscountParts,
  issueDiscount,
  issueOpenCodes,
  withdrawDiscount,
} from "./deliver/deliver-discount.ts";
import { issueGiftCard, issueStoreCredit } from "./deliver/deliver-money.ts";
import { readConsents } from "./read-consents.ts";
import { describeCustomers } from "./describe-customers.ts";
import { describeProducts } from "./describe-products.ts";
import { describeShop } from "./describe-shop.ts";
import { createCollectionFinder } from "./deliver/find-collections.ts";
import { historyProgress, readHistory, startHistory, stopHistory } from "./history/history.ts";
import { missingCodes } from "./missing-codes.ts";
import { publishMemberState } from "./deliver/publish-member-state.ts";
import { publishProgram } from "./deliver/publish-program.ts";
import { listUpdatedOrders, readOrder } from "./history/read-orders.ts";
import { createSharedDiscounts } from "./deliver/shared-discount.ts";
import { friendPage, shopAddress } from "./shop-address.ts";
import { tagCustomer } from "./deliver/tag-customer.ts";
import { startWorkflow } from "./deliver/start-workflow.ts";
import { translateShopify } from "./orders/translate.ts";

const COMPARE_EVERY_MS = 60 * 60_000;

const ABILITIES: ShopAbilities = {
  storeCredit: true,
  giftCards: true,
  variants: true,
  tags: true,
  goodsGroup: "collection",
  boundCodes: true,
  combinesDiscounts: true,
  tierMark: "tag",
  numbersStaff: true,
  knowsShoppers: true,
  asksForOlderOrders: true,
  themeEditor: true,
  plansDiffer: false,
  ownStatuses: { payment: [], fulfillment: [] },
  tills: true,
};

export interface ShopifyPlatformParts {
  readonly client: AdminClient;
  readonly now: () => Instant;
}

export function createShopifyPlatform({ client, now }: ShopifyPlatformParts): Platform {
  const parts = {
    client,
    addToShared: createSharedDiscounts(client),
    findCollections: createCollectionFinder(client, now),
  };
  return {
    name: "shopify",
    abilities: ABILITIES,
    findResources: null,
    membersPage: null,
    compareEveryMs: COMPARE_EVERY_MS,
    widgetInShop: null,
    planLacks: null,
    findOwnStatuses: null,
    translate: ({ topic, body, triggeredAt = null }, settings) =>
      translateShopify(topic, body, { ...settings, at: now(), triggeredAt }),
    deliver: (items) => deliverTogether(parts, items),
    publishProgram: (shopKey, program) => publishProgram(client, shopKey, program),
    bringAboutPerks: (shopKey, wanted) => bringAboutPerks(client, shopKey, wanted, now()),
    friendPage: (shopKey, code) => friendPage(shopKey, code),
    shopAddress: (shopKey) => Promise.resolve(shopAddress(shopKey)),
    describeShop: (shopKey) => describeShop(client, shopKey),
    listUpdatedOrders: (shopKey, since, page) => listUpdatedOrders(client, shopKey, since, page),
    readOrder: (shopKey, id) => readOrder(client, shopKey, id),
    // Every delivery of Shopify's says itself what changed.
    lookInto: () => Promise.resolve({ kind: "data", data: null } as const),
    missingCodes: (shopKey, codes) => missingCodes(client, shopKey, codes),
    describeProducts: (shopKey, ids) => describeProducts(client, shopKey, ids),
    readConsents: (shopKey, ids) => readConsents(client, shopKey, ids),
    describeCustomers: (shopKey, ids) => describeCustomers(client, shopKey, ids),
    startHistory: (shopKey, since) => startHistory(client, shopKey, since),
    historyProgress: (shopKey, historyId) => historyProgress(client, shopKey, historyId),
    stopHistory: (shopKey, historyId) => stopHistory(client, shopKey, historyId),
    readHistory: (shopKey, historyId, position) => readHistory(client, shopKey, historyId, position),
  };
}

/** Codes that are not bound to a person go together; whatever else there is, one after another. */
async function deliverTogether(
  parts: DiscountParts,
  items: readonly OutboxItem[],
): Promise<DeliverOutcome[]> {
  const open = items.flatMap((item) =>
    item.effect.type === "issue_discount" && item.customerId === null ? [{ item, effect: item.effect }] : [],
  );
  const added = await issueOpenCodes(parts, open);
  const outcomes: DeliverOutcome[] = [];
  for (const item of items) outcomes.push(added.get(item) ?? (await deliver(parts, item)));
  return outcomes;
}

async function deliver(parts: DiscountParts, item: OutboxItem): Promise<DeliverOutcome> {
  const { client } = parts;
  const { effect, shopKey } = item;
  switch (effect.type) {
    case "issue_discount":
      return issueDiscount(parts, item, effect);
    case "withdraw_discount":
      return withdrawDiscount(client, shopKey, effect.code);
    case "issue_store_credit":
      return issueStoreCredit(client, item, effect);
    case "issue_gift_card":
      return issueGiftCard(client, item, effect);
    case "publish_member_state":
      if (item.memberState === null) return { kind: "refused", reason: "the shop has no such customer" };
      return publishMemberState(client, shopKey, item.memberState);
    case "tag_customer":
      return tagCustomer(client, item, effect);
    case "notify_points_earned":
    case "notify_tier_changed":
    case "notify_reward_claimed":
    case "notify_points_expiring":
    case "notify_segment_entered":
      return startWorkflow(client, item);
    case "request_experience":
    case "notify_tier_grace":
    case "send_message":
      // Told to people, not to Shopify.
      return { kind: "done", reference: null };
    default:
      return assertNever(effect);
  }
}
