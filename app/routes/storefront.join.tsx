import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { joinFor } from "./shopper/shopper-deeds.server.ts";
import { admitCustomer, answerDeed, readWish } from "./shopper/storefront-visitor.server.ts";

/** Whoever is logged in joins, or comes back. */
export async function action({ request }: ActionFunctionArgs) {
  const visitor = await admitCustomer(request);
  await readWish(request, z.strictObject({}));
  return answerDeed(await joinFor(visitor));
}
