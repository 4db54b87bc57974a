import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bookHistory } from "#app/commands/history/book-history.ts";
import { publishProgram } from "#app/commands/program/publish-program.ts";
import { startHistory } from "#app/commands/history/start-history.ts";
import { readImport } from "#app/db/history/history-import.ts";
import { verifyLedger } from "#app/db/verify-ledger.ts";
import { answerQuestions } from "#app/jobs/questions/answer-questions.ts";
import { advanceImport } from "#app/jobs/history/import-history.ts";
import { databaseKinds, openTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { openShopifyBench, SHOP, type ShopifyBench } from "#tests/support/shopify-bench.ts";
import { installBenchShop } from "./install-bench-shop.ts";

const DAY_MS = 86_400_000;
/** A point for each euro that no gift card paid; twenty for each new bag, thirty for each of the summer shelf. */
const PROGRAM = {
  format: "regulars.program/1",
  name: "Club",
  currency: "EUR",
  timezone: "Europe/Berlin",
  earning: {
    basis: { giftCards: "whenBought" },
    rules: [
      { id: "spend", kind: "spend", points: 1, per: "1.00" },
      { id: "new", kind: "item", points: 20, lines: { tags: ["new"] } },
      { id: "summer", kind: "item", points: 30, lines: { collections: ["summer"] } },
    ],
  },
};

describe.each(databaseKinds)("a past at Shopify whose products count, on the %s database", (kind) => {
  let test: TestDatabase;
  let bench: ShopifyBench;
  let shopId: number;
  let clock = Date.now();

  beforeAll(async () => {
    test = await openTestDatabase(kind);
    bench = await openShopifyBench();
    const now = clock - 2 * DAY_MS;
    shopId = await installBenchShop(test.database, bench, now);
    const wish = { document: PROGRAM, effectiveAt: null, actor: "test", now };
    expect((await publishProgram(test.database, { shopId, ...wish })).ok).toBe(true);
  });
  afterAll(async () => {
    await bench.close();
    await test.drop();
  });

  const parts = () => ({ database: test.database, findPlatform: () => bench.platform, now: () => clock });
  const state = async () => await readImport(test.database, shopId);

  /** A minute of the worker: the import as far as it gets, and the questions that are due. */
  async function minute(): Promise<string> {
    clock += 60_000;
    await advanceImport(parts(), shopId, new AbortController().signal);
    await answerQuestions(parts(), shopId);
    return (await state())?.state ?? "none";
  }
  const until = (wanted: string) => expect.poll(minute, { interval: 20 }).toBe(wanted);

  async function createProduct(more: Record<string, unknown>) {
    const { control } = bench.fake;
    const made = await control.createProduct({ shop: SHOP, title: "Beans", price: "10.00", ...more });
    return { productId: made.productId, variantId: made.variantIds[0] ?? "" };
  }

  async function placeOrders(): Promise<void> {
    const { control } = bench.fake;
    const tagged = await createProduct({ tags: ["new"] });
    const shelved = await createProduct({ collections: ["Summer"] });
    const gone = await createProduct({ tags: ["new"] });
    const email = "anna@example.com";
    const { customerId } = await control.createCustomer({ shop: SHOP, email, deliver: false });
    const place = (daysAgo: number, variantIds: readonly string[], more: Record<string, unknown> = {}) =>
      control.placeOrder({
        shop: SHOP,
        lines: variantIds.map((variantId) => ({ variantId })),
        at: clock - daysAgo * DAY_MS,
        deliver: false,
        ...more,
      });
    await place(40, [tagged.variantId, shelved.variantId], { customerId });
    await place(30, [tagged.variantId], { customerId, paidByGiftCard: "4.00" });
    await place(20, [gone.variantId], { customerId });
    await place(10, [shelved.variantId], { email: "guest@example.com" });
    await control.deleteProduct({ shop: SHOP, productId: gone.productId });
  }

  it("is judged by what the shop says of them, though it says wait in between", async () => {
    await placeOrders();
    const { control } = bench.fake;
    await control.forgetCalls({});
    await control.misbehave({ shop: SHOP, kind: "http_429", on: "nodes" });
    const by = () => ({ shopId, actor: "test", now: clock });
    expect(await startHistory(test.database, by())).toEqual({ ok: true });
    await expect.poll(async () => [await minute(), (await state())?.waiting]).toEqual(["previewing", true]);
    expect(await state()).toMatchObject({ failures: 0, reason: null });
    await until("ready");
    const annas = 20 + 20 + 30 + (6 + 20) + 10;
    const figures = { earned: annas + 40, outstanding: annas + 40, people: 2 };
    expect((await state())?.figures).toMatchObject(figures);
    expect(await bookHistory(test.database, by())).toEqual({ ok: true });
    await until("done");
    const members = await test.database.query(
      "SELECT earned, available FROM member WHERE shop_id = $1 ORDER BY earned",
      [shopId],
    );
    expect(members).toEqual([
      { earned: 40, available: 40 },
      { earned: annas, available: annas },
    ]);
    expect((await control.calls({ shop: SHOP, field: "nodes" })).length).toBe(2);
    expect((await verifyLedger(test.database, shopId)).contradiction).toBeNull();
  });
});
