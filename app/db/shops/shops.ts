import type { z } from "zod";
import { oneOf } from "../column-values.ts";
import type { Database, Statements } from "../database.ts";
import { tables } from "../generated/tables.ts";
import { readRows } from "../read-rows.ts";
import { type ShopSettings, shopSettings } from "./shop-settings.ts";

export interface Shop {
  readonly shopId: number;
  readonly platform: string;
  readonly shopKey: string;
  readonly status: "known" | "installed" | "uninstalled" | "redacted";
  readonly name: string | null;
  readonly currency: string | null;
  readonly timezone: string | null;
  readonly locale: string | null;
  readonly scopes: readonly string[];
  readonly settings: ShopSettings;
  readonly liveVersion: number | null;
  readonly outboxStopped: string | null;
}

const shopRow = tables.shop
  .pick({
    shop_id: true,
    platform: true,
    shop_key: true,
    name: true,
    currency: true,
    timezone: true,
    locale: true,
    scopes: true,
    live_version: true,
    outbox_stopped: true,
  })
  .extend({
    status: oneOf<Shop["status"]>({ known: true, installed: true, uninstalled: true, redacted: true }),
    settings: shopSettings,
  });

type ShopRow = z.output<typeof shopRow>;

const SELECT = `SELECT shop_id, platform, shop_key, status, name, currency, timezone, locale, scopes, settings, live_version,
  outbox_stopped FROM shop`;

export async function readShop(statements: Statements, shopId: number): Promise<Shop | null> {
  const [row] = await readRows(statements, shopRow, `${SELECT} WHERE shop_id = $1`, [shopId]);
  return row === undefined ? null : shopOf(row);
}

export async function findShop(
  statements: Statements,
  platform: string,
  shopKey: string,
): Promise<Shop | null> {
  const [row] = await readRows(statements, shopRow, `${SELECT} WHERE platform = $1 AND shop_key = $2`, [
    platform,
    shopKey,
  ]);
  return row === undefined ? null : shopOf(row);
}

function shopOf(row: ShopRow): Shop {
  return {
    shopId: row.shop_id,
    platform: row.platform,
    shopKey: row.shop_key,
    status: row.status,
    name: row.name,
    currency: row.currency,
    timezone: row.timezone,
    locale: row.locale,
    scopes: row.scopes,
    settings: row.settings,
    liveVersion: row.live_version,
    outboxStopped: row.outbox_stopped,
  };
}

export async function allShopIds({ prisma }: Database): Promise<number[]> {
  const shops = await prisma.shop.findMany({ select: { shopId: true }, orderBy: { shopId: "asc" } });
  return shops.map(({ shopId }) => shopId);
}
