import type { LoaderFunctionArgs } from "@remix-run/node";
import { storefrontCodes } from "#app/queries/storefront/storefront-codes.ts";
import { admitMember, answer, refuse } from "./shopper/storefront-visitor.server.ts";

/** A further page of the member's codes that are over: `before` is the last code of the page before it. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { database, shopId, shopper, language, now } = await admitMember(request);
  const before = new URL(request.url).searchParams.get("before");
  if (before === null || before.length > 100) return refuse("invalid_request");
  return answer(
    await storefrontCodes(database, { shopId, memberId: shopper.memberId, language }, before, now),
  );
}
