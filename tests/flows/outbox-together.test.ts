import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { applyFacts } from "#app/commands/inbox/apply-facts.ts";
import { changeSettings } from "#app/commands/shops/change-settings.ts";
import { claimReward } from "#app/commands/codes/claim-reward.ts";
import { publishProgram } from "#app/commands/program/publish-program.ts";
import { shopSettings } from "#app/db/shops/shop-settings.ts";
import { outboxRounds } from "#app/jobs/outbox/deliver-outbox.ts";
import { databaseKinds, openTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { openShopifyBench, SHOP, type ShopifyBench } from "#tests/support/shopify-bench.ts";
import { customer, orderFact } from "./plain-shop.ts";
import { installBenchShop } from "./install-bench-shop.ts";
import { rowsOf } from "#tests/support/rows-of.ts";

/** No more than one round of the outbox takes. */
const CODES = 12;
const CHANGES = 1_000;

describe.each(databaseKinds)("what goes out together, on the %s database", (kind) => {
  let test: TestDatabase;
  let bench: ShopifyBench;
  let shopId: number;
  const now = Date.now();

  beforeAll(async () => {
    test = await openTestDatabase(kind);
    bench = await openShopifyBench();
    shopId = await installBenchShop(test.database, bench, now - 1_000_000);
    const document = {
      format: "regulars.program/1",
      name: "Club",
      currency: "EUR",
      timezone: "Europe/Berlin",
      earning: { rules: [{ id: "spend", kind: "spend", points: 1, per: "1.00" }] },
      rewards: [{ id: "five-off", name: "5 € off", kind: "amountOff", value: "5.00", cost: 10 }],
    };
    const wish = { shopId, document, effectiveAt: null, actor: "test", now: now - 900_000 };
    expect(await publishProgram(test.database, wish)).toMatchObject({ ok: true });
  });
  afterAll(async () => {
    await bench.close();
    await test.drop();
  });

  /** The worker's rounds, until nothing waits. */
  async function deliver(): Promise<void> {
    const parts = { database: test.database, findPlatform: () => bench.platform, now: Date.now };
    const rounds = outboxRounds(parts);
    rounds.start();
    try {
      await expect.poll(() => waiting(), { timeout: 60_000, interval: 50 }).toBe(0);
    } finally {
      await rounds.stop();
    }
  }

  async function waiting(topic: string | null = null): Promise<number | undefined> {
    const [row] = await rowsOf<{ count: number }>(
      test.database,
      `SELECT count(*) AS count FROM outbox
       WHERE shop_id = $1 AND state IN ('waiting', 'delivering') AND ($2::text IS NULL OR topic = $2)`,
      [shopId, topic],
    );
    return row?.count;
  }

  async function buyers(count: number, euros: number): Promise<string[]> {
    const ids: string[] = [];
    for (let index = 0; index < count; index += 1) {
      const email = `buyer-${String(index)}@example.com`;
      ids.push((await bench.fake.control.createCustomer({ shop: SHOP, email, deliver: false })).customerId);
    }
    const facts = ids.map((id) => orderFact(`first-${id}`, customer(id), { euros, paidAt: now }, now));
    const applied = await applyFacts(test.database, shopId, facts, now);
    return applied.map(({ memberId }) => memberId ?? "");
  }

  it("a thousand changes of one member's points are one write to the shop", async () => {
    const { customerId } = await bench.fake.control.createCustomer({
      shop: SHOP,
      email: "often@example.com",
      deliver: false,
    });
    for (let start = 0; start < CHANGES; start += 100) {
      const facts = Array.from({ length: 100 }, (_, index) =>
        orderFact(`often-${String(start + index)}`, customer(customerId), { euros: 1, paidAt: now }, now),
      );
      await applyFacts(test.database, shopId, facts, now);
    }
    expect(await waiting("publish_member_state")).toBe(1);
    await deliver();
    const writes = await bench.fake.control.calls({ shop: SHOP, field: "metafieldsSet" });
    expect(writes).toHaveLength(1);
    const shown = await bench.fake.control.customer({ shop: SHOP, customerId });
    expect(shown?.metafields["$app.points"]).toBe(String(CHANGES));
  });

  it("codes that may be passed on share one discount, and what one round took is added at once", async () => {
    const settings = { ...shopSettings.parse({}), codesMayBePassedOn: true };
    await changeSettings(test.database, { shopId, settings, actor: "test", now });
    const members = await buyers(CODES, 50);
    await deliver();
    const claimAll = async (time: string): Promise<void> => {
      for (const memberId of members) {
        const key = `${time} ${memberId}`;
        const wish = { shopId, memberId, rewardId: "five-off", points: null, actor: null, key, now };
        expect(await claimReward(test.database, wish)).toMatchObject({ ok: true });
      }
      await deliver();
    };
    const additions = async (): Promise<number> =>
      (await bench.fake.control.calls({ shop: SHOP, field: "discountRedeemCodeBulkAdd" })).length;

    // The first code opens the discount; all others follow together.
    await claimAll("first");
    expect(await additions()).toBe(1);
    await claimAll("second");
    expect(await additions()).toBe(2);
    const discounts = await bench.fake.control.discounts({ shop: SHOP });
    expect(discounts.map(({ codes }) => codes.length)).toEqual([2 * CODES]);
    const states = await rowsOf<{ state: string }>(
      test.database,
      "SELECT DISTINCT state FROM reward_code WHERE shop_id = $1",
      [shopId],
    );
    expect(states).toEqual([{ state: "issued" }]);
  });
});
