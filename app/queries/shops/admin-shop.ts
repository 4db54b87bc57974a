import { z } from "zod";
import type { Statements } from "#app/db/database.ts";
import { tables } from "#app/db/generated/tables.ts";
import { readProgramVersions } from "#app/db/program/programs.ts";
import { readRows } from "#app/db/read-rows.ts";
import { findShop, type Shop } from "#app/db/shops/shops.ts";
import { assert } from "#app/domain/assert.ts";
import type { ProgramVersion } from "#app/domain/books/books.ts";
import type { Instant } from "#app/domain/calendar.ts";

const marksRow = z.object({ installedAt: tables.shop.shape.installed_at, draftWaiting: z.boolean() });

/** The shop a merchant has come from, as every page of the admin needs it. */
export interface AdminShop extends Shop {
  /** Null until a program is published. */
  readonly live: ProgramVersion | null;
  readonly draftWaiting: boolean;
  readonly installedAt: Instant | null;
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
    ...(await marks(statements, shop.shopId)),
  };
}

async function marks(
  statements: Statements,
  shopId: number,
): Promise<Pick<AdminShop, "draftWaiting" | "installedAt">> {
  const [row] = await readRows(
    statements,
    marksRow,
    `SELECT installed_at AS "installedAt",
            EXISTS (SELECT 1 FROM program_draft d WHERE d.shop_id = s.shop_id) AS "draftWaiting"
     FROM shop s WHERE shop_id = $1`,
    [shopId],
  );
  assert(row !== undefined, "a shop that was found is there");
  return row;
}
