import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { ecwidHere } from "#app/platforms/registry.server.ts";
import { askForLink, showInvitation } from "./referral/invitation.server.ts";

const storeNumber = z.string().regex(/^\d{1,15}$/u);

/** Where a member's link leads in a store that has no pages of ours: a page of our own. */
export function loader({ request, params }: LoaderFunctionArgs) {
  return showInvitation(request, storeOf(params["store"]));
}

/** A friend names their address. */
export function action({ request, params }: ActionFunctionArgs) {
  return askForLink(request, storeOf(params["store"]));
}

function storeOf(asked: string | undefined) {
  const store = storeNumber.safeParse(asked);
  const served = ecwidHere();
  if (!store.success || served === null) throw new Response(null, { status: 404 });
  return { platform: served.platform.name, shopKey: store.data };
}
