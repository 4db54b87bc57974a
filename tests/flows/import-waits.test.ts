import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bookHistory } from "#app/commands/history/book-history.ts";
import type { Database } from "#app/db/client.ts";
import type { ShopFact } from "#app/domain/event.ts";
import { advanceImport } from "#app/jobs/history/import-history.ts";
import { startWorker } from "#app/jobs/worker.ts";
import type { PlatformAnswer, ReadOrder } from "#app/platforms/platform.ts";
import { adminHistory } from "#app/queries/history/admin-history.ts";
import { adminShop } from "#app/queries/shops/admin-shop.ts";
import { databaseKinds, openTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import {
  ANNA,
  anna,
  book,
  carla,
  foreseen,
  openOldShop,
  past,
  PROGRAM,
  workAndAnswer,
} from "./old-product-shop.ts";
import { begun, members, run, wish, work } from "./old-shop.ts";
import { customer, DAY, orderFact, type PlainShop, START } from "./plain-shop.ts";
import { answer, base, product } from "./product-shop.ts";

const whenBought = { earning: { basis: { giftCards: "whenBought" }, rules: [base] } };

/** Forty euros, a part of them from a gift card. */
function partlyByCard(id: string, by: typeof anna, more: Parameters<typeof past>[3]["more"] = {}): ShopFact {
  const paymentMethods = ["card", "gift_card"];
  const fact = orderFact(id, by, { ...moments(50), paymentMethods, ...more, euros: 40 });
  return fact.type === "order" ? { ...fact, giftCardPartUnknown: true } : fact;
}

function moments(daysAgo: number) {
  const at = START - daysAgo * DAY;
  return { placedAt: at, paidAt: at, updatedAt: at };
}

const read = (id: string, euros: number): PlatformAnswer<ReadOrder> => {
  const fact = orderFact(id, anna, { euros: 40, paidByGiftCardMinor: euros * 100 });
  const body = JSON.stringify([fact]);
  return { kind: "data", data: { topic: "orders/updated", deliveryId: "read", body } };
};

async function questions(shop: PlainShop): Promise<number> {
  return (await shop.database.query("SELECT 1 FROM shop_question WHERE shop_id = $1", [shop.shopId])).length;
}

/** One round of the worker, when it is due. */
function round(shop: PlainShop, database: Database, now = START): Promise<"rested" | "again"> {
  const parts = { database, findPlatform: shop.platform.find, now: () => now };
  return advanceImport(parts, shop.shopId, new AbortController().signal);
}

describe.each(databaseKinds)("an import that waits for its shop's answers, on the %s database", (kind) => {
  let opened: TestDatabase;
  beforeAll(async () => {
    opened = await openTestDatabase(kind);
  });
  afterAll(() => opened.drop());

  async function published(
    orders?: readonly ShopFact[],
    program: Record<string, unknown> = PROGRAM,
  ): Promise<PlainShop> {
    const shop = await openOldShop(opened.database, orders);
    await shop.publish(program, START - 10 * DAY);
    return shop;
  }

  it("knows what a gift card paid beside other means, where cards count when they are bought", async () => {
    const shop = await published([partlyByCard("1", anna), partlyByCard("2", carla)], whenBought);
    shop.platform.readOrder = (id) => read(id, id === "1" ? 15 : 0);
    await workAndAnswer(shop);
    expect((await run(shop)).figures).toMatchObject({ earned: 25 + 40 });
    await book(shop);
    expect(await shop.member("anna")).toMatchObject({ earned: 25 });
    expect(await shop.member("carla")).toMatchObject({ earned: 40 });
    expect(shop.platform.questions).toEqual(["order 1", "order 2"]);
  });

  it("knows it also of an order that was delivered while nobody could earn", async () => {
    const shop = await begun(opened.database, []);
    shop.platform.readOrder = (id) => read(id, 15);
    await shop.tell([partlyByCard("1", anna)], START - 15 * DAY);
    await shop.publish(whenBought, START - 10 * DAY);
    await workAndAnswer(shop);
    await book(shop);
    expect(await shop.member("anna")).toMatchObject({ earned: 25 });
    expect(shop.platform.questions).toEqual(["order 1"]);
  });

  it("holds up nobody else, and says what the shop says", async () => {
    const shop = await published([partlyByCard("1", anna), partlyByCard("2", carla)], whenBought);
    shop.platform.readOrder = (id) =>
      id === "1" ? { kind: "refused", reason: "the order has too many lines" } : read(id, 10);
    await workAndAnswer(shop);
    expect(await foreseen(shop)).toEqual(["c:carla"]);
    const visited = await adminShop(shop.database, "shopify", shop.shopKey);
    if (visited === null) throw new Error("the shop is there");
    expect(await adminHistory(shop.database, visited)).toMatchObject({
      state: "previewing",
      waitsForShop: true,
      reason: "the order has too many lines",
    });
    shop.platform.readOrder = (id) => read(id, 10);
    await answer(shop, START + DAY);
    await work(shop, { rounds: 3 });
    expect((await run(shop)).figures).toMatchObject({ earned: 30 + 30 });
  });

  it("rests until something is answered, and goes on at once then", async () => {
    const shop = await published();
    await work(shop, { rounds: 3 });
    expect(await run(shop)).toMatchObject({ state: "previewing", waiting: true });
    expect(await round(shop, shop.database)).toBe("rested");
    expect((await run(shop)).waiting).toBe(true);
    await answer(shop);
    expect(await round(shop, shop.database)).toBe("rested");
    expect(await run(shop)).toMatchObject({ state: "ready", figures: { earned: ANNA + 60 + 10 } });
  });

  it("looks again by itself, should an answer get lost", async () => {
    const shop = await published();
    await work(shop, { rounds: 3 });
    await answer(shop);
    const later = START + 10 * 60_000;
    await shop.database.query(
      "UPDATE history_import SET waiting = true, next_at = to_timestamp($2) WHERE shop_id = $1",
      [shop.shopId, later / 1_000],
    );
    await round(shop, shop.database, later - 1);
    expect((await run(shop)).state).toBe("previewing");
    await round(shop, shop.database, later);
    expect((await run(shop)).state).toBe("ready");
  });

  it("does not rest where the answer came while it was about to", async () => {
    const shop = await published();
    await work(shop, { rounds: 2 });
    let answered = false;
    const real = shop.database;
    const database: Database = {
      ...real,
      prisma: real.prisma,
      query: async (sql, values) => {
        if (sql.startsWith("UPDATE history_import SET") && sql.includes("waiting = $") && !answered) {
          answered = true;
          await answer(shop);
        }
        return real.query(sql, values);
      },
    };
    await real.query("UPDATE history_import SET next_at = started_at WHERE shop_id = $1", [shop.shopId]);
    expect(await round(shop, database)).toBe("again");
    expect(answered).toBe(true);
    expect(await round(shop, database)).toBe("rested");
    expect((await run(shop)).state).toBe("ready");
  });

  it("has no more questions out than the shop can answer in a while, and asks each product once", async () => {
    const many = Array.from({ length: 1_000 }, (_, index) => {
      const name = String(index).padStart(4, "0");
      return past(name, customer(`c${name}`), 50, { products: [`p${name}`, "tea"] });
    });
    const shop = await published(many);
    let most = 0;
    for (let turn = 0; (await run(shop)).state !== "ready" && turn < 40; turn += 1) {
      await work(shop, { rounds: 2 });
      most = Math.max(most, await questions(shop));
      await answer(shop);
    }
    expect(await run(shop)).toMatchObject({ state: "ready", figures: { earned: 1_000 * 70 } });
    expect(most).toBeGreaterThan(100);
    expect(most).toBeLessThanOrEqual(300);
    const asked = shop.platform.questions.flatMap((text) => text.split(" ").slice(1));
    expect(asked).toHaveLength(1_001);
    expect(new Set(asked).size).toBe(1_001);
  });

  it("is brought to its end by a running worker without anybody's help", async () => {
    const shop = await published();
    const { describe: described } = shop.platform;
    let stumbles = 1;
    shop.platform.describe = (ids) =>
      stumbles-- > 0 ? { kind: "retry", reason: "429 Too Many Requests", afterMs: 500 } : described(ids);
    const started = Date.now();
    const now = () => START + Date.now() - started;
    const worker = await startWorker({ database: opened.database, findPlatform: shop.platform.find, now });
    try {
      await expect.poll(async () => (await run(shop)).state).toBe("ready");
      expect(await bookHistory(shop.database, wish(shop, now()))).toEqual({ ok: true });
      await expect.poll(async () => (await run(shop)).state).toBe("done");
    } finally {
      await worker.stop();
    }
    expect((await members(shop)).map(({ who }) => who)).toEqual(["anna", "bert", "carla"]);
    expect(await shop.member("anna")).toMatchObject({ earned: ANNA });
    expect(shop.platform.questions).toEqual(["products gone mug tea", "products gone mug tea"]);
    expect(await shop.contradiction()).toBeNull();
  });

  it("goes on where a worker died with everybody's answers", async () => {
    const shop = await published();
    await workAndAnswer(shop);
    expect(await bookHistory(shop.database, wish(shop))).toEqual({ ok: true });
    await shop.database.query("DELETE FROM product_fact WHERE shop_id = $1", [shop.shopId]);
    shop.platform.describe = (ids) => ({ kind: "data", data: ids.map((id) => product(id)) });
    const real = shop.database;
    const failing: Database = {
      ...real,
      prisma: real.prisma,
      transaction: (work_) =>
        real.transaction((tx) =>
          work_({
            query: (sql, values) => {
              if (sql.includes("UPDATE history_person SET booked"))
                throw Object.assign(new Error("the connection is lost"), { code: "08006" });
              return tx.query(sql, values);
            },
          }),
        ),
    };
    await work(shop, { rounds: 2, database: failing });
    expect(await members(shop)).toEqual([]);
    await workAndAnswer(shop);
    expect((await run(shop)).state).toBe("done");
    expect(await shop.member("bert")).toMatchObject({ earned: 10 });
    expect(await shop.contradiction()).toBeNull();
  });
});
