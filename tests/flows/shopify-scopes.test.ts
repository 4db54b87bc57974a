import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { applyEvents } from "#app/commands/apply-events.ts";
import { applyFacts } from "#app/commands/apply-facts.ts";
import { cancelCode } from "#app/commands/cancel-code.ts";
import { claimReward } from "#app/commands/claim-reward.ts";
import { installShop } from "#app/commands/install-shop.ts";
import { publishProgram } from "#app/commands/publish-program.ts";
import { createInboxWriter } from "#app/db/inbox.ts";
import { proveLedger } from "#app/db/prove-ledger.ts";
import { readShop } from "#app/db/shops.ts";
import { createFront } from "#app/doors/front.ts";
import { createWebhookDoor } from "#app/doors/webhook-door.ts";
import { outboxRounds } from "#app/jobs/deliver-outbox.ts";
import { translateWith } from "#app/jobs/process-inbox.ts";
import { missingScopes, SCOPES } from "#app/platforms/shopify/scopes.ts";
import { verifyShopifyWebhook } from "#app/platforms/shopify/verify-webhook.ts";
import { databaseKinds, openTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { API_SECRET, openShopifyBench, SHOP, type ShopifyBench } from "#tests/support/shopify-bench.ts";
import { customer, orderFact } from "./plain-shop.ts";

const HOUR = 3_600_000;
const TAKEN = ["write_customers", "write_discounts"];
const program = {
  format: "regulars.program/1",
  name: "Club",
  currency: "EUR",
  timezone: "Europe/Berlin",
  earning: { rules: [{ id: "spend", kind: "spend", points: 1, per: "1.00" }] },
  rewards: [
    { id: "five-off", kind: "amountOff", value: "5.00", cost: 50 },
    { id: "credit", kind: "storeCredit", value: "4.00", cost: 40 },
  ],
};

describe.each(databaseKinds)("what the merchant allows the app, on the %s database", (kind) => {
  let test: TestDatabase;
  let bench: ShopifyBench;
  let server: ReturnType<typeof createFront>;
  let shopId: number;
  let memberId = "";
  let customerId = "";
  const now = Date.now();

  beforeAll(async () => {
    test = await openTestDatabase(kind);
    bench = await openShopifyBench();
    server = createFront({
      webhooks: createWebhookDoor({
        verify: (readHeader, body) => verifyShopifyWebhook(readHeader, body, [API_SECRET]),
        inbox: createInboxWriter(test.database),
        now: Date.now,
      }),
      health: { live: (response) => response.end(), ready: () => Promise.resolve() },
      pages: { answer: (_, response) => response.end() },
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as AddressInfo;
    await bench.fake.control.setAppUrl({ appUrl: `http://127.0.0.1:${String(port)}` });
    const described = await bench.platform.describeShop(SHOP);
    if (described.kind !== "data") throw new Error(described.reason);
    const shop = { ...described.data, platform: "shopify", shopKey: SHOP, now: now - 48 * HOUR };
    ({ shopId } = await installShop(test.database, shop));
    const wish = { shopId, document: program, effectiveAt: null, actor: "test", now: now - 47 * HOUR };
    expect(await publishProgram(test.database, wish)).toMatchObject({ ok: true });
    const made = { shop: SHOP, email: "anna@example.com", deliver: false };
    ({ customerId } = await bench.fake.control.createCustomer(made));
    memberId = await buy("first", 300);
  });
  afterAll(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    await bench.close();
    await test.drop();
  });

  async function buy(orderId: string, euros: number): Promise<string> {
    const fact = orderFact(orderId, customer(customerId), { euros, paidAt: now }, now);
    const [applied] = await applyFacts(test.database, shopId, [fact], now);
    return applied?.memberId ?? "";
  }

  /** The merchant decides, Shopify tells of it, the worker reads it. */
  async function allow(scopes: readonly string[]): Promise<void> {
    await bench.fake.control.changeScopes({ shop: SHOP, scopes: [...scopes] });
    await bench.fake.control.settle({});
    const translate = translateWith(() => bench.platform);
    const batch = { translate, now: Date.now(), batchSize: 50 };
    while ((await applyEvents(test.database, shopId, batch)).settled > 0);
  }

  /** The worker's rounds, until nothing is due. */
  async function deliver(): Promise<void> {
    const parts = { database: test.database, findPlatform: () => bench.platform, now: Date.now };
    const rounds = outboxRounds(parts);
    rounds.start();
    const due = () =>
      test.database.query(
        `SELECT 1 FROM outbox WHERE shop_id = $1 AND state IN ('waiting', 'delivering')
         AND (state = 'delivering' OR next_attempt_at <= now())`,
        [shopId],
      );
    try {
      await expect.poll(due, { timeout: 60_000, interval: 50 }).toEqual([]);
    } finally {
      await rounds.stop();
    }
  }

  async function claim(rewardId: string): Promise<string> {
    const key = `${rewardId}-${String(Math.random())}`;
    const claimed = await claimReward(test.database, { shopId, memberId, rewardId, points: null, key, now });
    if (!claimed.ok) throw new Error(claimed.message);
    return claimed.code;
  }

  const waiting = () =>
    test.database.query<{ topic: string; reason: string | null }>(
      "SELECT topic, reason FROM outbox WHERE shop_id = $1 AND state = 'waiting' ORDER BY topic",
      [shopId],
    );
  const stateOf = async (code: string) => {
    const [row] = await test.database.query<{ state: string }>(
      "SELECT state FROM reward_code WHERE shop_id = $1 AND code = $2",
      [shopId, code],
    );
    return row?.state;
  };
  const available = async () => {
    const [row] = await test.database.query<{ available: number }>(
      "SELECT available FROM member WHERE shop_id = $1 AND member_id = $2",
      [shopId, Number(memberId)],
    );
    return row?.available;
  };
  const granted = async () => (await readShop(test.database, shopId))?.scopes ?? [];
  const codesInShop = async () =>
    (await bench.fake.control.discounts({ shop: SHOP })).flatMap(({ codes }) =>
      codes.map(({ code }) => code),
    );
  const shown = async () => bench.fake.control.customer({ shop: SHOP, customerId });

  it("is known from its installation", async () => {
    expect([...(await granted())].sort()).toEqual([...SCOPES].sort());
    expect(missingScopes(await granted())).toEqual([]);
  });

  it("stops what it no longer allows, says so, goes on with the rest, and makes up for it once allowed", async () => {
    const code = await claim("five-off");
    await deliver();
    expect(await codesInShop()).toEqual([code]);
    expect((await shown())?.metafields["$app.points"]).toBe("250");

    await allow(SCOPES.filter((scope) => !TAKEN.includes(scope)));
    expect(await granted()).not.toContain("write_discounts");
    expect(missingScopes(await granted())).toEqual(TAKEN);

    // Taken back here, and still in the shop: that waits. A new code cannot be: its points come back at once.
    const back = { shopId, memberId, code, reason: "", actor: null, now };
    expect(await cancelCode(test.database, back)).toMatchObject({ ok: true });
    const refused = await claim("five-off");
    const credit = await claim("credit");
    await buy("second", 11);
    await deliver();
    expect(await stateOf(refused)).toBe("failed");
    expect(await stateOf(credit)).toBe("used");
    expect(await available()).toBe(300 + 11 - 40);
    expect((await shown())?.storeCredit["EUR"]).toBe("4.00");
    expect(await codesInShop()).toEqual([code]);
    expect((await shown())?.metafields["$app.points"]).toBe("250");
    expect(await waiting()).toEqual([
      { topic: "publish_member_state", reason: expect.stringContaining("write_customers") },
      { topic: "withdraw_discount", reason: expect.stringContaining("discounts") },
    ]);

    // Nobody knocks at a closed door all day.
    await bench.fake.control.forgetCalls({});
    await deliver();
    expect(await bench.fake.control.calls({ shop: SHOP })).toEqual([]);

    await allow(SCOPES);
    expect(missingScopes(await granted())).toEqual([]);
    await deliver();
    expect(await waiting()).toEqual([]);
    expect(await codesInShop()).toEqual([]);
    expect((await shown())?.metafields["$app.points"]).toBe("271");
    const next = await claim("five-off");
    await deliver();
    expect(await codesInShop()).toEqual([next]);
    expect((await proveLedger(test.database, shopId)).contradiction).toBeNull();
  });

  it("takes more than it asks for, and keeps it in mind", async () => {
    await allow([...SCOPES, "read_all_orders"]);
    expect(await granted()).toContain("read_all_orders");
    expect(missingScopes(await granted())).toEqual([]);
  });
});
