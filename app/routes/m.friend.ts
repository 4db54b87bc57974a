import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { referFriend } from "#app/commands/referral/refer-friend.ts";
import { database } from "#app/db/client.ts";
import { type FriendLink, readFriendLink } from "#app/messages/links/friend-link.ts";
import { brokenPage } from "#app/messages/pages/mail-pages.ts";
import { invitationIn } from "#app/queries/referral/invitation.ts";
import { friendAnswer } from "./referral/invitation.server.ts";
import { obstacleOf } from "./referral/obstacle-of.ts";
import { answerPage } from "./mail/open-link.server.ts";

/** What the mail's link leads to. Opening it proves nothing: scanners of mail look at every link. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { invitation, link } = await open(request);
  if (invitation.advocate === null) return friendAnswer(invitation, { kind: "stopped", why: "over" }, 404);
  return friendAnswer(invitation, { kind: "confirm", address: link.address, gift: invitation.gift });
}

/** A person confirms: the address is theirs. Confirmed again, the page says the same again. */
export async function action({ request }: ActionFunctionArgs) {
  const { opened, invitation, link } = await open(request);
  const { shopId, advocate, gift } = invitation;
  if (advocate === null) return friendAnswer(invitation, { kind: "stopped", why: "over" }, 404);
  const { address } = link;
  const proven = { shopId, advocateId: advocate.memberId, address, now: Date.now() };
  const referred = await referFriend(opened, proven);
  if (!referred.ok) return friendAnswer(invitation, { kind: "stopped", why: obstacleOf(referred.refusal) });
  const { code, isInReview } = referred;
  return friendAnswer(invitation, { kind: "joined", address, code, gift, isInReview });
}

async function open(request: Request) {
  const token = new URL(request.url).searchParams.get("t");
  const link: FriendLink | null = token === null ? null : readFriendLink(token, Date.now());
  if (link === null) throw answerPage(brokenPage(null), 404);
  const opened = await database();
  const asked = { code: link.code, languages: [link.language] };
  const invitation = await invitationIn(opened, link.shopId, asked, Date.now());
  if (invitation === null) throw answerPage(brokenPage(null), 404);
  return { opened, invitation, link };
}
