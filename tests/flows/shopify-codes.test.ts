import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { advanceDueMembers } from "#app/commands/members/advance-due-members.ts";
import { cancelCode } from "#app/commands/codes/cancel-code.ts";
import { changeSettings } from "#app/commands/shops/change-settings.ts";
import { shopSettings } from "#app/db/shops/shop-settings.ts";
import { databaseKinds } from "#tests/support/database.ts";
import { SHOP } from "#tests/support/shopify-bench.ts";
import { DAY } from "./plain-shop.ts";
import { ShopifyShop } from "./shopify-shop.ts";

const REWARDS = [{ id: "five-off", kind: "amountOff", value: "5.00", cost: 50, validDays: 30 }];

describe.each(databaseKinds)("a code at the shop's checkout, on the %s database", (kind) => {
  let shop: ShopifyShop;
  let made = 0;
  beforeAll(async () => {
    shop = await ShopifyShop.open(kind, REWARDS);
  });
  afterAll(() => shop.close());

  async function buy(customerId: string, price: string, codes: readonly string[] = []) {
    const lines = [{ title: "Coffee", price }];
    const placed = await shop.control.placeOrder({
      shop: SHOP,
      customerId,
      lines,
      discountCodes: [...codes],
    });
    await shop.hear();
    return placed;
  }

  /** Somebody new with 200 points and a code that works. */
  async function withCode(): Promise<{ customerId: string; memberId: string; code: string }> {
    made += 1;
    const email = `buyer-${String(made)}@example.com`;
    const { customerId } = await shop.control.createCustomer({ shop: SHOP, email });
    await buy(customerId, "200.00");
    const memberId = (await shop.member(customerId)).member_id;
    const code = await shop.claim(memberId, "five-off");
    await shop.deliver();
    expect(await shop.codesInShop()).toContain(code);
    expect(await shop.codeState(code)).toEqual({ state: "issued", used_by_order_id: null });
    return { customerId, memberId, code };
  }
  const cancel = (memberId: string, code: string) => {
    const wish = { shopId: shop.shopId, memberId, code, reason: "", actor: null, now: Date.now() };
    return cancelCode(shop.database, wish);
  };

  it("is known as used from the order that carried it, once, and cannot be given back", async () => {
    const { customerId, memberId, code } = await withCode();
    // Shoppers type as they like.
    const { orderId, total } = await buy(customerId, "30.00", [code.toLowerCase()]);
    expect(total).toBe("25.00");
    expect(await shop.codeState(code)).toEqual({ state: "used", used_by_order_id: orderId });
    expect(await shop.member(customerId)).toMatchObject({ available: 200 - 50 + 25, spent: 50 });
    expect(await cancel(memberId, code)).toMatchObject({ ok: false });
    await shop.deliver();
    expect(await shop.codesInShop()).toContain(code);
    await expect(buy(customerId, "30.00", [code])).rejects.toThrow("usage limit");
    expect(await shop.contradiction()).toBeNull();
  });

  it("brings its points back with the order that carried it", async () => {
    const { customerId, code } = await withCode();
    const { orderId } = await buy(customerId, "30.00", [code]);
    await shop.control.cancelOrder({ shop: SHOP, orderId });
    await shop.hear();
    expect(await shop.member(customerId)).toMatchObject({ available: 200, spent: 0 });
    expect(await shop.contradiction()).toBeNull();
  });

  it("that its member gives back does not work at the shop any more", async () => {
    const { customerId, memberId, code } = await withCode();
    expect(await cancel(memberId, code)).toEqual({ ok: true });
    await shop.deliver();
    expect(await shop.codesInShop()).not.toContain(code);
    await expect(buy(customerId, "30.00", [code])).rejects.toThrow("valid discount code");
    expect(await shop.member(customerId)).toMatchObject({ available: 200, spent: 0 });
  });

  it.each([
    ["for one person", false],
    ["that may be passed on, and shares a discount without an end", true],
  ])("%s that lapses unused is withdrawn from the shop, and its points are back", async (_, passedOn) => {
    const settings = { ...shopSettings.parse({}), codesMayBePassedOn: passedOn };
    await changeSettings(shop.database, { shopId: shop.shopId, settings, actor: "test", now: Date.now() });
    const { customerId, code } = await withCode();
    await advanceDueMembers(shop.database, Date.now() + 32 * DAY);
    await shop.deliver(33 * DAY);
    await shop.control.settle({});
    expect(await shop.codesInShop()).not.toContain(code);
    expect(await shop.codeState(code)).toMatchObject({ state: "released" });
    expect(await shop.member(customerId)).toMatchObject({ available: 200, spent: 0 });
    expect(await shop.contradiction()).toBeNull();
  });
});
