import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { SealBroken } from "#app/db/seal.ts";
import { createSessionRecords } from "#app/db/shops/shopify-sessions.ts";
import { createSessionStorage, type SessionStorage } from "#app/platforms/shopify/auth/session-storage.ts";
import { databaseKinds, openTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { offlineSession, sessionBattery } from "./session-battery.ts";

const OLD = { id: "k1", bytes: Buffer.alloc(32, 7) };
const NEW = { id: "k2", bytes: Buffer.alloc(32, 8) };

describe.each(databaseKinds)("on the %s database", (kind) => {
  let test: TestDatabase;
  beforeAll(async () => {
    test = await openTestDatabase(kind);
  });
  afterAll(() => test.drop());

  const storage = (...keys: (typeof OLD)[]): SessionStorage =>
    createSessionStorage(
      createSessionRecords(
        () => Promise.resolve(test.database),
        () => keys,
      ),
    );

  sessionBattery("the app's database", () => storage(OLD));

  it("no token and no person can be read in the table", async () => {
    const shop = "sealed.myshopify.com";
    await storage(OLD).storeSession(offlineSession(shop));
    const rows = await test.database.query("SELECT * FROM shopify_session");
    expect(JSON.stringify(rows)).not.toMatch(/shpat_|shprt_|mara@/);
  });

  it("a session that was tampered with is refused", async () => {
    const shop = "tampered.myshopify.com";
    await storage(OLD).storeSession(offlineSession(shop));
    await test.database.query(
      `UPDATE shopify_session SET sealed = left(sealed, -2)
         || CASE WHEN right(sealed, 2) = 'AA' THEN 'BB' ELSE 'AA' END WHERE session_id = $1`,
      [`offline_${shop}`],
    );
    await expect(storage(OLD).loadSession(`offline_${shop}`)).rejects.toThrow(SealBroken);
  });

  it("a session copied to another shop's row does not open there", async () => {
    const [from, to] = ["copied-from.myshopify.com", "copied-to.myshopify.com"];
    await storage(OLD).storeSession(offlineSession(from));
    await storage(OLD).storeSession(offlineSession(to));
    await test.database.query(
      `UPDATE shopify_session SET sealed = (SELECT sealed FROM shopify_session WHERE session_id = $1)
       WHERE session_id = $2`,
      [`offline_${from}`, `offline_${to}`],
    );
    await expect(storage(OLD).loadSession(`offline_${to}`)).rejects.toThrow(SealBroken);
  });

  it("sessions sealed with the key before open while it is known, and not without it", async () => {
    const shop = "rotated.myshopify.com";
    await storage(OLD).storeSession(offlineSession(shop));
    expect((await storage(NEW, OLD).loadSession(`offline_${shop}`))?.accessToken).toBe("shpat_one");
    await expect(storage(NEW).loadSession(`offline_${shop}`)).rejects.toThrow(SealBroken);
  });
});
