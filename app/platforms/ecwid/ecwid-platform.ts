import { assertNever } from "#app/domain/assert.ts";
import type { Instant } from "#app/domain/calendar.ts";
import type { ShopAbilities } from "#app/domain/program/shop-abilities.ts";
import type { DeliverOutcome, OutboxItem, Platform } from "../platform.ts";
import { bringAboutPerks } from "./deliver/bring-about-perks.ts";
import { issueCoupon, withdrawCoupon } from "./deliver/deliver-coupon.ts";
import { publishProgram, widgetInShop } from "./deliver/storage.ts";
import { publishTierGroup } from "./deliver/tier-group.ts";
import { describeProducts } from "./describe-products.ts";
import type { StoreFronts } from "./store-fronts.ts";
import { describeShop } from "./describe-shop.ts";
import { findOwnStatuses } from "./find-own-statuses.ts";
import { findResources } from "./find-resources.ts";
import { historyName, historyProgress, readHistory } from "./history/history.ts";
import { listUpdatedOrders, readOrder } from "./history/read-orders.ts";
import { lookInto, readConsents } from "./look-into.ts";
import { missingCodes } from "./missing-codes.ts";
import { translateEcwid } from "./orders/translate.ts";
import { planLacks } from "./plan-lacks.ts";
import type { RestClient } from "./rest-client.ts";

/** An event only hints, so what was lost of it is looked for soon. */
const COMPARE_EVERY_MS = 10 * 60_000;

const ABILITIES: ShopAbilities = {
  storeCredit: false,
  giftCards: false,
  variants: false,
  tags: false,
  goodsGroup: "category",
  boundCodes: false,
  combinesDiscounts: false,
  tierMark: "group",
  numbersStaff: false,
  knowsShoppers: false,
  asksForOlderOrders: false,
  themeEditor: false,
  plansDiffer: true,
  ownStatuses: {
    payment: [1, 2, 3].map((one) => `CUSTOM_PAYMENT_STATUS_${String(one)}`),
    fulfillment: [1, 2, 3].map((one) => `CUSTOM_FULFILLMENT_STATUS_${String(one)}`),
  },
  tills: false,
};

export interface EcwidPlatformParts {
  readonly client: RestClient;
  readonly fronts: StoreFronts;
  /** The app's own address, without a slash at its end. */
  readonly appUrl: string;
  readonly now: () => Instant;
}

export function createEcwidPlatform({ client, fronts, appUrl, now }: EcwidPlatformParts): Platform {
  return {
    name: "ecwid",
    abilities: ABILITIES,
    findResources: (shopKey, kind, search) => findResources(client, shopKey, kind, search),
    compareEveryMs: COMPARE_EVERY_MS,
    friendPage: (shopKey, code) => `${appUrl}/ecwid/friend/${shopKey}?c=${encodeURIComponent(code)}`,
    membersPage: (shopKey) => `${appUrl}/ecwid/members/${shopKey}`,
    widgetInShop: (shopKey) => widgetInShop(client, shopKey),
    planLacks: (shopKey) => planLacks(client, shopKey),
    findOwnStatuses: (shopKey) => findOwnStatuses(client, shopKey),
    translate: ({ topic, body, triggeredAt = null }, settings) =>
      translateEcwid(topic, body, { ...settings, at: now(), triggeredAt }),
    deliver: async (items) => {
      const outcomes: DeliverOutcome[] = [];
      for (const item of items) outcomes.push(await deliver(client, item));
      return outcomes;
    },
    publishProgram: (shopKey, program) => publishProgram(client, shopKey, program),
    bringAboutPerks: (shopKey, wanted) => bringAboutPerks(client, shopKey, wanted),
    shopAddress: (shopKey) => fronts.addressOf(shopKey),
    describeShop: (shopKey) => describeShop(client, shopKey),
    listUpdatedOrders: (shopKey, since, page) => listUpdatedOrders(client, shopKey, since, page),
    readOrder: (shopKey, id) => readOrder(client, shopKey, id),
    lookInto: (shopKey, about, subjectId) => lookInto({ client, shopKey, about, subjectId, now: now() }),
    missingCodes: (shopKey, codes) => missingCodes(client, shopKey, codes),
    describeProducts: (shopKey, ids) => describeProducts(client, shopKey, ids),
    readConsents: (shopKey, ids) => readConsents(client, shopKey, ids, now()),
    // Customers have no tags there, and no order says that they were left out.
    describeCustomers: () => Promise.resolve({ kind: "data", data: [] } as const),
    startHistory: (_shopKey, since) =>
      Promise.resolve({ kind: "data", data: historyName(since, now()) } as const),
    historyProgress: (shopKey, historyId) => historyProgress(client, shopKey, historyId),
    // Nothing is gathered there that would have to end.
    stopHistory: (_shopKey, historyId) => Promise.resolve({ kind: "done", reference: historyId } as const),
    readHistory: (shopKey, historyId, position) => readHistory(client, shopKey, historyId, position),
  };
}

async function deliver(client: RestClient, item: OutboxItem): Promise<DeliverOutcome> {
  const { effect, shopKey } = item;
  switch (effect.type) {
    case "issue_discount":
      return issueCoupon(client, item, effect);
    case "withdraw_discount":
      return withdrawCoupon(client, shopKey, effect.code);
    case "issue_store_credit":
    case "issue_gift_card":
      return { kind: "refused", reason: "this shop system has no such reward" };
    case "tag_customer":
      return { kind: "refused", reason: "customers of this shop system have no tags" };
    case "publish_member_state":
      if (item.memberState === null) return { kind: "refused", reason: "the shop has no such customer" };
      return publishTierGroup(client, shopKey, item.memberState);
    case "notify_points_earned":
    case "notify_tier_changed":
    case "notify_reward_claimed":
    case "notify_points_expiring":
    case "notify_segment_entered":
    case "request_experience":
    case "notify_tier_grace":
    case "send_message":
      // Told to people, not to Ecwid.
      return { kind: "done", reference: null };
    default:
      return assertNever(effect);
  }
}
