import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { cancelCode } from "#app/commands/cancel-code.ts";
import { storefrontRefusal } from "./storefront-refusal.server.ts";
import { admitMember, answerChanged, readWish, refuse } from "./storefront-visitor.server.ts";

const wishShape = z.strictObject({ code: z.string().min(1).max(60) });

/** The member gives an unused code back; its points return. */
export async function action({ request }: ActionFunctionArgs) {
  const { database, shop, shopper, now } = await admitMember(request);
  const { code } = await readWish(request, wishShape);
  const cancelled = await cancelCode(database, {
    shopId: shop.shopId,
    memberId: shopper.memberId,
    code,
    reason: "given back",
    actor: null,
    now,
  });
  if (!cancelled.ok) return refuse(storefrontRefusal(cancelled.refusal));
  return answerChanged(request, null);
}
