import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bookHistory } from "#app/commands/history/book-history.ts";
import { startHistory } from "#app/commands/history/start-history.ts";
import { applyEvents } from "#app/commands/inbox/apply-events.ts";
import { publishProgram } from "#app/commands/program/publish-program.ts";
import { readImport } from "#app/db/history/history-import.ts";
import { createInboxWriter } from "#app/db/inbox/inbox.ts";
import { verifyLedger } from "#app/db/verify-ledger.ts";
import { translateWith } from "#app/jobs/inbox/process-inbox.ts";
import { advanceImport } from "#app/jobs/history/import-history.ts";
import { databaseKinds, openTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { openShopifyBench, SHOP, type ShopifyBench } from "#tests/support/shopify-bench.ts";
import { order } from "#tests/support/shopify-bodies.ts";
import { installBenchShop } from "./install-bench-shop.ts";
import { rowsOf } from "#tests/support/rows-of.ts";

const DAY_MS = 86_400_000;
const PROGRAM = {
  format: "regulars.program/1",
  name: "Club",
  currency: "EUR",
  timezone: "Europe/Berlin",
  earning: { rules: [{ id: "spend", kind: "spend", points: 1, per: "1.00" }] },
};

describe.each(databaseKinds)("names that no database keeps, on the %s database", (kind) => {
  let test: TestDatabase;
  let bench: ShopifyBench;
  let shopId: number;

  beforeAll(async () => {
    test = await openTestDatabase(kind);
    bench = await openShopifyBench();
    const now = Date.now() - 2 * DAY_MS;
    shopId = await installBenchShop(test.database, bench, now);
    const wish = { document: PROGRAM, effectiveAt: null, actor: "test", now };
    expect((await publishProgram(test.database, { shopId, ...wish })).ok).toBe(true);
  });
  afterAll(async () => {
    await bench.close();
    await test.drop();
  });

  const members = () =>
    rowsOf<{ name: string; earned: number }>(
      test.database,
      `SELECT concat_ws(' ', first_name, last_name) AS name, earned FROM member WHERE shop_id = $1 ORDER BY member_id`,
      [shopId],
    );

  it("come in deliveries: everybody has their points, and the name is shown clean", async () => {
    const names = ["An\0na", "Be\uD83D\uDE00a", "Cla\uD83Dra", "\uDE00Doro", "Eva"];
    const inbox = createInboxWriter(test.database);
    for (const [index, first_name] of names.entries()) {
      const id = 9_000 + index;
      const customer = {
        id,
        email: `${String(id)}@example.com`,
        verified_email: true,
        first_name,
        last_name: "\0B",
      };
      const at = new Date().toISOString();
      const moments = { created_at: at, processed_at: at, updated_at: at };
      const purchase = { ...order({ id: 8_000 + index }), ...moments, customer, name: `#${first_name}` };
      const body = JSON.stringify(purchase);
      const about = { platform: "shopify", shopKey: SHOP, topic: "orders/paid", triggeredAt: null };
      await inbox.write({ ...about, deliveryId: randomUUID(), body }, Date.now());
    }
    const translate = translateWith(() => bench.platform);
    const batch = await applyEvents(test.database, shopId, { translate, now: Date.now(), batchSize: 50 });
    expect(batch).toMatchObject({ settled: 5, parked: 0, failures: [] });
    const all = await members();
    expect(all.map(({ name }) => name)).toEqual(["Anna B", "Be\u{1F600}a B", "Clara B", "Doro B", "Eva B"]);
    expect(new Set(all.map(({ earned }) => earned)).size).toBe(1);
    expect(all[0]?.earned).toBeGreaterThan(0);
  });

  it("come in a shop's past: the whole of it is read and booked", async () => {
    const { control } = bench.fake;
    const before = (await members()).length;
    for (const [index, firstName] of ["Fi\0na", "Gre\uD83Dta", "Hanna"].entries()) {
      const email = `past-${String(index)}@example.com`;
      const person = { shop: SHOP, email, firstName, lastName: "P\uDE00", deliver: false };
      const { customerId } = await control.createCustomer(person);
      const lines = [{ title: "Cof\0fee", price: "10.00", vendor: "Rös\uD83Dter" }];
      const at = Date.now() - 40 * DAY_MS;
      await control.placeOrder({ shop: SHOP, customerId, lines, at, deliver: false });
    }
    const by = { shopId, actor: "test", now: Date.now() };
    expect(await startHistory(test.database, by)).toEqual({ ok: true });
    const parts = { database: test.database, findPlatform: () => bench.platform, now: Date.now };
    const round = async (): Promise<string> => {
      await test.database.query("UPDATE history_import SET next_at = started_at WHERE shop_id = $1", [
        shopId,
      ]);
      await advanceImport(parts, shopId, new AbortController().signal);
      return (await readImport(test.database, shopId))?.state ?? "none";
    };
    await expect.poll(round, { interval: 50 }).toBe("ready");
    expect(await bookHistory(test.database, by)).toEqual({ ok: true });
    await expect.poll(round, { interval: 50 }).toBe("done");
    expect((await readImport(test.database, shopId))?.unreadable).toBe(0);
    expect((await members()).slice(before)).toEqual([
      { name: "Fina P", earned: 10 },
      { name: "Greta P", earned: 10 },
      { name: "Hanna P", earned: 10 },
    ]);
    expect((await verifyLedger(test.database, shopId)).contradiction).toBeNull();
  });
});
