import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { changeSettings } from "#app/commands/shops/change-settings.ts";
import { storefrontsToTell, writeStorefrontTold } from "#app/db/program/storefront-telling.ts";
import { readShop } from "#app/db/shops/shops.ts";
import { databaseKinds, openTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { PlainShop, START } from "./plain-shop.ts";

describe.each(databaseKinds)("how shoppers are addressed, on a %s database", (kind) => {
  let opened: TestDatabase;
  beforeAll(async () => {
    opened = await openTestDatabase(kind);
  });
  afterAll(() => opened.drop());

  it("is told to the shop front as soon as it is changed, and only then", async () => {
    const { database, shopId } = await PlainShop.open(opened.database);
    const isToldNext = async () => (await storefrontsToTell(database, START, START)).includes(shopId);
    const tell = async () => {
      const shop = await readShop(database, shopId);
      await writeStorefrontTold(database, shopId, shop?.liveVersion ?? 0, START);
    };
    const choose = async (address: "du" | "Sie") => {
      const shop = await readShop(database, shopId);
      if (shop === null) throw new Error("the shop is installed");
      await changeSettings(database, {
        shopId,
        settings: { ...shop.settings, address },
        actor: "test",
        now: START,
      });
    };
    await tell();
    await choose("du");
    expect(await isToldNext()).toBe(false);
    await choose("Sie");
    expect(await isToldNext()).toBe(true);
    await tell();
    expect(await isToldNext()).toBe(false);
  });
});
