import { expect } from "vitest";
import { bookHistory } from "#app/commands/history/book-history.ts";
import { startHistory } from "#app/commands/history/start-history.ts";
import type { Database } from "#app/db/client.ts";
import { type HistoryImport, readImport } from "#app/db/history/history-import.ts";
import type { Instant } from "#app/domain/calendar.ts";
import type { ShopFact } from "#app/domain/event.ts";
import { advanceImport } from "#app/jobs/history/import-history.ts";
import { customer, DAY, guest, orderFact, PlainShop, refund, START } from "./plain-shop.ts";
import { rowsOf } from "#tests/support/rows-of.ts";

/** What a merchant publishes: tiers that multiply, points that expire, presents and points at a tier's door. */
export const PROGRAM = {
  expiry: { kind: "perLot", months: 12 },
  tiers: {
    metric: "spend",
    window: { kind: "rolling", months: 12 },
    levels: [
      { id: "base", name: "Base", from: "0" },
      {
        id: "gold",
        name: "Gold",
        from: "100.00",
        multiplier: 2,
        entryPoints: 50,
        entryRewards: ["five-off"],
      },
    ],
  },
  rewards: [{ id: "five-off", kind: "amountOff", value: "5.00", cost: 100 }],
};

export const anna = customer("anna");
const bert = customer("bert");

export const order = (
  id: string,
  by: Parameters<typeof orderFact>[1],
  euros: number,
  daysAgo: number,
): ShopFact => {
  const at = START - daysAgo * DAY;
  return orderFact(id, by, { euros, placedAt: at, paidAt: at, updatedAt: at });
};

/** Two years of a small shop. Anna rises to Gold on the way; what she earned first has lapsed by now. */
export const HISTORY: readonly ShopFact[] = [
  order("1", anna, 80, 480),
  order("2", bert, 30, 300),
  order("3", anna, 60, 200),
  order("4", guest("carla@example.com"), 40, 150),
  order("5", anna, 70, 100),
  orderFact("6", bert, {
    euros: 50,
    placedAt: START - 90 * DAY,
    paidAt: START - 90 * DAY,
    updatedAt: START - 80 * DAY,
    refunds: [refund("r6", 20, START - 80 * DAY)],
  }),
  order("7", null, 99, 60),
  order("8", customer("carla", { email: "Carla@example.com" }), 65, 40),
];

/** A worker's rounds, until there is nothing to do; waiting costs no time here. */
export async function work(
  shop: PlainShop,
  { rounds = 40, now = START, database = shop.database }: WorkOptions = {},
): Promise<void> {
  const parts = { database, findPlatform: shop.platform.find, now: () => now };
  for (let round = 0; round < rounds; round += 1) {
    await shop.database.query("UPDATE history_import SET next_at = started_at WHERE shop_id = $1", [
      shop.shopId,
    ]);
    await advanceImport(parts, shop.shopId, new AbortController().signal);
  }
}

interface WorkOptions {
  readonly rounds?: number;
  readonly now?: Instant;
  readonly database?: Database;
}

export const wish = (shop: PlainShop, now = START) => ({ shopId: shop.shopId, actor: "test", now });

export async function run(shop: PlainShop): Promise<HistoryImport> {
  const found = await readImport(shop.database, shop.shopId);
  if (found === null) throw new Error("there is no import");
  return found;
}

/** A shop with a past that has asked for it. */
export async function begun(database: Database, orders: readonly ShopFact[] = HISTORY): Promise<PlainShop> {
  const shop = await PlainShop.install(database);
  shop.platform.history.orders = [...orders];
  expect(await startHistory(database, wish(shop, START - 20 * DAY))).toEqual({ ok: true });
  return shop;
}

export async function previewed(
  database: Database,
  orders: readonly ShopFact[] = HISTORY,
): Promise<PlainShop> {
  const shop = await begun(database, orders);
  await shop.publish(PROGRAM, START - 10 * DAY);
  await work(shop);
  expect((await run(shop)).state).toBe("ready");
  return shop;
}

export async function booked(database: Database, orders: readonly ShopFact[] = HISTORY): Promise<PlainShop> {
  const shop = await previewed(database, orders);
  expect(await bookHistory(database, wish(shop))).toEqual({ ok: true });
  await work(shop);
  expect((await run(shop)).state).toBe("done");
  return shop;
}

export function members(shop: PlainShop): Promise<{ who: string }[]> {
  return rowsOf(
    shop.database,
    `SELECT coalesce(customer_id, email) AS who, status, available, pending, debt, earned, spent, expired, tier_level_id,
       tier_since, tier_until, enrolled_at FROM member WHERE shop_id = $1 AND merged_into IS NULL ORDER BY 1`,
    [shop.shopId],
  );
}
