import type { LoaderFunctionArgs } from "@remix-run/node";
import { friendsFor } from "./referral/own-link.server.ts";
import { admitMember, answer } from "./shopper/storefront-visitor.server.ts";

/** The member's link for friends, and what it brings. It is made when it is first asked for. */
export async function loader({ request }: LoaderFunctionArgs) {
  return answer(await friendsFor(await admitMember(request)));
}
