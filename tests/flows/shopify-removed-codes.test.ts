import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { changeSettings } from "#app/commands/shops/change-settings.ts";
import { shopSettings } from "#app/db/shops/shop-settings.ts";
import { reconcileCodes } from "#app/jobs/shops/reconcile-codes.ts";
import { databaseKinds } from "#tests/support/database.ts";
import { SHOP } from "#tests/support/shopify-bench.ts";
import { ShopifyShop } from "./shopify-shop.ts";

const REWARDS = [{ id: "five-off", kind: "amountOff", value: "5.00", cost: 50, validDays: 30 }];
const HOUR = 3_600_000;

describe.each(databaseKinds)("a code that a merchant removes in the shop, on the %s database", (kind) => {
  let shop: ShopifyShop;
  let made = 0;
  beforeAll(async () => {
    shop = await ShopifyShop.open(kind, REWARDS);
  });
  afterAll(() => shop.close());

  /** Somebody new with 200 points, of which 50 are in a code. */
  async function withCode(): Promise<{ customerId: string; code: string }> {
    made += 1;
    const email = `removed-${String(made)}@example.com`;
    const { customerId } = await shop.control.createCustomer({ shop: SHOP, email });
    await buy(customerId, "200.00");
    const code = await shop.claim((await shop.member(customerId)).member_id, "five-off");
    await shop.deliver();
    expect(await shop.codeState(code)).toMatchObject({ state: "issued" });
    return { customerId, code };
  }
  async function buy(customerId: string, price: string, discountCodes: string[] = []): Promise<void> {
    await shop.control.placeOrder({
      shop: SHOP,
      customerId,
      lines: [{ title: "Coffee", price }],
      discountCodes,
    });
    await shop.hear();
  }
  /** The comparison of the next hour, and what the shop is told after it. */
  const reconcile = async (aheadMs = HOUR) => {
    const { database, platform, shopId } = shop;
    const now = () => Date.now() + aheadMs;
    await reconcileCodes({ database, findPlatform: () => platform, now }, shopId);
    await shop.deliver(aheadMs + 60_000);
  };
  const expectBack = async (customerId: string, code: string) => {
    expect(await shop.codeState(code)).toMatchObject({ state: "revoked" });
    expect(await shop.member(customerId)).toMatchObject({ available: 200, spent: 0 });
    expect(await shop.contradiction()).toBeNull();
  };

  describe.each([
    ["of one person", false],
    ["that may be passed on and shares its discount", true],
  ])("%s", (_, codesMayBePassedOn) => {
    beforeEach(async () => {
      const settings = { ...shopSettings.parse({}), codesMayBePassedOn };
      await changeSettings(shop.database, { shopId: shop.shopId, settings, actor: "test", now: Date.now() });
    });

    it.each(["deleteDiscount", "deactivateDiscount", "removeCode"] as const)(
      "is over and its points are back once, by %s and whatever is told after it",
      async (deed) => {
        const { customerId, code } = await withCode();
        await shop.control[deed]({ shop: SHOP, code });
        await shop.hear();
        await expectBack(customerId, code);
        await shop.deliver();
        await shop.hear();
        await reconcile();
        await expectBack(customerId, code);
      },
    );

    it("stays used, where it was", async () => {
      const { customerId, code } = await withCode();
      await buy(customerId, "30.00", [code]);
      await shop.control.deleteDiscount({ shop: SHOP, code });
      await shop.hear();
      await reconcile();
      expect(await shop.codeState(code)).toMatchObject({ state: "used" });
      expect(await shop.member(customerId)).toMatchObject({ available: 200 - 50 + 25, spent: 50 });
    });

    it("is noticed by the hourly comparison where no delivery came, and not before it could be found", async () => {
      const { customerId, code } = await withCode();
      const other = await withCode();
      await shop.control.removeCode({ shop: SHOP, code, deliver: false });
      await shop.hear();
      await reconcile(0);
      expect(await shop.codeState(code)).toMatchObject({ state: "issued" });
      await reconcile();
      await expectBack(customerId, code);
      expect(await shop.codeState(other.code)).toMatchObject({ state: "issued" });
    });
  });

  it("all codes of a shared discount are over with it", async () => {
    const settings = { ...shopSettings.parse({}), codesMayBePassedOn: true };
    await changeSettings(shop.database, { shopId: shop.shopId, settings, actor: "test", now: Date.now() });
    const [one, two] = [await withCode(), await withCode()];
    await shop.control.deleteDiscount({ shop: SHOP, code: one.code });
    await shop.hear();
    await expectBack(one.customerId, one.code);
    await expectBack(two.customerId, two.code);
  });
});
