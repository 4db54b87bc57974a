import type { MemberId } from "#app/domain/books/ids.ts";
import type { Database } from "#app/db/client.ts";
import { findPeople } from "#app/db/members/people.ts";
import { findShop } from "#app/db/shops/shops.ts";

/** Who the platform says is logged in, as we know them. */
export interface Shopper {
  readonly customerId: string;
  /** Null: not in the program, or no longer. */
  readonly memberId: MemberId | null;
  readonly firstName: string | null;
  readonly email: string | null;
}

/** An installed shop; null where the app is not, or no longer, at home. */
export async function storefrontShop(
  database: Database,
  platform: string,
  shopKey: string,
): Promise<{ readonly shopId: number } | null> {
  const shop = await findShop(database, platform, shopKey);
  return shop?.status === "installed" && shop.liveVersion !== null ? { shopId: shop.shopId } : null;
}

/** The shopper behind a platform's customer id; whoever left or was erased counts as a stranger. */
export async function storefrontShopper(
  database: Database,
  shopId: number,
  customerId: string,
): Promise<Shopper> {
  const found = await findPeople(database, shopId, { customerIds: [customerId], emails: [], memberIds: [] });
  const person = found.find(({ named }) => named.customerId === customerId);
  return {
    customerId,
    memberId: person?.status === "active" ? person.memberId : null,
    firstName: person?.firstName ?? null,
    email: person?.email ?? null,
  };
}
