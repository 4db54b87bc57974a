import type { LoaderFunctionArgs } from "@remix-run/node";
import { storefrontState } from "#app/queries/storefront-shop.ts";
import { admitVisitor, answer, refuse } from "./storefront-visitor.server.ts";

/** All the panel shows: a guest's view, or a member's own. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { database, shopId, shopper, now } = await admitVisitor(request);
  const state = await storefrontState(database, shopId, shopper, now);
  return state === null ? refuse("program_missing") : answer(state);
}
