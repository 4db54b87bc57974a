import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { applyFacts } from "#app/commands/inbox/apply-facts.ts";
import { atOnce } from "#tests/support/at-once.ts";
import { openTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { STORE as store } from "#tests/support/ecwid-bench.ts";
import { rowsOf } from "#tests/support/rows-of.ts";
import { EcwidShop } from "./ecwid-shop.ts";
import { customer, orderFact, PlainShop, refundFact, START } from "./plain-shop.ts";
import { raceBattery, type RacedShop } from "./race-battery.ts";

const ROUNDS = 8;
const people = Array.from({ length: ROUNDS }, (_, round) => customer(`c${String(round)}`));

raceBattery({ name: "Shopify", open: openPlain });
raceBattery({ name: "Ecwid", open: openEcwid });

async function openPlain(program: Record<string, unknown>): Promise<RacedShop> {
  const { database, drop } = await openTestDatabase("server");
  const shop = await PlainShop.open(database, program);
  return {
    database,
    shopId: shop.shopId,
    start: START,
    buy: async (customers, euros) => {
      const buyers = people.slice(0, customers);
      await shop.tell(buyers.map((person, n) => orderFact(`o${String(n)}`, person, { euros })));
      return Promise.all(buyers.map(({ id }) => shop.memberId(String(id))));
    },
    refund: async (n, euros) => {
      await shop.deliver([refundFact(`o${String(n)}`, "r", euros)]);
    },
    apply: () => shop.applyBatch(),
    close: drop,
  };
}

async function openEcwid(program: Record<string, unknown>): Promise<RacedShop> {
  const shop = await EcwidShop.open("server", program);
  const start = Date.now();
  const orders: string[] = [];
  return {
    database: shop.database,
    shopId: shop.shopId,
    start,
    buy: async (customers, euros) => {
      const lines = [{ title: "Coffee", price: `${String(euros)}.00` }];
      const ids: string[] = [];
      for (let n = 0; n < customers; n += 1) {
        const email = `anna-${String(n)}@example.com`;
        const { customerId } = await shop.control.createCustomer({ store, email });
        orders.push((await shop.control.placeOrder({ store, customerId, lines })).orderId);
        ids.push(customerId);
      }
      await shop.hear();
      return Promise.all(ids.map(async (id) => (await shop.member(id)).member_id));
    },
    refund: async (n, euros) => {
      const [orderId = "", amount] = [orders[n], `${String(euros)}.00`];
      await shop.control.refundOrder({ store, orderId, amount, at: start + 60_000 * (n + 1) });
      await shop.control.settle({});
      // The event is a hint: what the store says of it is what waits.
      await shop.apply();
      await shop.askShop();
    },
    apply: () => shop.apply(),
    close: () => shop.close(),
  };
}

describe("on PostgreSQL, really at once", () => {
  let opened: TestDatabase;
  beforeAll(async () => {
    opened = await openTestDatabase("server");
  });
  afterAll(() => opened.drop());

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
      const [sum] = await rowsOf<{ points: number }>(
        opened.database,
        "SELECT sum(available)::bigint AS points FROM member WHERE shop_id = $1",
        [shop.shopId],
      );
      expect(sum?.points).toBe(600);
      expect((await shop.inboxStates()).every(({ state }) => state === "done")).toBe(true);
      expect(await shop.contradiction()).toBeNull();
    }
  });
});

describe("two workers at one Ecwid store", () => {
  let shop: EcwidShop;
  beforeAll(async () => {
    const rewards = [{ id: "five-off", kind: "amountOff", value: "5.00", cost: 50 }];
    shop = await EcwidShop.open("server", { rewards });
  });
  afterAll(() => shop.close());

  it("ask, apply and tell everything once, while members claim and events come twice and back to front", async () => {
    const { customerId } = await shop.control.createCustomer({ store, email: "anna@example.com" });
    const lines = [{ title: "Coffee", price: "200.00" }];
    const first = await shop.control.placeOrder({ store, customerId, lines });
    await shop.hear();
    const { member_id: memberId } = await shop.member(customerId);

    const topic = "order.created";
    await shop.control.misbehaveWebhooks({ store, topic, kind: "duplicate", times: 5 });
    await shop.control.misbehaveWebhooks({ store, topic, kind: "reorder", times: 3, delayMs: 200 });
    const claims: Promise<string>[] = [];
    await shop.work(2, async () => {
      claims.push(...Array.from({ length: 6 }, () => shop.claim(memberId, "five-off")));
      for (let n = 0; n < 10; n += 1) await shop.control.placeOrder({ store, customerId, lines });
      await shop.control.refundOrder({
        store,
        orderId: first.orderId,
        amount: "30.00",
        at: Date.now() + 60_000,
      });
      await Promise.allSettled(claims);
      await shop.control.settle({});
    });

    const claimed = (await Promise.allSettled(claims)).flatMap((one) =>
      one.status === "fulfilled" ? [one.value] : [],
    );
    // 200 points pay for four codes, and for all six once an order was quicker.
    expect(claimed.length).toBeGreaterThanOrEqual(4);
    const made = (await shop.control.coupons({ store })).map(({ code }) => code);
    expect(made.sort()).toEqual([...claimed].sort());
    const spent = 50 * claimed.length;
    expect(await shop.member(customerId)).toMatchObject({ available: 11 * 200 - 30 - spent, spent });
    expect((await shop.inbox()).every(({ state }) => state === "done")).toBe(true);
    expect(await shop.contradiction()).toBeNull();
  });
});
