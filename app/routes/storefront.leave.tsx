import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { leaveProgram } from "#app/commands/members/leave-program.ts";
import { changed } from "./shopper/shopper-deeds.server.ts";
import { storefrontRefusal } from "./shopper/storefront-refusal.server.ts";
import { admitMember, answerDeed, readWish, refuse } from "./shopper/storefront-visitor.server.ts";

/** The member opts out. The panel asked before; joining again is always possible. */
export async function action({ request }: ActionFunctionArgs) {
  const visitor = await admitMember(request);
  await readWish(request, z.strictObject({}));
  const { database, shopId, shopper, now } = visitor;
  const left = await leaveProgram(database, { shopId, memberId: shopper.memberId, now });
  if (!left.ok) return refuse(storefrontRefusal(left.refusal));
  return answerDeed(await changed({ ...visitor, shopper: { ...shopper, memberId: null } }, null));
}
