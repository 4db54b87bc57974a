import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { verifyLedger } from "#app/db/verify-ledger.ts";
import { rowsOf } from "#tests/support/rows-of.ts";
import type { TestDatabase } from "#tests/support/database.ts";

/** A shop that a worker is killed at, and what its platform has of it. */
export interface CrashingShop {
  readonly shopId: number;
  /** The members' numbers by whom they are at the shop: "anna" and "bert". */
  readonly members: ReadonlyMap<string, string>;
  /** The code that anna has claimed and nobody has told the shop of. */
  readonly code: string;
  readonly work: (killAt: string) => Promise<"killed" | "finished">;
  /** Who a journey has written to about their purchase, where the shop has one: anna and bert are to be written to once. */
  readonly written?: () => Promise<readonly string[]>;
  /** The codes that the shop has made for it, each as often as it was made. */
  readonly codesAtShop: () => Promise<readonly string[]>;
}

export interface CrashBench {
  readonly test: TestDatabase;
  /**
   * Anna has 300 points, and 100 of them are set aside for a code. Waiting are: an order of hers of 50, a
   * refund of 30, and an order of bert's of 70.
   */
  readonly begin: (killAt: string) => Promise<CrashingShop>;
  readonly close: () => Promise<void>;
}

export interface CrashOptions {
  readonly name: string;
  readonly killPoints: readonly string[];
  readonly open: () => Promise<CrashBench>;
}

/** A worker dies at any moment, in whatever shop system: what it was at is done once, by the next one. */
export function crashBattery({ name, killPoints, open }: CrashOptions): void {
  describe(`a worker of ${name}, killed with SIGKILL`, () => {
    let bench: CrashBench;
    beforeAll(async () => {
      bench = await open();
    });
    afterAll(() => bench.close());

    it.each(killPoints)("at point %s loses nothing and does nothing twice", async (killAt) => {
      const { database } = bench.test;
      const shop = await bench.begin(killAt);
      const { shopId } = shop;
      const contradiction = async () => (await verifyLedger(database, shopId)).contradiction;

      expect(await shop.work(killAt)).toBe("killed");
      expect(await contradiction()).toBeNull();
      await endLeases(shopId);
      expect(await shop.work("never")).toBe("finished");

      expect(await contradiction()).toBeNull();
      expect(await figures(shop, "anna")).toEqual({ available: 220, held: 100, earned: 320, spent: 100 });
      expect(await figures(shop, "bert")).toEqual({ available: 70, held: 0, earned: 70, spent: 0 });
      const inbox = "SELECT state, reason FROM inbox WHERE shop_id = $1 AND state <> 'done'";
      expect(await database.query(inbox, [shopId])).toEqual([]);
      const codes = "SELECT state FROM reward_code WHERE shop_id = $1 AND code = $2";
      expect(await database.query(codes, [shopId, shop.code])).toEqual([{ state: "issued" }]);
      if (shop.written !== undefined) expect(await shop.written()).toEqual(["anna", "bert"]);
      expect((await shop.codesAtShop()).filter((code) => code === shop.code)).toHaveLength(1);
    });

    async function figures({ shopId, members }: CrashingShop, name: string): Promise<unknown> {
      const [row] = await rowsOf(
        bench.test.database,
        "SELECT available, held, earned, spent FROM member WHERE shop_id = $1 AND customer_id = $2",
        [shopId, String(members.get(name))],
      );
      return row;
    }

    /** What a dead worker held is taken up when its time is over; the test does not wait for that. */
    async function endLeases(shopId: number): Promise<void> {
      const { database } = bench.test;
      await database.query(
        "UPDATE outbox SET next_attempt_at = created_at WHERE shop_id = $1 AND state = 'delivering'",
        [shopId],
      );
      await database.query("UPDATE shop_question SET next_attempt_at = asked_at WHERE shop_id = $1", [
        shopId,
      ]);
    }
  });
}
