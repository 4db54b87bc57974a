import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bringUpToDate } from "#app/commands/members/bring-up-to-date.ts";
import { carryProgramOver } from "#app/commands/program/carry-program-over.ts";
import { publishProgram } from "#app/commands/program/publish-program.ts";
import { readShop } from "#app/db/shops/shops.ts";
import { startWorker } from "#app/jobs/worker.ts";
import { adminMember } from "#app/queries/members/admin-member.ts";
import { memberToPublish } from "#app/queries/members/member-to-publish.ts";
import { adminProgram } from "#app/queries/program/admin-program.ts";
import { foreseePublication } from "#app/queries/program/foresee-publication.ts";
import { storefrontStateOf } from "#app/queries/storefront/storefront-sight.ts";
import { databaseKinds, openTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { customer, DAY, orderFact, PlainShop, START } from "./plain-shop.ts";

const NOW = START + DAY;

/** Gold from an amount, with what comes with it. */
function program(goldFrom: string, more: Record<string, unknown> = {}) {
  return {
    format: "regulars.program/1",
    name: "Club",
    currency: "EUR",
    timezone: "Europe/Berlin",
    earning: { rules: [{ id: "spend", kind: "spend", points: 1, per: "1.00" }] },
    tiers: {
      metric: "spend",
      levels: [
        { id: "bronze", name: "Bronze", from: "0" },
        { id: "silver", name: "Silber", from: "200.00" },
        {
          id: "gold",
          name: "Gold",
          from: goldFrom,
          entryPoints: 200,
          entryRewards: ["mug"],
        },
      ],
    },
    rewards: [{ id: "mug", name: "Becher", kind: "freeProduct", products: ["p1"], cost: 500 }],
    ...more,
  };
}

describe.each(databaseKinds)("publishing, on a %s database", (kind) => {
  let opened: TestDatabase;
  beforeAll(async () => {
    opened = await openTestDatabase(kind);
  });
  afterAll(() => opened.drop());

  /** Three members: 100 €, 400 € and 600 € spent. */
  async function openShop(): Promise<PlainShop> {
    const shop = await PlainShop.open(opened.database, program("500.00"));
    const spent: readonly [string, number][] = [
      ["anna", 100],
      ["bert", 400],
      ["cleo", 600],
    ];
    await shop.tell(spent.map(([name, euros]) => orderFact(name, customer(name), { euros })));
    return shop;
  }

  const page = async (shop: PlainShop, name: string) => {
    const found = await adminMember(shop.database, shop.shopId, await shop.memberId(name), {
      before: null,
      now: NOW,
    });
    if (found === null) throw new Error(`${name} is no member`);
    return found;
  };
  const bringAllUpToDate = async (shop: PlainShop, ...names: string[]) =>
    bringUpToDate(shop.database, shop.shopId, await Promise.all(names.map((n) => shop.memberId(n))), NOW);

  describe("whoever is looked at", () => {
    it("is brought up to date first, is told to the shop, and has the level's reason in the history", async () => {
      const shop = await openShop();
      await shop.publish(program("350.00"), NOW);
      expect(await bringAllUpToDate(shop, "bert")).toBe(true);
      const { member, entries } = await page(shop, "bert");
      expect(member).toMatchObject({ tierLevelId: "gold", available: 600 });
      expect(entries.map(({ kind }) => kind)).toEqual(["tier_entry", "level_changed", "earned"]);
      expect(entries[1]?.words).toMatchObject({
        en: { title: "Program changed: Gold from €350.00" },
        de: { title: "Programm geändert: Gold ab 350,00\u00a0€" },
      });
      const told = await shop.database.query(
        "SELECT 1 FROM outbox WHERE shop_id = $1 AND member_id = $2 AND topic = 'publish_member_state' AND state = 'waiting'",
        [shop.shopId, member.memberId],
      );
      expect(told).toHaveLength(1);
      expect(await bringAllUpToDate(shop, "bert")).toBe(false);
      expect(await shop.contradiction()).toBeNull();
    });

    it("agrees with the panel before anybody else was brought up to date", async () => {
      const shop = await openShop();
      await shop.publish(program("350.00"), NOW);
      const visit = { platform: "shopify", shopKey: shop.shopKey, customerId: "bert", language: null };
      const first = await storefrontStateOf(shop.database, visit, NOW);
      expect(first.behind).toEqual({ shopId: shop.shopId, memberId: await shop.memberId("bert") });
      await bringAllUpToDate(shop, "bert");
      const { state, behind } = await storefrontStateOf(shop.database, visit, NOW);
      expect(behind).toBeNull();
      expect(state?.viewer).toMatchObject({
        available: 600,
        tier: { levelId: "gold" },
        history: {
          entries: [
            { kind: "tier_entry" },
            { kind: "level_changed", named: "Gold", points: 0 },
            { kind: "order_earned" },
          ],
        },
      });
      expect(
        await memberToPublish(shop.database, shop.shopId, await shop.memberId("bert"), NOW),
      ).toMatchObject({ available: 600, tierId: "gold" });
    });

    it("on a level that is gone has what takes its place in the history", async () => {
      const shop = await openShop();
      const { tiers, ...without } = program("500.00");
      await shop.publish({ ...without, tiers: { ...tiers, levels: tiers.levels.slice(0, 2) } }, NOW);
      await bringAllUpToDate(shop, "cleo");
      const [change] = (await page(shop, "cleo")).entries;
      expect(change?.words.en.title).toBe("Program changed: Silber from €200.00");
      await shop.publish(without, NOW + 1);
      await bringAllUpToDate(shop, "cleo");
      expect((await page(shop, "cleo")).entries[0]?.words.en.title).toBe("Program changed: no tier any more");
    });
  });

  describe("the others", () => {
    const carry = (shop: PlainShop) => carryProgramOver(shop.database, shop.shopId, NOW);
    const progress = async (shop: PlainShop) => {
      const liveVersion = (await readShop(shop.database, shop.shopId))?.liveVersion ?? null;
      return (await adminProgram(shop.database, shop.shopId, liveVersion)).carrying;
    };

    it("follow, and how far it has come is shown", async () => {
      const shop = await openShop();
      await carry(shop);
      expect(await progress(shop)).toBeNull();
      await shop.publish(program("350.00"), NOW);
      expect(await progress(shop)).toEqual({ members: 3, behind: 3 });
      await bringAllUpToDate(shop, "anna");
      expect(await progress(shop)).toEqual({ members: 3, behind: 2 });
      expect(await carry(shop)).toEqual({ taken: 2, rest: "none" });
      expect(await progress(shop)).toBeNull();
      expect(await shop.member("bert")).toMatchObject({ tier_level_id: "gold", available: 600 });
    });

    it("follow no faster than the shop is told, so that who is looked at is told soon", async () => {
      const shop = await openShop();
      await shop.tell(
        Array.from({ length: 200 }, (_, index) => {
          const name = `more-${String(index)}`;
          return orderFact(name, customer(name), { euros: 400 });
        }),
      );
      await shop.publish(program("350.00"), NOW);
      expect(await carry(shop)).toEqual({ taken: 0, rest: "waits" });
      await shop.database.query("UPDATE outbox SET state = 'done' WHERE shop_id = $1", [shop.shopId]);
      expect(await carry(shop)).toEqual({ taken: 200, rest: "more" });
      expect(await carry(shop)).toEqual({ taken: 0, rest: "waits" });
    });

    it("are brought up to date by a running worker within seconds", async () => {
      const shop = await openShop();
      await shop.publish(program("350.00"), NOW);
      const parts = { database: opened.database, findPlatform: shop.platform.find, now: () => NOW };
      const worker = await startWorker(parts);
      try {
        const level = async () => (await shop.member("bert")).tier_level_id;
        await expect.poll(level, { timeout: 10_000 }).toBe("gold");
      } finally {
        await worker.stop();
      }
    });
  });

  describe("foreseen", () => {
    const foresee = async (shop: PlainShop, document: unknown, atMost = 1_000) => {
      const looked = { now: NOW, atMost, earlier: null };
      const answer = await foreseePublication(shop.database, shop.shopId, document, looked);
      if (!answer.ok) throw new Error(JSON.stringify(answer.errors));
      return answer.foreseen;
    };

    it("says who rises to which level and what they are given, and writes nothing", async () => {
      const shop = await openShop();
      expect(await foresee(shop, program("350.00"))).toEqual({
        lookedAt: 3,
        members: 3,
        rises: [{ levelId: "gold", levelName: "Gold", members: 1 }],
        falls: [],
        entryPoints: 200,
        entryPointsTo: 1,
        gifts: [{ rewardId: "mug", name: "Becher", count: 1 }],
        next: null,
      });
      expect(await shop.member("bert")).toMatchObject({ tier_level_id: "silver", available: 400 });
    });

    it("says who falls where a level goes, and who is left without one", async () => {
      const shop = await openShop();
      const { tiers, ...without } = program("500.00");
      const twoLevels = { ...tiers, levels: tiers.levels.slice(0, 2) };
      expect(await foresee(shop, { ...without, tiers: twoLevels })).toMatchObject({
        rises: [],
        falls: [{ levelId: "silver", levelName: "Silber", members: 1 }],
        entryPoints: 0,
      });
      expect(await foresee(shop, without)).toMatchObject({
        falls: [{ levelId: null, levelName: null, members: 3 }],
      });
    });

    it("goes on where it stopped, and comes to the same", async () => {
      const shop = await openShop();
      const whole = await foresee(shop, program("350.00"));
      let part = await foresee(shop, program("350.00"), 1);
      expect(part).toMatchObject({ lookedAt: 1, members: 3, next: expect.any(String) });
      while (part.next !== null) {
        const looked = { now: NOW, atMost: 1, earlier: part };
        const answer = await foreseePublication(shop.database, shop.shopId, program("350.00"), looked);
        if (!answer.ok) throw new Error(JSON.stringify(answer.errors));
        part = answer.foreseen;
      }
      expect(part).toEqual(whole);
      expect(whole.rises).toEqual([{ levelId: "gold", levelName: "Gold", members: 1 }]);
    });

    it("refuses a document that is none", async () => {
      const shop = await openShop();
      const looked = { now: NOW, atMost: 10, earlier: null };
      const answer = await foreseePublication(shop.database, shop.shopId, { format: "?" }, looked);
      expect(answer).toMatchObject({ ok: false });
    });
  });

  it("a program that names a segment there is none of is refused, with its place", async () => {
    const shop = await PlainShop.open(opened.database);
    const document = program("500.00", {
      earning: {
        rules: [{ id: "back", kind: "order", points: 5, member: { segments: ["dormant", "sleepy"] } }],
      },
    });
    const wish = { shopId: shop.shopId, document, effectiveAt: null, actor: "test", now: NOW };
    expect(await publishProgram(opened.database, wish)).toMatchObject({
      ok: false,
      errors: [{ path: "earning.rules[0].member.segments[1]", found: '"sleepy"' }],
    });
  });
});
