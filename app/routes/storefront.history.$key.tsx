import type { LoaderFunctionArgs } from "@remix-run/node";
import { storefrontExplanation } from "#app/queries/storefront/storefront-explanation.ts";
import { admitMember, answer, refuse } from "./shopper/storefront-visitor.server.ts";

/** The calculation behind one entry of the member's own history. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { database, shopId, shopper, language } = await admitMember(request);
  const { key } = params;
  if (key === undefined || !/^\d{1,18}$/.test(key)) return refuse("invalid_request");
  const viewer = { shopId, memberId: shopper.memberId, language };
  const explanation = await storefrontExplanation(database, viewer, key);
  return explanation === null ? refuse("invalid_request") : answer(explanation);
}
