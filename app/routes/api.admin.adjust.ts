import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { adjustPoints } from "#app/commands/members/adjust-points.ts";
import { changed, refusal } from "./shopper/shopper-deeds.server.ts";
import { storefrontRefusal } from "./shopper/storefront-refusal.server.ts";
import { answerAdminStaff, answerBeforePost } from "./shopper/surface-door.server.ts";

const POINTS_MAX = 1_000_000;

const wishShape = z.object({
  points: z
    .int()
    .min(-POINTS_MAX)
    .max(POINTS_MAX)
    .refine((points) => points !== 0),
  reason: z.string().trim().min(1).max(200),
  /** Given to be spent: what the customer owes stays owed. */
  sparesDebt: z.boolean().default(false),
  key: z.uuid(),
});

/** Staff give or take points on Shopify's customer page, with a reason the customer can read. */
export function action({ request }: ActionFunctionArgs) {
  return answerAdminStaff(request, wishShape, async (visit, { points, reason, sparesDebt, key }) => {
    const { database, shopId, shopper, actor, now } = visit;
    const { memberId } = shopper;
    if (memberId === null) return refusal("not_a_member");
    const wish = { shopId, memberId, points, qualifying: 0, reason, sparesDebt, actor, key, now };
    const adjusted = await adjustPoints(database, wish);
    return adjusted.ok ? changed(visit, null) : refusal(storefrontRefusal(adjusted.refusal));
  });
}

export function loader({ request }: LoaderFunctionArgs) {
  return answerBeforePost(request);
}
