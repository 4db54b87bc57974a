import type { Statements } from "#app/db/database.ts";
import { readProgramVersions } from "#app/db/programs.ts";
import { findShop, type Shop } from "#app/db/shops.ts";
import type { ProgramVersion } from "#app/domain/books.ts";

/** The shop a merchant has come from, as every page of the admin needs it. */
export interface AdminShop extends Shop {
  /** Null until a program is published. */
  readonly live: ProgramVersion | null;
  readonly draftWaiting: boolean;
}

/** The shop of this name with its live program; null where we have never heard of it. */
export async function adminShop(
  statements: Statements,
  platform: string,
  shopKey: string,
): Promise<AdminShop | null> {
  const shop = await findShop(statements, platform, shopKey);
  if (shop === null) return null;
  const versions = await readProgramVersions(statements, shop.shopId);
  return {
    ...shop,
    live: versions.find(({ version }) => version === shop.liveVersion) ?? null,
    draftWaiting: await hasDraft(statements, shop.shopId),
  };
}

async function hasDraft(statements: Statements, shopId: number): Promise<boolean> {
  const rows = await statements.query("SELECT 1 AS one FROM program_draft WHERE shop_id = $1", [shopId]);
  return rows.length > 0;
}
