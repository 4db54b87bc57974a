import type { ControlParsed } from "../control-commands.ts";
import { wireTime, type Wire } from "../bodies/wire.ts";
import type { Discount, DiscountCode } from "../../shop/discount-records.ts";
import { statusOf } from "../../shop/discount-rules.ts";
import type { Shop } from "../../shop/records.ts";
import { Refusal } from "../../shop/refusal.ts";
import { gid } from "../world.ts";
import { announce, type Stage } from "./announce.ts";

/** What a merchant does to discounts in the admin, past the app. */
export function deleteDiscount(stage: Stage, wish: ControlParsed<"deleteDiscount">): void {
  const shop = stage.world.shop(wish.shop);
  const { discount } = findCode(shop, wish.code);
  Reflect.deleteProperty(shop.discounts, discount.id);
  announce(stage, shop, wish, [
    [
      "discounts/delete",
      { admin_graphql_api_id: nodeId(discount), deleted_at: wireTime(stage.world.now(), shop.timezone) },
    ],
  ]);
}

export function deactivateDiscount(stage: Stage, wish: ControlParsed<"deactivateDiscount">): void {
  const shop = stage.world.shop(wish.shop);
  const { discount } = findCode(shop, wish.code);
  const now = stage.world.now();
  discount.deactivated = true;
  discount.updatedAt = now;
  discount.endsAt ??= now;
  const body: Wire = {
    admin_graphql_api_id: nodeId(discount),
    title: discount.title,
    status: statusOf(discount, now),
    created_at: wireTime(discount.createdAt, shop.timezone),
    updated_at: wireTime(now, shop.timezone),
  };
  announce(stage, shop, wish, [["discounts/update", body]]);
}

export function removeCode(stage: Stage, wish: ControlParsed<"removeCode">): void {
  const shop = stage.world.shop(wish.shop);
  const { discount, redeem } = findCode(shop, wish.code);
  discount.codes.splice(discount.codes.indexOf(redeem), 1);
  announce(stage, shop, wish, [
    ["discounts/redeemcode_removed", codeRemovedBody(shop, discount, redeem, stage.world.now())],
  ]);
}

export function codeRemovedBody(shop: Shop, discount: Discount, redeem: DiscountCode, at: number): Wire {
  return {
    admin_graphql_api_id: nodeId(discount),
    redeem_code: { id: gid("DiscountRedeemCode", redeem.id), code: redeem.code },
    updated_at: wireTime(at, shop.timezone),
  };
}

function nodeId(discount: Discount): string {
  return gid("DiscountCodeNode", discount.id);
}

function findCode(shop: Shop, text: string): { discount: Discount; redeem: DiscountCode } {
  for (const discount of Object.values(shop.discounts)) {
    const redeem = discount.codes.find(({ code }) => code.toLowerCase() === text.toLowerCase());
    if (redeem !== undefined) return { discount, redeem };
  }
  throw new Refusal(`There is no code ${text}`);
}
