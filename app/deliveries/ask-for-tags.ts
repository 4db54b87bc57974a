import type { Database } from "#app/db/client.ts";
import { readProgramVersions } from "#app/db/program/programs.ts";
import { readShop } from "#app/db/shops/shops.ts";
import { asksForCustomerTags } from "#app/domain/earning/asked-of-customers.ts";
import type { Platform } from "#app/platforms/platform.ts";

export type TagsAnswer =
  /** Null: the program does not ask, or the shop has nothing to say; what is known of them stands. */
  { readonly ok: true; readonly tags: readonly string[] | null } | { readonly ok: false };

/** What tags a customer has who waits for the answer: what they are given for joining may hang on it. */
export async function askForTags(
  database: Database,
  findPlatform: (name: string) => Pick<Platform, "describeCustomers"> | null,
  shopId: number,
  customerId: string,
): Promise<TagsAnswer> {
  const live = (await readProgramVersions(database, shopId)).at(-1);
  if (live === undefined || !asksForCustomerTags(live.program)) return { ok: true, tags: null };
  const shop = await readShop(database, shopId);
  const platform = shop === null ? null : findPlatform(shop.platform);
  if (shop === null || platform === null) return { ok: false };
  const answer = await platform.describeCustomers(shop.shopKey, [customerId]);
  if (answer.kind !== "data") return { ok: false };
  return { ok: true, tags: answer.data.find(({ customer }) => customer === customerId)?.tags ?? null };
}
