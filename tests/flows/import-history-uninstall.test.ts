import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bookHistory } from "#app/commands/history/book-history.ts";
import { installShop } from "#app/commands/shops/install-shop.ts";
import { skipHistory, startHistory } from "#app/commands/history/start-history.ts";
import type { Database } from "#app/db/client.ts";
import { readImport } from "#app/db/history/history-import.ts";
import { historyTodo } from "#app/queries/history/admin-history.ts";
import { databaseKinds, openTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { anna, begun, booked, HISTORY, members, order, previewed, run, wish, work } from "./old-shop.ts";
import { customer, PlainShop, START } from "./plain-shop.ts";
import { rowsOf } from "#tests/support/rows-of.ts";

const HOUR = 3_600_000;
const MANY = Array.from({ length: 250 }, (_, index) => order(`n${String(index)}`, anna, 1, 100));
/** More people than are booked in one transaction. */
const CROWD = Array.from({ length: 150 }, (_, index) =>
  order(`c${String(index)}`, customer(`p${String(index)}`), 10 + index, 100),
);

const uninstall = (shop: PlainShop) => shop.tell([{ type: "app_uninstalled", at: START }]);

async function reinstall(shop: PlainShop): Promise<void> {
  const { shopId } = await installShop(shop.database, {
    platform: "shopify",
    shopKey: shop.shopKey,
    name: "Kiezcafé",
    currency: "EUR",
    timezone: "Europe/Berlin",
    locale: "de",
    scopes: [],
    now: START + HOUR,
  });
  expect(shopId).toBe(shop.shopId);
}

async function staged(shop: PlainShop): Promise<number> {
  const rows = await rowsOf<{ count: number }>(
    shop.database,
    `SELECT (SELECT count(*) FROM history_order WHERE shop_id = $1)
       + (SELECT count(*) FROM history_person WHERE shop_id = $1) AS count`,
    [shop.shopId],
  );
  return rows[0]?.count ?? 0;
}

/** Everything the platform was asked for about the past. */
const asked = ({ platform: { history } }: PlainShop) => [
  history.started,
  history.read.length,
  history.progressAnswers.length,
];

/** Does something after the n-th transaction that wrote a member, as if in another process. */
function afterBooking(real: Database, count: number, then: () => Promise<void>): Database {
  let bookings = 0;
  return {
    ...real,
    prisma: real.prisma,
    query: (sql, values) => real.query(sql, values),
    transaction: async (work) => {
      const seen = { booking: false };
      const result = await real.transaction((tx) =>
        work({
          query: (sql, values) => {
            if (sql.includes("INSERT INTO ledger_transaction")) seen.booking = true;
            return tx.query(sql, values);
          },
        }),
      );
      if (seen.booking) bookings += 1;
      if (seen.booking && bookings === count) await then();
      return result;
    },
  };
}

describe.each(databaseKinds)(
  "a shop that uninstalls in the middle of an import, on the %s database",
  (kind) => {
    let opened: TestDatabase;
    beforeAll(async () => {
      opened = await openTestDatabase(kind);
    });
    afterAll(() => opened.drop());

    /** Nothing more is asked and nothing is kept; back again, the merchant is asked anew and gets it whole. */
    async function expectForgottenAndOfferedAgain(shop: PlainShop, orders: number): Promise<void> {
      expect(await readImport(shop.database, shop.shopId)).toBeNull();
      expect(await staged(shop)).toBe(0);
      const before = asked(shop);
      await work(shop, { rounds: 3 });
      expect(asked(shop)).toEqual(before);
      expect(await members(shop)).toEqual([]);
      await reinstall(shop);
      await work(shop, { rounds: 3 });
      expect(asked(shop)).toEqual(before);
      expect(await historyTodo(shop.database, shop.shopId)).toBe("undecided");
      shop.platform.history.progressAnswers.length = 0;
      expect(await startHistory(shop.database, wish(shop, START + HOUR))).toEqual({ ok: true });
      await work(shop, { now: START + HOUR });
      expect(await run(shop)).toMatchObject({ state: "ready", position: orders });
    }

    it("while the platform gathers is not asked how far it is", async () => {
      const shop = await begun(opened.database);
      const running = { kind: "data", data: { state: "running", objects: 5, reason: null } } as const;
      shop.platform.history.progressAnswers.push(running, running, running);
      await work(shop, { rounds: 2 });
      await uninstall(shop);
      await expectForgottenAndOfferedAgain(shop, HISTORY.length);
    });

    it("while its orders are read has no portion more read and none kept", async () => {
      const shop = await begun(opened.database, MANY);
      shop.platform.history.before = async (position) => {
        if (position === 150) await uninstall(shop);
      };
      await work(shop, { rounds: 3 });
      expect(shop.platform.history.read).toHaveLength(200);
      shop.platform.history.before = () => Promise.resolve();
      await expectForgottenAndOfferedAgain(shop, MANY.length);
    });

    it("and breaks the line with it is not called out of reach, but forgotten", async () => {
      const shop = await begun(opened.database, MANY);
      shop.platform.history.before = async (position) => {
        if (position !== 150) return;
        await uninstall(shop);
        throw new Error("Shopify answers 401");
      };
      await work(shop, { rounds: 3 });
      expect(shop.platform.history.read).toHaveLength(149);
      shop.platform.history.before = () => Promise.resolve();
      await expectForgottenAndOfferedAgain(shop, MANY.length);
    });

    it("while a preview waits for the merchant is asked anew: what was read is old by then", async () => {
      const shop = await previewed(opened.database);
      await uninstall(shop);
      expect(await bookHistory(shop.database, wish(shop))).toMatchObject({ ok: false });
      await expectForgottenAndOfferedAgain(shop, HISTORY.length);
    });

    it("while it is booked stands still between two people, and goes on where it stood", async () => {
      const whole = await booked(opened.database, CROWD);
      const shop = await previewed(opened.database, CROWD);
      expect(await bookHistory(shop.database, wish(shop))).toEqual({ ok: true });
      const database = afterBooking(shop.database, 1, () => uninstall(shop));
      await work(shop, { rounds: 5, database });
      const first = await members(shop);
      expect(first.length).toBeGreaterThan(0);
      expect(first.length).toBeLessThan(CROWD.length);
      expect((await run(shop)).state).toBe("booking");
      expect(await shop.contradiction()).toBeNull();

      await reinstall(shop);
      await work(shop);
      expect((await run(shop)).state).toBe("done");
      expect(await historyTodo(shop.database, shop.shopId)).toBeNull();
      expect(await members(shop)).toEqual(await members(whole));
      expect(await shop.contradiction()).toBeNull();
    });

    it("keeps what the merchant has decided before", async () => {
      const done = await booked(opened.database);
      const skipped = await PlainShop.install(opened.database);
      expect(await skipHistory(skipped.database, wish(skipped))).toEqual({ ok: true });
      for (const shop of [done, skipped]) {
        await uninstall(shop);
        await reinstall(shop);
        expect(await historyTodo(shop.database, shop.shopId)).toBeNull();
      }
      expect((await run(done)).state).toBe("done");
      expect((await run(skipped)).state).toBe("skipped");
    });
  },
);
