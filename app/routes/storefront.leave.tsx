import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { leaveProgram } from "#app/commands/leave-program.ts";
import { storefrontRefusal } from "./storefront-refusal.server.ts";
import { admitMember, answerChanged, readWish, refuse } from "./storefront-visitor.server.ts";

/** The member opts out. The panel asked before; joining again is always possible. */
export async function action({ request }: ActionFunctionArgs) {
  const { database, shop, shopper, now } = await admitMember(request);
  await readWish(request, z.strictObject({}));
  const left = await leaveProgram(database, { shopId: shop.shopId, memberId: shopper.memberId, now });
  if (!left.ok) return refuse(storefrontRefusal(left.refusal));
  return answerChanged(request, null);
}
