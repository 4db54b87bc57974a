import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { installShop } from "#app/commands/shops/install-shop.ts";
import { notePresence } from "#app/commands/shops/note-presence.ts";
import { writeCredential, readCredential } from "#app/db/credentials.ts";
import { createInboxWriter } from "#app/db/inbox/inbox.ts";
import { readProgramVersions } from "#app/db/program/programs.ts";
import { stopSpeakingTo } from "#app/db/shops/shop-states.ts";
import { readShop } from "#app/db/shops/shops.ts";
import type { ShopFact } from "#app/domain/event.ts";
import { reconcileOrders } from "#app/jobs/shops/reconcile-orders.ts";
import { databaseKinds, openTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { customer, DAY, orderFact, PlainShop, START } from "./plain-shop.ts";
import { rowsOf } from "#tests/support/rows-of.ts";

const HOUR = 3_600_000;
const IS_BACK = "it speaks of an earlier installation: the shop has the app";
const KEYS = [{ id: "k1", bytes: Buffer.alloc(32, 7) }] as const;

const uninstalled = (at: number): ShopFact => ({ type: "app_uninstalled", at });
const redacted = (at: number): ShopFact => ({ type: "shop_redacted", at });

describe.each(databaseKinds)("a shop that comes and goes, on the %s database", (kind) => {
  let opened: TestDatabase;
  beforeAll(async () => {
    opened = await openTestDatabase(kind);
  });
  afterAll(() => opened.drop());

  const open = async (): Promise<PlainShop> => {
    const shop = await PlainShop.open(opened.database);
    await shop.tell([orderFact("1", customer("c1"), { euros: 40 })]);
    await writeCredential(opened.database, shop.shopId, { name: "token", secret: "secret" }, KEYS);
    return shop;
  };
  const install = (shop: PlainShop, now: number) =>
    installShop(opened.database, {
      platform: "shopify",
      shopKey: shop.shopKey,
      name: "Kiezcafé",
      currency: "EUR",
      timezone: "Europe/Berlin",
      locale: "de",
      scopes: [],
      now,
    });
  const standing = async (shop: PlainShop) => {
    const found = await readShop(opened.database, shop.shopId);
    const token = await readCredential(opened.database, shop.shopId, "token", KEYS);
    const [row] = await rowsOf<{ people: number }>(
      opened.database,
      "SELECT count(*) AS people FROM member WHERE shop_id = $1 AND status <> 'erased'",
      [shop.shopId],
    );
    return { status: found?.status, hasToken: token !== null, people: row?.people };
  };
  const lastReason = async (shop: PlainShop) => (await shop.inboxStates()).at(-1)?.reason;

  it.each([
    ["Tea <3 & Cake>", "de-AT", "Tea  3 & Cake", "de"],
    ["<>", "en", "named-3.example", "en"],
    ["Long ".repeat(60), "xx_YY", "Long ".repeat(40).trim(), "xx"],
    ["Kiezcafé", "", "Kiezcafé", "en"],
  ])("may be called %j in %j: its first program is %j in %j", async (name, locale, expected, language) => {
    const shopKey = `named-${String(name.length + 1)}.example`;
    const money = { currency: "EUR", timezone: "Europe/Berlin" };
    const shop = { platform: "shopify", shopKey, name, ...money, locale, scopes: [], now: START };
    const { shopId } = await installShop(opened.database, shop);
    const [live] = await readProgramVersions(opened.database, shopId);
    expect(live?.program.language).toBe(language);
    expect(live?.program.name.otherwise).toBe(expected);
  });

  it("that uninstalls is stopped at once and keeps its people until it is to be forgotten", async () => {
    const shop = await open();
    await shop.tell([uninstalled(START + HOUR)], START + HOUR);
    expect(await standing(shop)).toEqual({ status: "uninstalled", hasToken: false, people: 1 });
    await shop.database.query(
      "INSERT INTO gift_card_payment (shop_id, order_id, amount_minor, read_at) VALUES ($1, '1', 500, now())",
      [shop.shopId],
    );
    await shop.tell([redacted(START + 49 * HOUR)], START + 49 * HOUR);
    expect(await standing(shop)).toEqual({ status: "redacted", hasToken: false, people: 0 });
    expect(
      await shop.database.query("SELECT 1 FROM gift_card_payment WHERE shop_id = $1", [shop.shopId]),
    ).toEqual([]);
    expect(await shop.contradiction()).toBeNull();
  });

  it("that uninstalls and is to be forgotten in one batch is forgotten", async () => {
    const shop = await open();
    await shop.deliver([uninstalled(START + HOUR)]);
    await shop.deliver([redacted(START + 49 * HOUR)]);
    await shop.settle(START + 50 * HOUR);
    expect(await standing(shop)).toEqual({ status: "redacted", hasToken: false, people: 0 });
  });

  it("is not ended by a late word of an uninstallation from before staff opened the app again", async () => {
    const shop = await open();
    await notePresence(opened.database, shop.shopId, START + 2 * HOUR);
    await shop.tell([uninstalled(START + HOUR)], START + 3 * HOUR);
    expect(await standing(shop)).toEqual({ status: "installed", hasToken: true, people: 1 });
    expect(await lastReason(shop)).toBe(IS_BACK);
    await shop.tell([uninstalled(START + 4 * HOUR)], START + 4 * HOUR);
    expect(await standing(shop)).toMatchObject({ status: "uninstalled", hasToken: false });
  });

  it("is not ended by a repeated word of an uninstallation it has come back from", async () => {
    const shop = await open();
    await shop.tell([uninstalled(START + HOUR)], START + HOUR);
    await install(shop, START + 2 * HOUR);
    await shop.tell([uninstalled(START + HOUR)], START + 3 * HOUR);
    expect(await standing(shop)).toMatchObject({ status: "installed", people: 1 });
    expect(await lastReason(shop)).toBe(IS_BACK);
  });

  it.each<[string, number]>([
    ["before it came back", START + HOUR],
    ["after it came back, 48 hours after it had uninstalled", START + 50 * HOUR],
  ])("that has come back is not forgotten, where that was asked %s", async (_, at) => {
    const shop = await open();
    await shop.tell([uninstalled(START + HOUR)], START + HOUR);
    await install(shop, START + 2 * HOUR);
    await shop.tell([redacted(at)], START + 51 * HOUR);
    expect(await standing(shop)).toMatchObject({ status: "installed", people: 1 });
    expect(await lastReason(shop)).toBe(IS_BACK);
    expect(await shop.member("c1")).toMatchObject({ available: 40 });
  });

  it("whose uninstallation no delivery told of is found out by asking for its orders, and forgotten", async () => {
    const shop = await open();
    const platform = {
      ...shop.platform.find(),
      compareEveryMs: HOUR,
      listUpdatedOrders: () => Promise.resolve({ kind: "gone", reason: "Shopify answers 401" } as const),
    };
    const parts = { database: opened.database, findPlatform: () => platform, now: () => START + HOUR };
    await reconcileOrders(parts, createInboxWriter(opened.database), shop.shopId);
    expect(await standing(shop)).toEqual({ status: "installed", hasToken: false, people: 1 });
    await shop.tell([redacted(START + 49 * HOUR)], START + 49 * HOUR);
    expect(await standing(shop)).toMatchObject({ status: "redacted", people: 0 });
  });

  it("that could not be reached is spoken to again once staff have opened the app", async () => {
    const shop = await open();
    await stopSpeakingTo(opened.database, shop.shopId, "Shopify answers 401");
    await install(shop, START + DAY);
    expect(await readShop(opened.database, shop.shopId)).toMatchObject({ outboxStopped: null });
  });

  it("forgets nothing of the presence it knows when an older one is noted", async () => {
    const shop = await open();
    await notePresence(opened.database, shop.shopId, START + 2 * HOUR);
    await notePresence(opened.database, shop.shopId, START);
    await shop.tell([uninstalled(START + HOUR)], START + 3 * HOUR);
    expect(await standing(shop)).toMatchObject({ status: "installed" });
  });
});
