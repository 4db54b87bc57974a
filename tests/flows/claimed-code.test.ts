import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cancelCode } from "#app/commands/cancel-code.ts";
import { claimReward } from "#app/commands/claim-reward.ts";
import { stopSpeakingTo } from "#app/db/shop-states.ts";
import { deliverCode } from "#app/jobs/deliver-code.ts";
import { startWorker } from "#app/jobs/worker.ts";
import type { DeliverOutcome, OutboxItem } from "#app/platforms/platform.ts";
import { storefrontCode } from "#app/queries/storefront-code.ts";
import { databaseKinds, openTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { customer, orderFact, PlainShop, START } from "./plain-shop.ts";

const rewards = [{ id: "five-off", kind: "amountOff", value: "5.00", cost: 100 }];
const anna = customer("anna");
const NOW = START + 60_000;

describe.each(databaseKinds)("a claimed code on a %s database", (kind) => {
  let opened: TestDatabase;
  beforeAll(async () => {
    opened = await openTestDatabase(kind);
  });
  afterAll(() => opened.drop());

  /** A member with 300 points, of whom their shop is to be told a lot and has been told nothing. */
  async function openShop() {
    const shop = await PlainShop.open(opened.database, { rewards });
    await shop.tell([orderFact("1", anna, { euros: 200 })]);
    await shop.tell([orderFact("2", anna, { euros: 100 })]);
    const memberId = await shop.memberId("anna");
    const parts = { database: opened.database, findPlatform: shop.platform.find, now: () => NOW };
    const claim = async (key: string): Promise<string> => {
      const wish = {
        shopId: shop.shopId,
        memberId,
        rewardId: "five-off",
        points: null,
        key,
        actor: null,
        now: NOW,
      };
      const claimed = await claimReward(opened.database, wish);
      if (!claimed.ok) throw new Error(claimed.message);
      return claimed.code;
    };
    const deliver = (code: string) => deliverCode(parts, { shopId: shop.shopId, memberId, code });
    const found = (code: string, told: Promise<boolean>) =>
      storefrontCode(opened.database, shop.shopId, code, told);
    const asked = () => shop.platform.asked.map(({ effect }) => effect.type);
    return { shop, memberId, parts, claim, deliver, found, asked };
  }

  it("is made by the request that claimed it, with no worker and before all else the shop is to be told", async () => {
    const { claim, deliver, found, asked, shop } = await openShop();
    const code = await claim("k1");
    expect(await deliver(code)).toBe("told");
    expect(asked()).toEqual(["issue_discount"]);
    expect(await found(code, Promise.resolve(true))).toBe("made");
    expect(await shop.contradiction()).toBeNull();
  });

  it("is asked for once, however many ask at the same time", async () => {
    const { claim, deliver, found, asked, parts } = await openShop();
    const worker = await startWorker(parts);
    try {
      const code = await claim("k1");
      expect(await claim("k1")).toBe(code);
      const told = await Promise.all([deliver(code), deliver(code)]);
      expect(told.filter((one) => one === "told").length).toBeLessThanOrEqual(1);
      await expect.poll(() => found(code, Promise.resolve(false))).toBe("made");
      expect(asked().filter((type) => type === "issue_discount")).toHaveLength(1);
    } finally {
      await worker.stop();
    }
  });

  it("is said to be under way when the shop is slow, and is made all the same", async () => {
    const { claim, deliver, found, shop } = await openShop();
    let answer: (outcome: DeliverOutcome) => void = () => undefined;
    shop.platform.answer = () =>
      new Promise((resolve) => {
        answer = resolve;
      });
    const code = await claim("k1");
    const told = deliver(code);
    expect(
      await found(
        code,
        told.then(() => true),
      ),
    ).toBe("waiting");
    answer({ kind: "done", reference: "late" });
    await told;
    expect(await found(code, Promise.resolve(true))).toBe("made");
  });

  it.each([
    ["the shop never heard of it", false],
    ["the shop made it and the answer got lost", true],
  ])("is told again by the worker, once, when %s", async (_what, isMade) => {
    const { claim, deliver, found, shop, parts } = await openShop();
    const made = new Set<string>();
    shop.platform.answer = (item: OutboxItem): DeliverOutcome => {
      if (item.effect.type !== "issue_discount") return { kind: "done", reference: null };
      const isFirst = item.attempts === 0;
      // A second attempt looks before it writes; a first one that finds the code has met a stranger's.
      if (made.has(item.effect.code) && isFirst) return { kind: "refused", reason: "taken" };
      if (isMade || !isFirst) made.add(item.effect.code);
      return isFirst ? { kind: "retry", reason: "no answer", afterMs: 0 } : { kind: "done", reference: "r" };
    };
    const code = await claim("k1");
    expect(await deliver(code)).toBe("told");
    expect(await found(code, Promise.resolve(true))).toBe("waiting");
    const worker = await startWorker(parts);
    try {
      await expect.poll(() => found(code, Promise.resolve(false))).toBe("made");
    } finally {
      await worker.stop();
    }
    expect([...made]).toEqual([code]);
    expect(await shop.member("anna")).toMatchObject({ available: 200, held: 100 });
  });

  it("gives the points back at once when the shop refuses it", async () => {
    const { claim, deliver, found, shop } = await openShop();
    shop.platform.answer = () => ({ kind: "refused", reason: "no discounts here" });
    const code = await claim("k1");
    expect(await deliver(code)).toBe("told");
    expect(await found(code, Promise.resolve(true))).toBe("refused");
    expect(await shop.member("anna")).toMatchObject({ available: 300, held: 0 });
  });

  it("is left to later where the shop cannot be told anything", async () => {
    const { claim, deliver, asked, shop } = await openShop();
    await stopSpeakingTo(opened.database, shop.shopId, "the token ended");
    expect(await deliver(await claim("k1"))).toBe("left");
    expect(asked()).toEqual([]);
  });

  it("is withdrawn only after it was issued, and waits for nothing but what is about itself", async () => {
    const { claim, deliver, asked, shop, memberId, parts } = await openShop();
    const stays = await claim("k1");
    const goes = await claim("k2");
    await deliver(stays);
    await cancelCode(opened.database, {
      shopId: shop.shopId,
      memberId,
      code: stays,
      reason: "given back",
      actor: null,
      now: NOW,
    });
    expect(await deliver(goes)).toBe("told");
    const worker = await startWorker(parts);
    try {
      await expect.poll(asked).toContain("withdraw_discount");
    } finally {
      await worker.stop();
    }
    expect(asked().slice(0, 2)).toEqual(["issue_discount", "issue_discount"]);
    expect(await shop.contradiction()).toBeNull();
  });
});
