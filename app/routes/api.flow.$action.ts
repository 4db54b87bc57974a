import type { ActionFunctionArgs } from "@remix-run/node";
import { adjustPoints } from "#app/commands/members/adjust-points.ts";
import { claimReward } from "#app/commands/codes/claim-reward.ts";
import { database, type Database } from "#app/db/client.ts";
import type { MemberId } from "#app/domain/books/ids.ts";
import {
  flowActions,
  readFlowWish,
  verifyFlowRequest,
  type FlowWish,
} from "#app/platforms/registry.server.ts";
import { storefrontShopper } from "#app/queries/storefront/storefront-shop.ts";
import { surfaceShop } from "#app/queries/shops/surface-shop.ts";

const ACTOR = "shopify:flow";

/**
 * A workflow of Shopify Flow asks for something. Flow tries again on 429 and 5xx and gives up on other
 * 4xx, so what will never work is answered with 422 and the reason the merchant reads in the run.
 */
export async function action({ request, params }: ActionFunctionArgs) {
  const wanted = flowActions.find((name) => name === params.action);
  if (wanted === undefined) return said(404, "There is no such action.");
  const verified = await verifyFlowRequest(request);
  if (!verified.ok) return said(verified.status, verified.reason);
  const read = readFlowWish(wanted, verified.body);
  if (!read.ok) return said(400, read.reason);
  const { wish } = read;
  const db = await database();
  const shopId = await surfaceShop(db, "shopify", wish.shopKey);
  if (shopId === null) return said(422, "Regulars is not installed in this shop.");
  const { memberId } = await storefrontShopper(db, shopId, wish.customerId);
  if (memberId === null) return said(422, "This customer is not in the program.");
  const done = await fulfil(db, shopId, memberId, wish);
  return done.ok ? said(200, "Done.") : said(422, done.message);
}

/** The run's id is the key: a step that Flow sends twice is done once. */
async function fulfil(db: Database, shopId: number, memberId: MemberId, wish: FlowWish) {
  const key = `flow:${wish.runId}`;
  const now = Date.now();
  if (wish.action === "issue-reward") {
    const { rewardId, points } = wish;
    return claimReward(db, { shopId, memberId, rewardId, points, actor: ACTOR, key, now });
  }
  const points = wish.action === "give-points" ? wish.points : -wish.points;
  const adjustment = { points, qualifying: 0, sparesDebt: false, reason: wish.reason, actor: ACTOR };
  return adjustPoints(db, { shopId, memberId, ...adjustment, key, now });
}

function said(status: number, message: string): Response {
  return Response.json({ message }, { status });
}
