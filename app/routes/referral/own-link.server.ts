import { keepLink } from "#app/commands/referral/keep-link.ts";
import { friendsTold } from "#app/messages/referral/friends-told.ts";
import { mailIsSetUp } from "#app/messages/mail.server.ts";
import { findPlatform } from "#app/platforms/registry.server.ts";
import { ownFriends } from "#app/queries/referral/own-friends.ts";
import type { StorefrontFriendsAnswer } from "#storefront/state-friends.ts";
import { refusal, type ShopperVisit } from "../shopper/shopper-deeds.server.ts";

/** A member's link for friends, and all that is said of it. Without a mail server no friend could prove an address. */
export async function friendsFor(visit: ShopperVisit): Promise<StorefrontFriendsAnswer> {
  const { database, shopId, shopper, language, now } = visit;
  const { memberId } = shopper;
  if (memberId === null) return refusal("not_a_member");
  if (!mailIsSetUp()) return refusal("unavailable");
  const own = await ownFriends(database, { shopId, memberId, language }, now);
  if (own === null) return refusal("program_missing");
  const platform = findPlatform(own.platform);
  if (platform === null) return refusal("unavailable");
  const code = await keepLink(database, { shopId, memberId, now });
  return { ok: true, ...friendsTold(own, platform.friendPage(own.shopKey, code)) };
}
