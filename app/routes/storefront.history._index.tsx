import type { LoaderFunctionArgs } from "@remix-run/node";
import { storefrontHistory } from "#app/queries/storefront/storefront-history.ts";
import { admitMember, answer, refuse } from "./shopper/storefront-visitor.server.ts";

/** A further page of the member's history: `before` is the cursor of the page before it. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { database, shopId, shopper, language, now } = await admitMember(request);
  const before = new URL(request.url).searchParams.get("before");
  if (before === null || !/^\d{1,18}$/.test(before)) return refuse("invalid_request");
  return answer(
    await storefrontHistory(database, { shopId, memberId: shopper.memberId, language }, before, now),
  );
}
