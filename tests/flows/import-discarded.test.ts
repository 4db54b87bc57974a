import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { discardHistory } from "#app/commands/history/start-history.ts";
import { readImport } from "#app/db/history/history-import.ts";
import { discardImport } from "#app/deliveries/discard-import.ts";
import { advanceImport } from "#app/jobs/history/import-history.ts";
import type { WorkingPlatform } from "#app/jobs/worker.ts";
import { databaseKinds, openTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { begun, previewed, wish, work } from "./old-shop.ts";
import { type PlainShop, START } from "./plain-shop.ts";

describe.each(databaseKinds)("an import that is discarded, on the %s database", (kind) => {
  let opened: TestDatabase;
  beforeAll(async () => {
    opened = await openTestDatabase(kind);
  });
  afterAll(() => opened.drop());

  const discard = (shop: PlainShop, platform: Partial<WorkingPlatform> = {}) => {
    const findPlatform = () => ({ ...shop.platform.find(), ...platform });
    return discardImport({ database: shop.database, findPlatform }, wish(shop));
  };

  it("has the platform end what it still gathers", async () => {
    const shop = await begun(opened.database);
    const running = { state: "running", objects: 3, reason: null } as const;
    shop.platform.history.progressAnswers.push({ kind: "data", data: running });
    await work(shop, { rounds: 2 });
    expect(shop.platform.history.stopped).toEqual([]);
    expect(await discard(shop)).toEqual({ ok: true });
    expect(shop.platform.history.stopped).toEqual(["gathering-1"]);
    expect(await readImport(shop.database, shop.shopId)).toBeNull();
  });

  it("is discarded also where the platform cannot end it", async () => {
    const shop = await begun(opened.database);
    await work(shop, { rounds: 1 });
    const stopHistory = () => Promise.resolve({ kind: "retry", reason: "503", afterMs: null } as const);
    expect(await discard(shop, { stopHistory })).toEqual({ ok: true });
    expect(await readImport(shop.database, shop.shopId)).toBeNull();
  });

  it("asks nothing of the platform where all is gathered, or nothing was asked for yet", async () => {
    const shop = await previewed(opened.database);
    expect(await discard(shop)).toEqual({ ok: true });
    expect(await discard(shop)).toEqual({ ok: true });
    const other = await begun(opened.database);
    expect(await discard(other)).toEqual({ ok: true });
    expect([...shop.platform.history.stopped, ...other.platform.history.stopped]).toEqual([]);
  });

  it("while the gathering was being started leaves none that nobody knows of", async () => {
    const shop = await begun(opened.database);
    const { database, shopId } = shop;
    const startHistory: WorkingPlatform["startHistory"] = async () => {
      await discardHistory(database, wish(shop));
      return { kind: "data", data: "late" };
    };
    const findPlatform = () => ({ ...shop.platform.find(), startHistory });
    await advanceImport({ database, findPlatform, now: () => START }, shopId, new AbortController().signal);
    expect(shop.platform.history.stopped).toEqual(["late"]);
    expect(await readImport(database, shopId)).toBeNull();
  });
});
