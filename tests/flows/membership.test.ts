import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { claimReward } from "#app/commands/codes/claim-reward.ts";
import { joinProgram } from "#app/commands/members/join-program.ts";
import { changeSettings } from "#app/commands/shops/change-settings.ts";
import { shopSettings } from "#app/db/shops/shop-settings.ts";
import type { ShopFact } from "#app/domain/event.ts";
import { outboxRounds } from "#app/jobs/outbox/deliver-outbox.ts";
import { storefrontState } from "#app/queries/storefront/storefront-sight.ts";
import { databaseKinds, openTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { customer, guest, orderFact, PlainShop, START } from "./plain-shop.ts";

const program = {
  earning: {
    rules: [
      { id: "spend", kind: "spend", points: 1, per: "1.00" },
      { id: "join", kind: "activity", activity: "join", points: 30 },
    ],
  },
  rewards: [{ id: "five-off", kind: "amountOff", value: "5.00", cost: 20 }],
};

describe.each(databaseKinds)("an existing customer, on a %s database", (kind) => {
  let opened: TestDatabase;
  beforeAll(async () => {
    opened = await openTestDatabase(kind);
  });
  afterAll(() => opened.drop());

  const viewer = async (shop: PlainShop, customerId: string) =>
    (await storefrontState(shop.database, shop.shopId, { customerId, language: "en" }, START))?.viewer;
  const updated = (id: string, joined = false): ShopFact => ({
    type: "customer",
    at: START,
    customer: customer(id),
    joined,
  });

  describe("where everyone who orders is a member", () => {
    it("is one with their first order, and the points for joining come with it, once", async () => {
      const shop = await PlainShop.open(opened.database, program);
      await shop.tell([orderFact("1", customer("anna"), { euros: 80 })]);
      expect(await viewer(shop, "anna")).toMatchObject({ kind: "member", available: 110 });
      await shop.tell([orderFact("2", customer("anna"), { euros: 10 })]);
      await joinProgram(shop.database, { shopId: shop.shopId, customer: named("anna"), now: START });
      expect(await viewer(shop, "anna")).toMatchObject({ kind: "member", available: 120 });
      expect(await shop.contradiction()).toBeNull();
    });

    it("is invited where the shop only says that something of them has changed", async () => {
      const shop = await PlainShop.open(opened.database, program);
      await shop.tell([updated("anna")]);
      expect(await viewer(shop, "anna")).toMatchObject({ kind: "stranger" });
      await joinProgram(shop.database, { shopId: shop.shopId, customer: named("anna"), now: START });
      expect(await viewer(shop, "anna")).toMatchObject({ kind: "member", available: 30 });
    });

    it("is a member by the orders of a guest whose address is proven to be theirs", async () => {
      const shop = await PlainShop.open(opened.database, program);
      await shop.tell([orderFact("1", guest("anna@example.com"), { euros: 80 })]);
      await shop.tell([updated("anna")]);
      expect(await viewer(shop, "anna")).toMatchObject({ kind: "member", available: 110 });
    });
  });

  describe("where only who joins is a member", () => {
    async function openShop(): Promise<PlainShop> {
      const shop = await PlainShop.open(opened.database, program);
      await choose(shop, "onlyWhoJoins");
      return shop;
    }
    const choose = (shop: PlainShop, membership: "onlyWhoJoins" | "everyoneWhoOrders") =>
      changeSettings(shop.database, {
        shopId: shop.shopId,
        settings: { ...shopSettings.parse({}), membership },
        actor: "test",
        now: START,
      });

    it("is invited; what they earned until then is kept for them and comes with joining", async () => {
      const shop = await openShop();
      await shop.tell([orderFact("1", customer("anna"), { euros: 80 })]);
      expect(await viewer(shop, "anna")).toEqual({ kind: "stranger", firstName: "Anna" });
      await joinProgram(shop.database, { shopId: shop.shopId, customer: named("anna"), now: START });
      expect(await viewer(shop, "anna")).toMatchObject({ kind: "member", available: 110 });
      expect(await shop.contradiction()).toBeNull();
    });

    it("spends nothing and is told to nobody before they join", async () => {
      const shop = await openShop();
      await shop.tell([orderFact("1", customer("anna"), { euros: 80 })]);
      const claim = { rewardId: "five-off", points: null, actor: null, key: "k", now: START };
      const memberId = await shop.memberId("anna");
      expect(await claimReward(shop.database, { shopId: shop.shopId, memberId, ...claim })).toMatchObject({
        ok: false,
        refusal: "member_shadow",
      });
      const rounds = outboxRounds({
        database: shop.database,
        findPlatform: shop.platform.find,
        now: () => START,
      });
      rounds.start();
      const left = () =>
        shop.database.query("SELECT 1 FROM outbox WHERE shop_id = $1 AND state <> 'done'", [shop.shopId]);
      await expect.poll(left, { timeout: 15_000 }).toEqual([]);
      await rounds.stop();
      expect(shop.platform.asked.filter(({ shopKey }) => shopKey === shop.shopKey)).toEqual([]);
    });

    it("is somebody else than a guest with an address that nobody has proven to be theirs", async () => {
      const shop = await openShop();
      const unproven = customer("anna", { email: "anna@example.com", emailProven: false });
      await shop.tell([orderFact("1", unproven, { euros: 80 })]);
      await shop.tell([orderFact("2", guest("anna@example.com"), { euros: 50 })]);
      expect(await shop.member("anna")).toMatchObject({ available: 80 });
      await shop.tell([updated("anna", true)]);
      expect(await viewer(shop, "anna")).toMatchObject({ kind: "member", available: 160 });
    });

    it("joins with the next order once everyone who orders is a member", async () => {
      const shop = await openShop();
      await shop.tell([orderFact("1", customer("anna"), { euros: 80 })]);
      await choose(shop, "everyoneWhoOrders");
      await shop.tell([orderFact("2", customer("anna"), { euros: 10 })]);
      expect(await viewer(shop, "anna")).toMatchObject({ kind: "member", available: 120 });
    });
  });
});

function named(id: string) {
  return { ...customer(id), id };
}
