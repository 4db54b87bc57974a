import type { Statements } from "./database.ts";
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

interface ShopRow {
  readonly shop_id: number;
  readonly platform: string;
  readonly shop_key: string;
  readonly status: Shop["status"];
  readonly name: string | null;
  readonly currency: string | null;
  readonly timezone: string | null;
  readonly locale: string | null;
  readonly scopes: string[];
  readonly settings: unknown;
  readonly live_version: number | null;
  readonly outbox_stopped: string | null;
}

const SELECT = `SELECT shop_id, platform, shop_key, status, name, currency, timezone, locale, scopes, settings, live_version,
  outbox_stopped FROM shop`;

export async function readShop(statements: Statements, shopId: number): Promise<Shop | null> {
  const [row] = await statements.query<ShopRow>(`${SELECT} WHERE shop_id = $1`, [shopId]);
  return row === undefined ? null : shopOf(row);
}

export async function findShop(
  statements: Statements,
  platform: string,
  shopKey: string,
): Promise<Shop | null> {
  const [row] = await statements.query<ShopRow>(`${SELECT} WHERE platform = $1 AND shop_key = $2`, [
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
    settings: shopSettings.parse(row.settings),
    liveVersion: row.live_version,
    outboxStopped: row.outbox_stopped,
  };
}

export async function allShopIds(statements: Statements): Promise<number[]> {
  const rows = await statements.query<{ shop_id: number }>("SELECT shop_id FROM shop ORDER BY shop_id");
  return rows.map(({ shop_id }) => shop_id);
}
