import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cancelCode } from "#app/commands/codes/cancel-code.ts";
import { advanceDueMembers } from "#app/commands/members/advance-due-members.ts";
import { reconcileCodes } from "#app/jobs/shops/reconcile-codes.ts";
import { adminHome } from "#app/queries/home/admin-home.ts";
import { databaseKinds } from "#tests/support/database.ts";
import { STORE } from "#tests/support/ecwid-bench.ts";
import { monthSoFar } from "#tests/support/month-so-far.ts";
import { EcwidShop } from "./ecwid-shop.ts";
import { DAY } from "./plain-shop.ts";

const REWARDS = [
  { id: "five-off", name: "5 € off", kind: "amountOff", value: "5.00", cost: 50, validDays: 30 },
];
const store = STORE;
const HOUR = 3_600_000;

describe.each(databaseKinds)("a code at Ecwid's checkout, on the %s database", (kind) => {
  let shop: EcwidShop;
  let made = 0;
  beforeAll(async () => {
    shop = await EcwidShop.open(kind, { rewards: REWARDS });
  });
  afterAll(() => shop.close());

  async function buy(customerId: string, price: string, coupon: string | null = null) {
    const lines = [{ title: "Coffee", price }];
    const placed = await shop.control.placeOrder({ store, customerId, lines, coupon });
    await shop.hear();
    return placed;
  }

  async function withPoints(): Promise<{ customerId: string; memberId: string }> {
    made += 1;
    const email = `buyer-${String(made)}@example.com`;
    const { customerId } = await shop.control.createCustomer({ store, email });
    await buy(customerId, "200.00");
    return { customerId, memberId: (await shop.member(customerId)).member_id };
  }

  /** Somebody new with 150 points and a code that works. */
  async function withCode(): Promise<{ customerId: string; memberId: string; code: string }> {
    const { customerId, memberId } = await withPoints();
    const code = await shop.claim(memberId, "five-off");
    await shop.deliver();
    expect(await coupons()).toContain(code);
    expect(await shop.codeState(code)).toEqual({ state: "issued", used_by_order_id: null });
    return { customerId, memberId, code };
  }

  const coupons = async () => (await shop.control.coupons({ store })).map(({ code }) => code);
  const cancel = (memberId: string, code: string) => {
    const wish = { shopId: shop.shopId, memberId, code, reason: "", actor: null, now: Date.now() };
    return cancelCode(shop.database, wish);
  };

  it("is known as used from the order that carried it, once, and cannot be given back", async () => {
    const { customerId, memberId, code } = await withCode();
    // Shoppers type as they like.
    const { orderId, total } = await buy(customerId, "30.00", code.toLowerCase());
    expect(total).toBe("25");
    expect(await shop.codeState(code)).toEqual({ state: "used", used_by_order_id: orderId });
    expect(await shop.member(customerId)).toMatchObject({ available: 200 - 50 + 25, spent: 50 });
    expect(await cancel(memberId, code)).toMatchObject({ ok: false });
    await expect(buy(customerId, "30.00", code)).rejects.toThrow("not valid");
    expect(await shop.contradiction()).toBeNull();
  });

  it("brings its points back with the order that carried it", async () => {
    const { customerId, code } = await withCode();
    const { orderId } = await buy(customerId, "30.00", code);
    await shop.control.setOrderStatus({ store, orderId, paymentStatus: "CANCELLED", at: Date.now() + 2_000 });
    await shop.hear();
    expect(await shop.member(customerId)).toMatchObject({ available: 200, spent: 0 });
  });

  it("that somebody deletes in the store's admin is missed, and its points come back if it was not used", async () => {
    const { customerId, code } = await withCode();
    const used = await withCode();
    await buy(used.customerId, "30.00", used.code);
    for (const gone of [code, used.code]) {
      await shop.control.deleteCoupon({ store, code: gone, deliver: false });
    }
    const { database, platform, shopId } = shop;
    const now = () => Date.now() + HOUR;
    await reconcileCodes({ database, findPlatform: () => platform, now }, shopId);
    expect(await shop.codeState(code)).toMatchObject({ state: "revoked" });
    expect(await shop.member(customerId)).toMatchObject({ available: 200, spent: 0 });
    expect(await shop.codeState(used.code)).toMatchObject({ state: "used" });
    expect(await shop.contradiction()).toBeNull();
    // What the store is told of it waits for that hour; the others' clock is the real one.
    await shop.deliver(2 * HOUR);
  });

  it("that its member gives back does not work at the store any more", async () => {
    const { customerId, memberId, code } = await withCode();
    expect(await cancel(memberId, code)).toEqual({ ok: true });
    await shop.deliver();
    expect(await coupons()).not.toContain(code);
    await expect(buy(customerId, "30.00", code)).rejects.toThrow("not valid");
    expect(await shop.member(customerId)).toMatchObject({ available: 200, spent: 0 });
  });

  it("that lapses unused is withdrawn from the store, and its points are back", async () => {
    const { customerId, code } = await withCode();
    await advanceDueMembers(shop.database, Date.now() + 32 * DAY);
    await shop.deliver(33 * DAY);
    expect(await coupons()).not.toContain(code);
    expect(await shop.member(customerId)).toMatchObject({ available: 200, spent: 0 });
    expect(await shop.contradiction()).toBeNull();
  });

  it("is there once when the store answered and nobody heard it", async () => {
    const { customerId, memberId } = await withPoints();
    await shop.control.misbehave({ store, kind: "hang_up_after", on: "createCoupon" });
    const code = await shop.claim(memberId, "five-off");
    await shop.deliver();
    expect((await coupons()).filter((one) => one === code)).toEqual([code]);
    expect(await shop.codeState(code)).toMatchObject({ state: "issued" });
    expect(await shop.member(customerId)).toMatchObject({ available: 150 });
  });

  const home = async () => (await adminHome(shop.database, shop.shopId, monthSoFar(Date.now()))).state;

  it("that the plan does not allow gives the points back, and Home says what the plan has not", async () => {
    const { customerId, memberId } = await withPoints();
    expect((await home()).planLacks).toEqual([]);
    await shop.control.setPlan({ store, features: ["API"] });
    const code = await shop.claim(memberId, "five-off");
    await shop.deliver();
    await shop.control.setPlan({ store, features: ["API", "DISCOUNT_COUPONS", "CUSTOMER_GROUPS"] });
    expect(await shop.codeState(code)).toMatchObject({ state: "failed" });
    expect(await shop.member(customerId)).toMatchObject({ available: 200 });
    expect((await home()).planLacks).toEqual(["codes"]);
  });
});
