import type { ActionFunctionArgs } from "@remix-run/node";
import { challengeChoice, takePartFor } from "./shopper/shopper-deeds.server.ts";
import { admitMember, answerDeed, readWish } from "./shopper/storefront-visitor.server.ts";

/** A member takes part in a challenge from now on; asked twice, the first time counts. */
export async function action({ request }: ActionFunctionArgs) {
  const visitor = await admitMember(request);
  return answerDeed(await takePartFor(visitor, await readWish(request, challengeChoice)));
}
