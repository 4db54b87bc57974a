import type { Database } from "#app/db/client.ts";
import { readProgramVersions } from "#app/db/program/programs.ts";
import { findLinkBearer } from "#app/db/referral/referral-links.ts";
import { findShop, readShop, type Shop } from "#app/db/shops/shops.ts";
import type { MemberId } from "#app/domain/books/ids.ts";
import type { Instant } from "#app/domain/calendar.ts";
import type { SpokenProgram, ToldGift } from "#app/domain/referral/friend-told.ts";
import { firstOffered } from "../storefront/members-shop.ts";
import { spokenProgram, toldGift } from "./spoken-program.ts";

/** What a friend's link leads to. */
export interface Invitation {
  readonly shopId: number;
  readonly platform: string;
  readonly shopKey: string;
  readonly spoken: SpokenProgram;
  /** Null: the link is nobody's, whose it was has left, or the program brings no friends along any more. */
  readonly advocate: { readonly memberId: MemberId; readonly firstName: string | null } | null;
  /** What the friend gets; null: nothing. */
  readonly gift: ToldGift | null;
}

interface Asked {
  /** The code of the link. */
  readonly code: string;
  /** Languages in the order of what the reader likes. */
  readonly languages: readonly string[];
}

/** Null where the app is not at home or no program is live. */
export async function invitationOf(
  database: Database,
  { platform, shopKey }: { readonly platform: string; readonly shopKey: string },
  asked: Asked,
  now: Instant,
): Promise<Invitation | null> {
  return invitationAt(database, await findShop(database, platform, shopKey), asked, now);
}

/** The same for a shop that a signed link names. */
export async function invitationIn(
  database: Database,
  shopId: number,
  asked: Asked,
  now: Instant,
): Promise<Invitation | null> {
  return invitationAt(database, await readShop(database, shopId), asked, now);
}

async function invitationAt(
  database: Database,
  shop: Shop | null,
  { code, languages }: Asked,
  now: Instant,
): Promise<Invitation | null> {
  if (shop?.status !== "installed") return null;
  const program = (await readProgramVersions(database, shop.shopId)).at(-1)?.program;
  if (program === undefined) return null;
  const language = firstOffered(shop.settings.languages, languages);
  const { referral } = program;
  const bearer = referral?.enabled === true ? await findLinkBearer(database, shop.shopId, code) : null;
  return {
    shopId: shop.shopId,
    platform: shop.platform,
    shopKey: shop.shopKey,
    spoken: spokenProgram(shop, program, language, now),
    advocate: bearer,
    gift: toldGift(referral === null ? null : referral.friend, program, language),
  };
}
