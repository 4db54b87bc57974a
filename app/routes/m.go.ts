import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { followLink } from "#app/commands/messages/follow-link.ts";
import { brokenPage, goPage } from "#app/messages/pages/mail-pages.ts";
import { findPlatform } from "#app/platforms/registry.server.ts";
import { isFetchedAhead } from "./mail/is-fetched-ahead.server.ts";
import { answerPage, openLink } from "./mail/open-link.server.ts";

/** A link of a mail into the shop. Opening it counts nothing: the page confirms that a person did. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { choices } = await openLink(request, ["go"]);
  return answerPage(goPage(choices));
}

/** Counted, and on to where the shop itself is: no address stands in the link that somebody could change. */
export async function action({ request }: ActionFunctionArgs) {
  const { database, link, choices } = await openLink(request, ["go"]);
  const { shopId, memberId, platform, shopKey } = choices;
  if (!isFetchedAhead(request))
    await followLink(database, { shopId, memberId, messageId: link.messageId, now: Date.now() });
  const address = (await findPlatform(platform)?.shopAddress(shopKey)) ?? null;
  if (address === null) return answerPage(brokenPage(choices), 404);
  return new Response(null, {
    status: 303,
    headers: { Location: address, "Referrer-Policy": "no-referrer" },
  });
}
