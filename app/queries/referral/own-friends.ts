import { viewBooks } from "#app/db/books/view-books.ts";
import type { Database } from "#app/db/client.ts";
import { readShop } from "#app/db/shops/shops.ts";
import type { MemberId } from "#app/domain/books/ids.ts";
import type { Instant } from "#app/domain/calendar.ts";
import { inLanguage } from "#app/domain/program/texts/text.ts";
import { liveProgram } from "#app/domain/program/version-in-effect.ts";
import type { OwnFriends } from "#app/domain/referral/friend-told.ts";
import { friendsOf } from "#app/domain/referral/settle-referral.ts";
import { languageOffered } from "#app/domain/shops/merchant-choices.ts";
import { spokenProgram, toldGift } from "./spoken-program.ts";

/** Null: the program brings no friends along, or there is no such member. */
export async function ownFriends(
  database: Database,
  {
    shopId,
    memberId,
    language: asked,
  }: { readonly shopId: number; readonly memberId: MemberId; readonly language: string | null },
  now: Instant,
): Promise<(OwnFriends & { readonly platform: string; readonly shopKey: string }) | null> {
  const shop = await readShop(database, shopId);
  if (shop?.status !== "installed" || shop.liveVersion === null) return null;
  const books = await viewBooks(database, shopId, [memberId], now);
  const member = books.members.get(memberId);
  const program = liveProgram(books);
  const { referral, tiers } = program;
  if (member?.status !== "active" || referral?.enabled !== true) return null;
  const { languages } = shop.settings;
  const language = languageOffered(languages, asked) ?? languages.fallback;
  const qualified = friendsOf(books, member);
  const matured = qualified.filter(({ maturesAt }) => maturesAt <= now).length;
  const friends = [...(member.engagement?.referral.friends.values() ?? [])];
  const { minSubtotalMinor, maturityDays, advocate } = referral;
  return {
    platform: shop.platform,
    shopKey: shop.shopKey,
    spoken: spokenProgram(shop, program, language, now),
    friendGets: toldGift(referral.friend, program, language),
    gain: advocate === null ? null : { ...advocate, minSubtotalMinor, maturityDays },
    joined: friends.filter(({ state }) => state === "counted").length,
    pending: qualified.length - matured,
    matured,
    steps: referral.ambassador.map(({ friends: count, badge, points, tier }) => {
      const level = tiers?.levels.find(({ id }) => id === tier);
      return {
        friends: count,
        badge: badge === null ? null : inLanguage(badge, language),
        points,
        level: level === undefined ? null : inLanguage(level.name, language),
      };
    }),
  };
}
