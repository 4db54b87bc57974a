import { afterEach, describe, expect, it } from "vitest";
import { claimReward } from "#app/commands/codes/claim-reward.ts";
import { advanceMembers } from "#app/commands/members/advance-due-members.ts";
import type { Database } from "#app/db/client.ts";
import { verifyLedger } from "#app/db/verify-ledger.ts";
import { atOnce } from "#tests/support/at-once.ts";
import { rowsOf } from "#tests/support/rows-of.ts";
import { DAY } from "./plain-shop.ts";

const ROUNDS = 8;
const rewards = [{ id: "five-off", kind: "amountOff", value: "5.00", cost: 500 }];

/** A shop of one test, on PostgreSQL, and what happens in it in its platform's own way. */
export interface RacedShop {
  readonly database: Database;
  readonly shopId: number;
  /** The moment at which its orders are paid. */
  readonly start: number;
  /** So many customers spend as much each, and their orders are posted. Answers with their members. */
  readonly buy: (customers: number, euros: number) => Promise<readonly string[]>;
  /** The n-th customer's order is refunded wholly, and that waits in the inbox. */
  readonly refund: (n: number, euros: number) => Promise<void>;
  /** A worker takes what waits in the inbox. */
  readonly apply: () => Promise<unknown>;
  readonly close: () => Promise<void>;
}

export interface RaceOptions {
  readonly name: string;
  readonly open: (program: Record<string, unknown>) => Promise<RacedShop>;
}

/** What may happen in a shop at the same moment, whatever shop system it is in. */
export function raceBattery({ name, open }: RaceOptions): void {
  describe(`on PostgreSQL, really at once, in a shop of ${name}`, () => {
    let shop: RacedShop;
    afterEach(() => shop.close());

    const claim = (memberId: string, key: string, now = shop.start) => {
      const { database, shopId } = shop;
      const wish = { shopId, memberId, rewardId: "five-off", points: null, actor: null, key, now };
      return claimReward(database, wish);
    };

    it("of two redemptions of the last 500 points exactly one wins", async () => {
      shop = await open({ rewards });
      for (const memberId of await shop.buy(ROUNDS, 500)) {
        const answers = await atOnce(
          shop.database,
          memberId,
          () => claim(memberId, `${memberId}-a`),
          () => claim(memberId, `${memberId}-b`),
        );
        expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
        expect(await figures(shop, memberId)).toMatchObject({ available: 0, held: 500 });
      }
      expect(await contradiction(shop)).toBeNull();
    });

    it("the same click twice at once claims once and answers the same", async () => {
      shop = await open({ rewards });
      const [memberId = ""] = await shop.buy(1, 1_000);
      const [first, second] = await atOnce(
        shop.database,
        memberId,
        () => claim(memberId, "click"),
        () => claim(memberId, "click"),
      );
      expect(first).toEqual(second);
      expect(await figures(shop, memberId)).toMatchObject({ available: 500, held: 500 });
    });

    it("of a redemption and the points' expiry exactly one wins", async () => {
      shop = await open({ rewards, expiry: { kind: "perLot", months: 1 } });
      for (const memberId of await shop.buy(ROUNDS, 500)) {
        const [claimed] = await atOnce(
          shop.database,
          memberId,
          () => claim(memberId, memberId, shop.start + 2 * DAY),
          () => advanceMembers(shop.database, shop.shopId, [memberId], shop.start + 60 * DAY),
        );
        expect(await figures(shop, memberId)).toMatchObject(
          claimed.ok ? { held: 500, expired: 0, available: 0 } : { held: 0, expired: 500, available: 0 },
        );
      }
      expect(await contradiction(shop)).toBeNull();
    });

    it("a refund and a redemption of the same points end in a held code with a debt, or in no code", async () => {
      shop = await open({ rewards });
      for (const [n, memberId] of (await shop.buy(ROUNDS, 500)).entries()) {
        await shop.refund(n, 500);
        const [claimed] = await atOnce(
          shop.database,
          memberId,
          () => claim(memberId, memberId),
          () => shop.apply(),
        );
        expect(await figures(shop, memberId)).toMatchObject(
          claimed.ok ? { held: 500, debt: 500, available: 0 } : { held: 0, debt: 0, available: 0 },
        );
      }
      expect(await contradiction(shop)).toBeNull();
    });

    it("the last piece of a reward is given once", async () => {
      shop = await open({ rewards: rewards.map((reward) => ({ ...reward, stock: 1 })) });
      const members = await shop.buy(ROUNDS, 500);
      const answers = await Promise.all(members.map((memberId) => claim(memberId, memberId)));
      expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    });
  });
}

interface Figures {
  readonly available: number;
  readonly held: number;
  readonly debt: number;
  readonly expired: number;
}

async function figures({ database, shopId }: RacedShop, memberId: string): Promise<Figures> {
  const [row] = await rowsOf<Figures>(
    database,
    "SELECT available, held, debt, expired FROM member WHERE shop_id = $1 AND member_id = $2",
    [shopId, Number(memberId)],
  );
  if (row === undefined) throw new Error(`there is no member ${memberId}`);
  return row;
}

async function contradiction({ database, shopId }: RacedShop): Promise<string | null> {
  return (await verifyLedger(database, shopId)).contradiction;
}
