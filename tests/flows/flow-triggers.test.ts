import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { advanceDueMembers } from "#app/commands/members/advance-due-members.ts";
import { applyFacts } from "#app/commands/inbox/apply-facts.ts";
import { claimReward } from "#app/commands/codes/claim-reward.ts";
import { installShop } from "#app/commands/shops/install-shop.ts";
import { listenToNotice } from "#app/commands/outbox/listen-to-notice.ts";
import { publishProgram } from "#app/commands/program/publish-program.ts";
import type { Instant } from "#app/domain/calendar.ts";
import { outboxRounds } from "#app/jobs/outbox/deliver-outbox.ts";
import { databaseKinds, openTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { openShopifyBench, SHOP, type ShopifyBench } from "#tests/support/shopify-bench.ts";
import { customer, DAY, orderFact, START } from "./plain-shop.ts";
import { rowsOf } from "#tests/support/rows-of.ts";

const PROGRAM = {
  format: "regulars.program/1",
  name: "Club",
  currency: "EUR",
  timezone: "Europe/Berlin",
  earning: { rules: [{ id: "spend", kind: "spend", points: 1, per: "1.00" }] },
  expiry: { kind: "perLot", months: 2 },
  tiers: {
    metric: "spend",
    levels: [
      { id: "bronze", name: "Bronze", from: "0" },
      { id: "silver", name: "Silber", from: "200.00" },
    ],
  },
  rewards: [{ id: "five-off", name: "5 € off", kind: "amountOff", value: "5.00", cost: 100 }],
};

const TOPICS = [
  "notify_points_earned",
  "notify_tier_changed",
  "notify_reward_claimed",
  "notify_points_expiring",
] as const;

describe.each(databaseKinds)("workflows of Shopify Flow, on the %s database", (kind) => {
  let test: TestDatabase;
  let bench: ShopifyBench;
  let shopId: number;
  let customerId: string;
  /** The moment it is, as the job sees it. */
  let clock: Instant = START;

  beforeAll(async () => {
    test = await openTestDatabase(kind);
    bench = await openShopifyBench();
    const about = { name: "Kiezcafé", currency: "EUR", timezone: "Europe/Berlin", locale: "de", scopes: [] };
    const before = START - 30 * DAY;
    const wish = { platform: "shopify", shopKey: SHOP, ...about, now: before } as const;
    ({ shopId } = await installShop(test.database, wish));
    const publication = { document: PROGRAM, effectiveAt: null, actor: "test", now: before };
    expect((await publishProgram(test.database, { shopId, ...publication })).ok).toBe(true);
    ({ customerId } = await bench.fake.control.createCustomer({ shop: SHOP, email: "anna@example.com" }));
    for (const topic of TOPICS) {
      await listenToNotice(test.database, { shopId, topic, listening: true, saidAt: before });
    }
  });
  afterAll(async () => {
    await bench.close();
    await test.drop();
  });

  /** Lets the worker tell the shop everything that waits; what began a workflow since then. */
  async function begun(): Promise<readonly { readonly handle: string; readonly payload: unknown }[]> {
    const { control } = bench.fake;
    const before = (await control.flowTriggers({ shop: SHOP })).length;
    const parts = { database: test.database, findPlatform: () => bench.platform, now: () => clock };
    const worker = outboxRounds(parts);
    worker.wake(shopId);
    const waiting = async (): Promise<number | undefined> => {
      const query =
        "SELECT count(*) AS waiting FROM outbox WHERE shop_id = $1 AND state IN ('waiting', 'delivering')";
      return (await rowsOf<{ waiting: number }>(test.database, query, [shopId]))[0]?.waiting;
    };
    await expect.poll(waiting, { interval: 50 }).toBe(0);
    await worker.stop();
    return (await control.flowTriggers({ shop: SHOP })).slice(before);
  }

  async function memberId(): Promise<string> {
    const rows = await rowsOf<{ id: string }>(
      test.database,
      "SELECT member_id::text AS id FROM member WHERE shop_id = $1 AND customer_id = $2",
      [shopId, customerId],
    );
    return rows[0]?.id ?? "";
  }

  const customer_id = (): number => Number(customerId);

  it("begin with points earned and with a tier reached", async () => {
    await applyFacts(test.database, shopId, [orderFact("1", customer(customerId), { euros: 250 })], START);
    const triggers = await begun();
    expect(triggers).toHaveLength(2);
    expect(triggers).toContainEqual({
      handle: "points-earned",
      payload: { customer_id: customer_id(), Points: 250, Balance: 250, Cause: "order:1" },
    });
    expect(triggers).toContainEqual({
      handle: "tier-changed",
      payload: {
        customer_id: customer_id(),
        Tier: "silver",
        "Tier name": "Silber",
        "Former tier": "bronze",
      },
    });
  });

  it("begin with a reward redeemed, once its code is named", async () => {
    clock = START + DAY;
    const wish = { rewardId: "five-off", points: null, actor: null, key: "click", now: clock };
    const claimed = await claimReward(test.database, { shopId, memberId: await memberId(), ...wish });
    expect(await begun()).toEqual([
      {
        handle: "reward-redeemed",
        payload: {
          customer_id: customer_id(),
          Reward: "five-off",
          "Reward name": "5 € off",
          Code: claimed.ok ? claimed.code : "",
          Balance: 150,
        },
      },
    ]);
  });

  it("begin with points expiring, 30 and again 7 days before", async () => {
    const expiring = async (at: Instant): Promise<unknown> => {
      clock = at;
      while ((await advanceDueMembers(test.database, at)).more);
      return begun();
    };
    const expiry = Date.parse("2026-03-05T12:00:00+01:00");
    const told = (daysLeft: number): object => ({
      handle: "points-expiring",
      payload: {
        customer_id: customer_id(),
        Points: 150,
        "Expires at": expect.stringMatching(/^2026-03-0[56]T/u) as string,
        "Days left": daysLeft,
      },
    });
    expect(await expiring(expiry - 29 * DAY)).toEqual([told(30)]);
    expect(await expiring(expiry - 20 * DAY)).toEqual([]);
    expect(await expiring(expiry - 6 * DAY)).toEqual([told(7)]);
  });
});
