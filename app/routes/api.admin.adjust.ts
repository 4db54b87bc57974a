import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { adjustPoints } from "#app/commands/adjust-points.ts";
import { changed, refusal } from "./shopper-deeds.server.ts";
import { storefrontRefusal } from "./storefront-refusal.server.ts";
import { answerBeforePost, answerStaff } from "./surface-door.server.ts";

const POINTS_MAX = 1_000_000;

const wishShape = z.object({
  points: z
    .int()
    .min(-POINTS_MAX)
    .max(POINTS_MAX)
    .refine((points) => points !== 0),
  reason: z.string().trim().min(1).max(200),
  key: z.uuid(),
});

/** Staff give or take points on Shopify's customer page, with a reason the customer can read. */
export function action({ request }: ActionFunctionArgs) {
  return answerStaff(request, wishShape, async (visit, { points, reason, key }) => {
    const { database, shopId, shopper, actor, now } = visit;
    const { memberId } = shopper;
    if (memberId === null) return refusal("not_a_member");
    const wish = { shopId, memberId, points, qualifying: 0, reason, actor, key, now };
    const adjusted = await adjustPoints(database, wish);
    return adjusted.ok ? changed(visit, null) : refusal(storefrontRefusal(adjusted.refusal));
  });
}

export function loader({ request }: LoaderFunctionArgs) {
  return answerBeforePost(request);
}
