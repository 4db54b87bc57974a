import type { ActionFunctionArgs } from "@remix-run/node";
import { claimFor, rewardChoice } from "./shopper/shopper-deeds.server.ts";
import { admitMember, answerDeed, readWish } from "./shopper/storefront-visitor.server.ts";

/** Points are set aside at once; the code is shown when the platform has made it, or said to come. */
export async function action({ request }: ActionFunctionArgs) {
  const visitor = await admitMember(request);
  return answerDeed(await claimFor(visitor, await readWish(request, rewardChoice), null));
}
