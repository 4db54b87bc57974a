import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { claimReward } from "#app/commands/codes/claim-reward.ts";
import { startWorker, type Worker } from "#app/jobs/worker.ts";
import { databaseKinds, openTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { customer, guest, orderFact, PlainShop, refundFact, START } from "./plain-shop.ts";
import { rowsOf } from "#tests/support/rows-of.ts";

const anna = customer("c1");
const program = {
  tiers: {
    metric: "spend",
    levels: [
      { id: "bronze", name: "Bronze", from: "0" },
      { id: "silver", name: "Silber", from: "200.00", multiplier: 1.5 },
    ],
  },
  rewards: [{ id: "five-off", name: "5 € off", kind: "amountOff", value: "5.00", cost: 100 }],
};

describe.each(databaseKinds)("on a %s database", (kind) => {
  let opened: TestDatabase;
  beforeAll(async () => {
    opened = await openTestDatabase(kind);
  });
  afterAll(() => opened.drop());

  it("a paid order becomes points, a tier and a published state", async () => {
    const shop = await PlainShop.open(opened.database, program);
    await shop.tell([orderFact("1001", anna, { euros: 250 })]);
    expect(await shop.member("c1")).toMatchObject({ available: 250, earned: 250, tier_level_id: "silver" });
    expect(await shop.contradiction()).toBeNull();
  });

  it("the same delivery twice is stored once, and other deliveries of the same order change nothing", async () => {
    const shop = await PlainShop.open(opened.database, program);
    const paid = [orderFact("1001", anna, { euros: 40 })];
    expect(await shop.deliver(paid, "d1")).toBe("stored");
    expect(await shop.deliver(paid, "d1")).toBe("duplicate");
    const both = await Promise.all([shop.deliver(paid, "d2"), shop.deliver(paid, "d2")]);
    expect(both.sort()).toEqual(["duplicate", "stored"]);
    await shop.settle();
    await shop.tell(paid);
    expect(await shop.member("c1")).toMatchObject({ available: 40, earned: 40 });
    expect((await shop.inboxStates()).map(({ state }) => state)).toEqual(["done", "done", "done"]);
  });

  it("created, paid and refunded end in the same points in whatever order and batches they come", async () => {
    const created = orderFact("1001", anna, { euros: 100, paidAt: null, updatedAt: START });
    const paid = orderFact("1001", anna, { euros: 100, updatedAt: START + 1_000 });
    const refunded = refundFact("1001", "r1", 25, START + 2_000);
    const orders = [
      [created, paid, refunded],
      [refunded, paid, created],
      [paid, refunded, created],
      [paid, created, refunded],
      [refunded, created, paid],
    ];
    for (const facts of orders) {
      for (const together of [true, false]) {
        const shop = await PlainShop.open(opened.database, program);
        for (const fact of facts) {
          await shop.deliver([fact]);
          if (!together) await shop.settle();
        }
        await shop.settle();
        expect(await shop.member("c1")).toMatchObject({ available: 75, earned: 75, debt: 0 });
        expect(await shop.contradiction()).toBeNull();
      }
    }
  });

  it("of two states of the same second the paid one wins, whichever comes last", async () => {
    const shop = await PlainShop.open(opened.database, program);
    await shop.tell([orderFact("1001", anna, { euros: 100 })]);
    await shop.tell([orderFact("1001", anna, { euros: 100, paidAt: null })]);
    expect(await shop.member("c1")).toMatchObject({ available: 100 });
  });

  it("a guest's points become the customer's when the address is proven", async () => {
    const shop = await PlainShop.open(opened.database, program);
    await shop.tell([orderFact("1001", guest("Anna@Example.com"), { euros: 30 })]);
    await shop.tell([
      { type: "customer", at: START, customer: customer("c1", { email: "anna@example.com" }), joined: true },
    ]);
    expect(await shop.member("c1")).toMatchObject({ available: 30, status: "active" });
    await shop.tell([refundFact("1001", "r1", 30)]);
    expect(await shop.member("c1")).toMatchObject({ available: 0, debt: 0 });
    expect(await shop.contradiction()).toBeNull();
  });

  it("a poison delivery is parked alone with its reason, and its neighbours are done", async () => {
    const shop = await PlainShop.open(opened.database, program);
    await shop.deliver([orderFact("1001", anna, { euros: 10 })], "good-1");
    await shop.deliverBody("poison", "bad-1");
    await shop.deliverBody("not a list", "bad-2");
    // A version that does not fit any column: the database, not the adapter, refuses it.
    await shop.deliver([orderFact("1002", anna, { euros: 10, name: "\u0000" })], "bad-3");
    await shop.deliver([orderFact("1003", anna, { euros: 10 })], "good-2");
    await shop.settle();
    expect(await shop.inboxStates()).toEqual([
      { delivery_id: "good-1", state: "done", reason: null },
      { delivery_id: "bad-1", state: "parked", reason: "the body makes the adapter stumble" },
      { delivery_id: "bad-2", state: "parked", reason: "the body is not what is documented" },
      { delivery_id: "bad-3", state: "parked", reason: expect.stringMatching(/\S/) },
      { delivery_id: "good-2", state: "done", reason: null },
    ]);
    expect(await shop.member("c1")).toMatchObject({ available: 20 });
  });

  it("an order in another currency earns nothing and says why", async () => {
    const shop = await PlainShop.open(opened.database, program);
    await shop.tell([orderFact("1001", anna, { euros: 10, currency: "USD" })]);
    const [delivery] = await shop.inboxStates();
    expect(delivery?.state).toBe("done");
    expect(delivery?.reason).toMatch(/USD/);
  });

  it("a running worker applies deliveries, asks the shop for a claimed code and confirms it", async () => {
    const shop = await PlainShop.open(opened.database, program);
    const worker: Worker = await startWorker({
      database: opened.database,
      findPlatform: shop.platform.find,
      now: () => START + 60_000,
    });
    try {
      await shop.deliver([orderFact("1001", anna, { euros: 150 })]);
      const inbox = async () => (await shop.inboxStates()).map(({ state }) => state);
      await expect.poll(inbox).toEqual(["done"]);
      const memberId = await shop.memberId("c1");
      const wish = {
        shopId: shop.shopId,
        memberId,
        rewardId: "five-off",
        points: null,
        actor: null,
        key: "k",
        now: START + 60_000,
      };
      const claimed = await claimReward(opened.database, wish);
      expect(claimed).toMatchObject({ ok: true });
      await expect.poll(() => codeStates(shop)).toEqual(["issued"]);
      expect(shop.platform.asked.map(({ effect }) => effect.type)).toContain("issue_discount");
      const told = () => shop.platform.asked.map(({ memberState }) => memberState?.available);
      await expect.poll(told).toContain(50);
    } finally {
      await worker.stop();
    }
    expect(await shop.contradiction()).toBeNull();
  });
});

async function codeStates(shop: PlainShop): Promise<string[]> {
  const rows = await rowsOf<{ state: string }>(
    shop.database,
    "SELECT state FROM reward_code WHERE shop_id = $1",
    [shop.shopId],
  );
  return rows.map(({ state }) => state);
}
