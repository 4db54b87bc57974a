import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bookHistory } from "#app/commands/history/book-history.ts";
import { openTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { booked, HISTORY, members, order, previewed, run, wish, work } from "./old-shop.ts";
import { customer, type PlainShop } from "./plain-shop.ts";
import { runWorker } from "./run-worker.ts";

/** Three transactions' worth of people; some of them with a tier, lapsed points and refunds. */
const CROWD = [
  ...HISTORY,
  ...Array.from({ length: 130 }, (_, index) =>
    order(`c${String(index)}`, customer(`p${String(index)}`), 10 + index, 100 + index),
  ),
];

/** A statement of the first, second or third group of people, or a side of a commit. */
const KILL_POINTS: readonly (readonly [string, number])[] = [
  ["INSERT INTO member", 1],
  ["WITH posted", 1],
  ["before the commit", 1],
  ["after the commit", 1],
  ["INSERT INTO award", 2],
  ["before the commit", 2],
  ["after the commit", 3],
  ["UPDATE history_import", 1],
];

describe("a worker killed with SIGKILL while it books past orders", () => {
  let opened: TestDatabase;
  let uninterrupted: unknown;
  let transactions: unknown;
  beforeAll(async () => {
    opened = await openTestDatabase("server");
    const whole = await booked(opened.database, CROWD);
    [uninterrupted, transactions] = [await members(whole), await ledger(whole)];
  });
  afterAll(() => opened.drop());

  /** Every entry of the books, without the numbers the database gives out. */
  function ledger(shop: PlainShop) {
    return shop.database.query(
      `SELECT coalesce(m.customer_id, m.email) AS who, t.kind, t.at, f.from_account, f.to_account, f.points
       FROM ledger_transaction t JOIN transfer f ON f.shop_id = t.shop_id AND f.transaction_id = t.transaction_id
       JOIN member m ON m.shop_id = t.shop_id AND m.member_id = t.member_id
       WHERE t.shop_id = $1 ORDER BY 1, 3, 2, 4, 5, 6`,
      [shop.shopId],
    );
  }

  it.each(KILL_POINTS)("at %s (%i) books nobody by half and nobody twice", async (killAt, times) => {
    const shop = await previewed(opened.database, CROWD);
    expect(await bookHistory(shop.database, wish(shop))).toEqual({ ok: true });
    const args = [String(shop.shopId), killAt, String(times)];
    expect(await runWorker(opened, "crashing-import.ts", args)).toBe("killed");
    expect((await run(shop)).state).toBe("booking");
    expect(await shop.contradiction()).toBeNull();
    expect((await members(shop)).length).toBeLessThan(CROWD.length);

    // Another worker; what the dead one held is free when its time is over, which costs no time here.
    await work(shop);
    expect((await run(shop)).state).toBe("done");
    expect(await shop.contradiction()).toBeNull();
    expect(await members(shop)).toEqual(uninterrupted);
    expect(await ledger(shop)).toEqual(transactions);
  });
});
