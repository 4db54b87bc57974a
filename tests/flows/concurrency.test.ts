import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { advanceMembers } from "#app/commands/advance-due-members.ts";
import { applyFacts } from "#app/commands/apply-facts.ts";
import { claimReward } from "#app/commands/claim-reward.ts";
import { atOnce } from "#tests/support/at-once.ts";
import { openTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { customer, DAY, orderFact, PlainShop, refundFact, START } from "./plain-shop.ts";

const ROUNDS = 8;
const people = Array.from({ length: ROUNDS }, (_, round) => customer(`c${String(round)}`));
const rewards = [{ id: "five-off", kind: "amountOff", value: "5.00", cost: 500 }];

describe("on PostgreSQL, really at once", () => {
  let opened: TestDatabase;
  beforeAll(async () => {
    opened = await openTestDatabase("server");
  });
  afterAll(() => opened.drop());

  const claim = (shop: PlainShop, memberId: string, key: string, now = START) =>
    claimReward(opened.database, {
      shopId: shop.shopId,
      memberId,
      rewardId: "five-off",
      points: null,
      actor: null,
      key,
      now,
    });

  it("of two redemptions of the last 500 points exactly one wins", async () => {
    const shop = await PlainShop.open(opened.database, { rewards });
    await shop.tell(people.map((person, n) => orderFact(`o${String(n)}`, person, { euros: 500 })));
    for (const { id } of people) {
      const memberId = await shop.memberId(id ?? "");
      const answers = await atOnce(
        opened.database,
        memberId,
        () => claim(shop, memberId, `${memberId}-a`),
        () => claim(shop, memberId, `${memberId}-b`),
      );
      expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
      expect(await shop.member(id ?? "")).toMatchObject({ available: 0, held: 500 });
    }
    expect(await shop.contradiction()).toBeNull();
  });

  it("the same click twice at once claims once and answers the same", async () => {
    const shop = await PlainShop.open(opened.database, { rewards });
    await shop.tell([orderFact("o", customer("c"), { euros: 1_000 })]);
    const memberId = await shop.memberId("c");
    const [first, second] = await atOnce(
      opened.database,
      memberId,
      () => claim(shop, memberId, "click"),
      () => claim(shop, memberId, "click"),
    );
    expect(first).toEqual(second);
    expect(await shop.member("c")).toMatchObject({ available: 500, held: 500 });
  });

  it("of a redemption and the points' expiry exactly one wins", async () => {
    const expiry = { kind: "perLot", months: 1 };
    const shop = await PlainShop.open(opened.database, { rewards, expiry });
    await shop.tell(people.map((person, n) => orderFact(`o${String(n)}`, person, { euros: 500 })));
    for (const { id } of people) {
      const memberId = await shop.memberId(id ?? "");
      const [claimed] = await atOnce(
        opened.database,
        memberId,
        () => claim(shop, memberId, memberId, START + 2 * DAY),
        () => advanceMembers(opened.database, shop.shopId, [memberId], START + 60 * DAY),
      );
      const after = await shop.member(id ?? "");
      expect(after).toMatchObject(
        claimed.ok ? { held: 500, expired: 0, available: 0 } : { held: 0, expired: 500, available: 0 },
      );
    }
    expect(await shop.contradiction()).toBeNull();
  });

  it("a refund and a redemption of the same points end in a held code with a debt, or in no code", async () => {
    const shop = await PlainShop.open(opened.database, { rewards });
    await shop.tell(people.map((person, n) => orderFact(`o${String(n)}`, person, { euros: 500 })));
    for (const [n, { id }] of people.entries()) {
      const memberId = await shop.memberId(id ?? "");
      const [claimed] = await atOnce(
        opened.database,
        memberId,
        () => claim(shop, memberId, memberId),
        () => applyFacts(opened.database, shop.shopId, [refundFact(`o${String(n)}`, "r", 500)], START),
      );
      expect(await shop.member(id ?? "")).toMatchObject(
        claimed.ok ? { held: 500, debt: 500, available: 0 } : { held: 0, debt: 0, available: 0 },
      );
    }
    expect(await shop.contradiction()).toBeNull();
  });

  it("two deliveries never pass a cap together", async () => {
    const earning = {
      rules: [{ id: "spend", kind: "spend", points: 1, per: "1.00" }],
      caps: [{ points: 150, per: "month" }],
    };
    const shop = await PlainShop.open(opened.database, { earning });
    await shop.tell(people.map((by) => ({ type: "customer", at: START, customer: by, joined: true })));
    const deliver = (order: string, by: (typeof people)[number]) =>
      applyFacts(opened.database, shop.shopId, [orderFact(order, by, { euros: 100 })], START);
    for (const person of people) {
      const id = person.id ?? "";
      await atOnce(
        opened.database,
        await shop.memberId(id),
        () => deliver(`${id}a`, person),
        () => deliver(`${id}b`, person),
      );
    }
    await Promise.all(
      people.flatMap((person) => ["c", "d"].map((name) => deliver(`${String(person.id)}${name}`, person))),
    );
    for (const { id } of people) expect(await shop.member(id ?? "")).toMatchObject({ available: 150 });
  });

  it("the last piece of a reward is given once", async () => {
    const limited = [{ id: "five-off", kind: "amountOff", value: "5.00", cost: 500, stock: 1 }];
    const shop = await PlainShop.open(opened.database, { rewards: limited });
    await shop.tell(people.map((person, n) => orderFact(`o${String(n)}`, person, { euros: 500 })));
    const ids = await Promise.all(people.map(({ id }) => shop.memberId(id ?? "")));
    const answers = await Promise.all(ids.map((memberId) => claim(shop, memberId, memberId)));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it("two workers at the same shops apply everything once", async () => {
    const shops = await Promise.all([PlainShop.open(opened.database), PlainShop.open(opened.database)]);
    for (const shop of shops) {
      await Promise.all(
        Array.from({ length: 120 }, (_, n) =>
          shop.deliver([orderFact(`o${String(n % 60)}`, people[n % ROUNDS] ?? null, { euros: 10 })]),
        ),
      );
    }
    const work = async (shop: PlainShop): Promise<void> => {
      for (;;) {
        const batch = await shop.applyBatch(START, 10);
        if (batch.settled === 0 && !batch.more) return;
      }
    };
    await Promise.all(shops.flatMap((shop) => [work(shop), work(shop)]));
    for (const shop of shops) {
      const [sum] = await opened.database.query<{ points: number }>(
        "SELECT sum(available)::bigint AS points FROM member WHERE shop_id = $1",
        [shop.shopId],
      );
      expect(sum?.points).toBe(600);
      expect((await shop.inboxStates()).every(({ state }) => state === "done")).toBe(true);
      expect(await shop.contradiction()).toBeNull();
    }
  });
});
