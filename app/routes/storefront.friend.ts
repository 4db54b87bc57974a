import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { log } from "#app/log.server.ts";
import { verifyStorefrontVisit } from "#app/platforms/registry.server.ts";
import { askForLink, showInvitation } from "./referral/invitation.server.ts";

/** Where a member's link leads in a shop whose platform passes its visitors on. Nobody has to be logged in. */
export function loader({ request }: LoaderFunctionArgs) {
  return showInvitation(request, shopOf(request));
}

/** A friend names their address. */
export function action({ request }: ActionFunctionArgs) {
  return askForLink(request, shopOf(request));
}

function shopOf(request: Request) {
  const verified = verifyStorefrontVisit(new URL(request.url).search.slice(1), Date.now());
  if (verified.ok) return verified.visit;
  log.warn("visit_refused", { status: verified.status, reason: verified.reason });
  throw new Response(null, { status: verified.status });
}
