import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cancelCode } from "#app/commands/codes/cancel-code.ts";
import { claimReward } from "#app/commands/codes/claim-reward.ts";
import { stopSpeakingTo } from "#app/db/shops/shop-states.ts";
import { readCodeState } from "#app/db/codes/reward-codes.ts";
import { deliverCode, type ClaimedCode } from "#app/deliveries/deliver-code.ts";
import { startWorker } from "#app/jobs/worker.ts";
import type { DeliverOutcome, OutboxItem } from "#app/platforms/platform.ts";
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
    const claim = async (key: string): Promise<ClaimedCode> => {
      const wish = {
        shopId: shop.shopId,
        memberId,
        rewardId: "five-off",
        points: null,
        key,
        actor: null,
        now: NOW,
        tellsUntil: NOW + 90_000,
      };
      const claimed = await claimReward(opened.database, wish);
      if (!claimed.ok) throw new Error(claimed.message);
      return { shopId: shop.shopId, memberId, code: claimed.code, toTell: claimed.toTell };
    };
    const deliver = (claimed: ClaimedCode) => deliverCode(parts, claimed);
    const found = ({ code }: ClaimedCode) => readCodeState(opened.database, shop.shopId, code);
    const asked = () => shop.platform.asked.map(({ effect }) => effect.type);
    return { shop, memberId, parts, claim, deliver, found, asked };
  }

  it("is made by the request that claimed it, with no worker and before all else the shop is to be told", async () => {
    const { claim, deliver, asked, shop } = await openShop();
    const code = await claim("k1");
    expect(await deliver(code)).toBe("made");
    expect(asked()).toEqual(["issue_discount"]);
    expect(await shop.contradiction()).toBeNull();
  });

  it("is asked for once, however many ask at the same time", async () => {
    const { claim, deliver, asked, parts } = await openShop();
    const worker = await startWorker(parts);
    try {
      const code = await claim("k1");
      const again = await claim("k1");
      expect(again).toMatchObject({ code: code.code, toTell: null });
      // The worker is awake and has left it to who claimed it; the second click gets the first one's answer.
      expect(await Promise.all([deliver(code), deliver(again)])).toEqual(["made", "made"]);
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
    await expect.poll(() => shop.platform.asked).toHaveLength(1);
    expect(await found(code)).toBe("held");
    answer({ kind: "done", reference: "late" });
    expect(await told).toBe("made");
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
    expect(await deliver(code)).toBe("making");
    const worker = await startWorker(parts);
    try {
      await expect.poll(() => found(code)).toBe("issued");
    } finally {
      await worker.stop();
    }
    expect([...made]).toEqual([code.code]);
    expect(await shop.member("anna")).toMatchObject({ available: 200, held: 100 });
  });

  it("gives the points back at once when the shop refuses it", async () => {
    const { claim, deliver, shop } = await openShop();
    shop.platform.answer = () => ({ kind: "refused", reason: "no discounts here" });
    const code = await claim("k1");
    expect(await deliver(code)).toBe("refused");
    expect(await shop.member("anna")).toMatchObject({ available: 300, held: 0 });
  });

  it("stays refused for the same click, and is asked for again by the next one", async () => {
    const { claim, deliver, asked, shop } = await openShop();
    shop.platform.answer = () => ({ kind: "refused", reason: "the discounts are full" });
    expect(await deliver(await claim("k1"))).toBe("refused");
    shop.platform.answer = () => ({ kind: "done", reference: "made" });
    expect(await deliver(await claim("k1"))).toBe("refused");
    expect(await deliver(await claim("k2"))).toBe("made");
    expect(asked()).toEqual(["issue_discount", "issue_discount"]);
    expect(await shop.member("anna")).toMatchObject({ available: 200, held: 100 });
  });

  it("is left to later where the shop cannot be told anything", async () => {
    const { claim, deliver, asked, shop } = await openShop();
    await stopSpeakingTo(opened.database, shop.shopId, "the token ended");
    expect(await deliver(await claim("k1"))).toBe("making");
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
      code: stays.code,
      reason: "given back",
      actor: null,
      now: NOW,
    });
    expect(await deliver(goes)).toBe("made");
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
