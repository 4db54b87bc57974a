import { randomUUID } from "node:crypto";
import { z } from "zod";
import { takeInvitation } from "#app/commands/referral/take-invitation.ts";
import { database, type Database } from "#app/db/client.ts";
import { describeError, log } from "#app/log.server.ts";
import { friendLetter } from "#app/messages/referral/friend-letter.ts";
import { friendPage, type FriendStep } from "#app/messages/referral/friend-page.ts";
import { friendLinkAddress, mailFromEnvironment } from "#app/messages/mail.server.ts";
import { findPlatform } from "#app/platforms/registry.server.ts";
import { type Invitation, invitationOf } from "#app/queries/referral/invitation.ts";
import { guardedAnswer } from "../shopper/guarded-answer.server.ts";
import { languagesAsked } from "../shopper/languages-asked.ts";

const DAY_MS = 86_400_000;
/** So long the link in the mail works: the page says so. */
const LINK_LIVES_MS = 14 * DAY_MS;

const LONGEST_CODE = 40;

const typedAddress = z
  .string()
  .trim()
  .max(254)
  .regex(/^[^\s@"<>]+@[^\s@"<>]+\.[^\s@"<>]+$/u);

interface ShopAsked {
  readonly platform: string;
  readonly shopKey: string;
}

/** The page a member's link leads to. Looking at it changes nothing. */
export async function showInvitation(request: Request, shop: ShopAsked): Promise<Response> {
  const { invitation } = await read(request, shop);
  return invitedAnswer(invitation, null);
}

/**
 * A friend names their address: a link goes to it, whether anybody is known by it or not, and the page says the same.
 * The mail is not waited for, so that the time it takes says nothing either.
 */
export async function askForLink(request: Request, shop: ShopAsked): Promise<Response> {
  const { opened, invitation, code } = await read(request, shop);
  if (invitation.advocate === null) return invitedAnswer(invitation, null);
  const typed = new URLSearchParams(await request.text()).get("address");
  if (typed === null) throw new Response(null, { status: 400 });
  const address = typedAddress.safeParse(typed);
  if (!address.success) return invitedAnswer(invitation, typed.slice(0, 254));
  const { shopId, spoken } = invitation;
  const now = Date.now();
  const taken = await takeInvitation(opened, { shopId, code, address: address.data, now });
  if (taken === "link_is_busy") return friendAnswer(invitation, { kind: "stopped", why: "tooMany" }, 429);
  if (taken === "send") {
    sendLink(invitation, { code, address: address.data, language: spoken.language }).catch(
      (error: unknown) => {
        log.warn("friend_mail_not_sent", { shopId, reason: describeError(error) });
      },
    );
  }
  return friendAnswer(invitation, { kind: "sent", address: address.data });
}

/** A step of the friend's way, with the way to the shop where that is known. */
export async function friendAnswer(
  invitation: Pick<Invitation, "platform" | "shopKey" | "spoken">,
  step: FriendStep,
  status = 200,
): Promise<Response> {
  const { platform, shopKey, spoken } = invitation;
  const address = (await findPlatform(platform)?.shopAddress(shopKey)) ?? null;
  return guardedAnswer(friendPage(spoken, step, address), status);
}

function invitedAnswer(invitation: Invitation, wrong: string | null): Promise<Response> {
  const { advocate, gift } = invitation;
  if (advocate === null) return friendAnswer(invitation, { kind: "stopped", why: "over" }, 404);
  const step = { kind: "invited", advocateName: advocate.firstName, gift, wrong } as const;
  return friendAnswer(invitation, step, wrong === null ? 200 : 400);
}

async function read(
  request: Request,
  shop: ShopAsked,
): Promise<{ readonly opened: Database; readonly invitation: Invitation; readonly code: string }> {
  const code = new URL(request.url).searchParams.get("c")?.toLowerCase().slice(0, LONGEST_CODE);
  if (code === undefined) throw new Response(null, { status: 404 });
  const opened = await database();
  const invitation = await invitationOf(
    opened,
    shop,
    { code, languages: languagesAsked(request) },
    Date.now(),
  );
  if (invitation === null) throw new Response(null, { status: 404 });
  return { opened, invitation, code };
}

async function sendLink(
  { shopId, spoken }: Invitation,
  { code, address, language }: { readonly code: string; readonly address: string; readonly language: string },
): Promise<void> {
  const mail = mailFromEnvironment();
  if (mail === null) {
    log.warn("friend_mail_has_no_server", { shopId });
    return;
  }
  const expiresAt = spoken.at + LINK_LIVES_MS;
  const letter = friendLetter(spoken, friendLinkAddress({ shopId, code, address, language, expiresAt }));
  const handover = await mail.transport.send({
    messageId: `<${randomUUID()}@${mail.domain}>`,
    fromName: letter.from,
    to: address,
    ...letter,
    unsubscribe: null,
  });
  mail.transport.close();
  if (handover.kind !== "taken") log.warn("friend_mail_not_taken", { shopId, reason: handover.reason });
}
