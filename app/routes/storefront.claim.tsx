import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { claimReward } from "#app/commands/claim-reward.ts";
import { storefrontCode } from "#app/queries/storefront-code.ts";
import { storefrontState } from "#app/queries/storefront-shop.ts";
import type { StorefrontRefusal } from "#app/queries/storefront-state.ts";
import { storefrontRefusal } from "./storefront-refusal.server.ts";
import {
  admitMember,
  answerChanged,
  readWish,
  refuse,
  type StorefrontMemberVisitor,
} from "./storefront-visitor.server.ts";

const wishShape = z.strictObject({
  rewardId: z.string().min(1).max(100),
  points: z.int().positive().nullable(),
  key: z.string().regex(/^[\w-]{8,80}$/),
});
type Wish = z.infer<typeof wishShape>;

/** Points are set aside at once; the code is shown when the platform has made it, or said to come. */
export async function action({ request }: ActionFunctionArgs) {
  const visitor = await admitMember(request);
  const wish = await readWish(request, wishShape);
  const { database, shop, shopper, now } = visitor;
  const claimed = await claimReward(database, {
    shopId: shop.shopId,
    memberId: shopper.memberId,
    rewardId: wish.rewardId,
    points: wish.points,
    key: `storefront:${shopper.memberId}:${wish.key}`,
    now,
  });
  if (!claimed.ok) return refuseClaim(visitor, wish, storefrontRefusal(claimed.refusal));
  const made = await storefrontCode(database, shop.shopId, claimed.code);
  if (made === "refused") return refuse("unavailable");
  return answerChanged(request, made === "made" ? claimed.code : null);
}

async function refuseClaim(
  visitor: StorefrontMemberVisitor,
  wish: Wish,
  refusal: StorefrontRefusal,
): Promise<Response> {
  if (refusal !== "points_insufficient") return refuse(refusal);
  const { database, shop, shopper, now } = visitor;
  const state = await storefrontState(database, shop.shopId, shopper, now);
  const reward = state?.program.rewards.find(({ id }) => id === wish.rewardId);
  const price = wish.points ?? reward?.cost;
  if (state?.viewer.kind !== "member" || price == null) return refuse(refusal);
  return refuse(refusal, Math.max(0, price - state.viewer.available));
}
