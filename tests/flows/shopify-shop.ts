import type { AddressInfo } from "node:net";
import { randomUUID } from "node:crypto";
import { expect } from "vitest";
import { applyEvents } from "#app/commands/inbox/apply-events.ts";
import { claimReward } from "#app/commands/codes/claim-reward.ts";
import { publishProgram } from "#app/commands/program/publish-program.ts";
import { createInboxWriter } from "#app/db/inbox/inbox.ts";
import { verifyLedger } from "#app/db/verify-ledger.ts";
import { createFront } from "#app/doors/front.ts";
import { createWebhookDoor } from "#app/doors/webhook-door.ts";
import { outboxRounds } from "#app/jobs/outbox/deliver-outbox.ts";
import { translateWith } from "#app/jobs/inbox/process-inbox.ts";
import { verifyShopifyWebhook } from "#app/platforms/shopify/auth/verify-webhook.ts";
import { openTestDatabase, type databaseKinds, type TestDatabase } from "#tests/support/database.ts";
import { API_SECRET, openShopifyBench, SHOP, type ShopifyBench } from "#tests/support/shopify-bench.ts";
import { installBenchShop } from "./install-bench-shop.ts";
import { rowsOf } from "#tests/support/rows-of.ts";

const HOUR = 3_600_000;

/** A shop at the fake Shopify whose deliveries come through the real door and whose worker really asks it. */
export class ShopifyShop {
  private constructor(
    private readonly test: TestDatabase,
    private readonly bench: ShopifyBench,
    private readonly server: ReturnType<typeof createFront>,
    readonly shopId: number,
  ) {}

  static async open(
    kind: (typeof databaseKinds)[number],
    rewards: readonly Record<string, unknown>[],
    more: Record<string, unknown> = {},
  ): Promise<ShopifyShop> {
    const test = await openTestDatabase(kind);
    const bench = await openShopifyBench();
    const server = createFront({
      webhooks: new Map([
        [
          "/webhooks",
          createWebhookDoor({
            verify: (readHeader, body) => verifyShopifyWebhook(readHeader, body, [API_SECRET]),
            inbox: createInboxWriter(test.database),
            now: Date.now,
          }),
        ],
      ]),
      seen: (_, response) => void response.end(),
      shoppers: (_wish, _request, response) => void response.end(),
      shopAskedFor: () => null,
      isStorefrontOrigin: () => Promise.resolve(false),
      health: { live: (response) => response.end(), ready: () => Promise.resolve() },
      storefront: (_, response) => {
        response.end();
        return Promise.resolve();
      },
      pages: { answer: (_, response) => response.end() },
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as AddressInfo;
    await bench.fake.control.setAppUrl({ appUrl: `http://127.0.0.1:${String(port)}` });
    const now = Date.now();
    const shopId = await installBenchShop(test.database, bench, now - 48 * HOUR);
    const document = {
      format: "regulars.program/1",
      name: "Club",
      currency: "EUR",
      timezone: "Europe/Berlin",
      earning: { rules: [{ id: "spend", kind: "spend", points: 1, per: "1.00" }] },
      rewards,
      ...more,
    };
    const wish = { shopId, document, effectiveAt: null, actor: "test", now: now - 47 * HOUR };
    expect(await publishProgram(test.database, wish)).toMatchObject({ ok: true });
    return new ShopifyShop(test, bench, server, shopId);
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
    await this.bench.close();
    await this.test.drop();
  }

  get database() {
    return this.test.database;
  }

  get platform() {
    return this.bench.platform;
  }

  get control() {
    return this.bench.fake.control;
  }

  /** Waits for Shopify's deliveries and applies them. */
  async hear(): Promise<void> {
    await this.control.settle({});
    const translate = translateWith(() => this.bench.platform);
    const batch = { translate, now: Date.now(), batchSize: 50 };
    while ((await applyEvents(this.database, this.shopId, batch)).settled > 0);
  }

  /** The worker's rounds, until nothing is due, nor soon: what did not work just now is tried again in seconds. */
  async deliver(aheadMs = 0): Promise<void> {
    const findPlatform = () => this.bench.platform;
    const now = () => Date.now() + aheadMs;
    const rounds = outboxRounds({ database: this.database, findPlatform, now });
    const due = () =>
      this.database.query(
        `SELECT 1 FROM outbox WHERE shop_id = $1 AND state IN ('waiting', 'delivering')
         AND (state = 'delivering' OR next_attempt_at <= $2::timestamptz)`,
        [this.shopId, new Date(now() + HOUR).toISOString()],
      );
    rounds.start();
    try {
      await expect.poll(due, { interval: 50 }).toEqual([]);
    } finally {
      await rounds.stop();
    }
  }

  async claim(memberId: string, rewardId: string): Promise<string> {
    const wish = {
      shopId: this.shopId,
      memberId,
      rewardId,
      points: null,
      key: randomUUID(),
      actor: null,
      now: Date.now(),
    };
    const claimed = await claimReward(this.database, wish);
    if (!claimed.ok) throw new Error(claimed.message);
    return claimed.code;
  }

  async member(customerId: string): Promise<{ member_id: string; available: number; spent: number }> {
    const [row] = await rowsOf<{ member_id: number; available: number; spent: number }>(
      this.database,
      "SELECT member_id, available, spent FROM member WHERE shop_id = $1 AND customer_id = $2",
      [this.shopId, customerId],
    );
    if (row === undefined) throw new Error(`${customerId} is not a member`);
    return { ...row, member_id: String(row.member_id) };
  }

  async codeState(code: string): Promise<{ state: string; used_by_order_id: string | null } | undefined> {
    const [row] = await rowsOf<{ state: string; used_by_order_id: string | null }>(
      this.database,
      "SELECT state, used_by_order_id FROM reward_code WHERE shop_id = $1 AND code = $2",
      [this.shopId, code],
    );
    return row;
  }

  async codesInShop(): Promise<string[]> {
    const discounts = await this.control.discounts({ shop: SHOP });
    return discounts.flatMap(({ codes }) => codes.map(({ code }) => code));
  }

  async contradiction(): Promise<string | null> {
    return (await verifyLedger(this.database, this.shopId)).contradiction;
  }
}
