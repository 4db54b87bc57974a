import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { adminHome } from "#app/queries/home/admin-home.ts";
import { databaseKinds } from "#tests/support/database.ts";
import { STORE } from "#tests/support/ecwid-bench.ts";
import { monthSoFar } from "#tests/support/month-so-far.ts";
import { EcwidShop } from "./ecwid-shop.ts";
import { rowsOf } from "#tests/support/rows-of.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const store = STORE;

describe.each(databaseKinds)("an order at Ecwid, on the %s database", (kind) => {
  let shop: EcwidShop;
  let made = 0;
  beforeAll(async () => {
    shop = await EcwidShop.open(kind);
  });
  afterAll(() => shop.close());

  async function somebody(): Promise<string> {
    made += 1;
    const { customerId } = await shop.control.createCustomer({
      store,
      email: `buyer-${String(made)}@example.com`,
    });
    return customerId;
  }

  const buy = (customerId: string, price: string, more: Record<string, unknown> = {}) =>
    shop.control.placeOrder({ store, customerId, lines: [{ title: "Coffee", price }], ...more });

  const points = async (customerId: string) => (await shop.member(customerId)).available;

  it("that is paid becomes points; what is refunded takes its part back, and paid again restores them", async () => {
    const customerId = await somebody();
    const { orderId } = await buy(customerId, "100.00");
    await shop.hear();
    expect(await points(customerId)).toBe(100);
    await shop.control.refundOrder({ store, orderId, amount: "25.00" });
    await shop.hear();
    expect(await points(customerId)).toBe(75);
    await shop.control.setOrderStatus({ store, orderId, paymentStatus: "REFUNDED", at: Date.now() + 2_000 });
    await shop.hear();
    expect(await points(customerId)).toBe(0);
    expect(await shop.contradiction()).toBeNull();
  });

  it("that was called refunded by hand and is paid again has its points again", async () => {
    const customerId = await somebody();
    const { orderId } = await buy(customerId, "40.00");
    await shop.hear();
    const at = Date.now();
    await shop.control.setOrderStatus({ store, orderId, paymentStatus: "REFUNDED", at: at + 2_000 });
    await shop.hear();
    expect(await points(customerId)).toBe(0);
    await shop.control.setOrderStatus({ store, orderId, paymentStatus: "PAID", at: at + 4_000 });
    await shop.hear();
    expect(await points(customerId)).toBe(40);
  });

  it("that is PAID and has refunds keeps only what was not given back", async () => {
    const customerId = await somebody();
    const { orderId } = await buy(customerId, "60.00");
    await shop.control.refundOrder({ store, orderId, amount: "10.00", keepStatus: true });
    await shop.hear();
    expect(await points(customerId)).toBe(50);
  });

  it("that is partly refunded and does not say how much changes nothing, and is shown for review", async () => {
    const customerId = await somebody();
    const { orderId } = await buy(customerId, "30.00", { tellsRefunds: false });
    await shop.hear();
    await shop.control.refundOrder({ store, orderId, amount: "5.00" });
    await shop.hear();
    expect(await points(customerId)).toBe(30);
    expect((await shop.inbox()).at(-1)).toMatchObject({
      state: "done",
      reason: expect.stringContaining("does not say how much"),
    });
  });

  it("that is deleted takes its points with it", async () => {
    const customerId = await somebody();
    const { orderId } = await buy(customerId, "20.00");
    await shop.hear();
    await shop.control.deleteOrder({ store, orderId });
    await shop.hear();
    expect(await points(customerId)).toBe(0);
  });

  it("is the same whatever duplicates, disorder, delays and spellings its events come in", async () => {
    const customerId = await somebody();
    await shop.control.setPlan({ store, spelling: "snake", idsAsText: true });
    await shop.control.misbehaveWebhooks({ kind: "reorder", times: 1, delayMs: 20 });
    await shop.control.misbehaveWebhooks({ kind: "duplicate", times: 2 });
    await shop.control.misbehaveWebhooks({ kind: "delay", times: 1, delayMs: 30 });
    const { orderId } = await buy(customerId, "80.00", { paymentStatus: "AWAITING_PAYMENT" });
    await shop.control.setOrderStatus({ store, orderId, paymentStatus: "PAID" });
    await shop.control.refundOrder({ store, orderId, amount: "8.00" });
    await shop.hear();
    await shop.control.setPlan({ store, spelling: "camel", idsAsText: false });
    expect(await points(customerId)).toBe(72);
    expect(await shop.contradiction()).toBeNull();
  });

  it("whose event got lost is found by looking what changed", async () => {
    const customerId = await somebody();
    await buy(customerId, "15.00", { at: Date.now() - 2 * HOUR, deliver: false });
    await shop.reconcile();
    expect(await points(customerId)).toBe(15);
    // Whatever gets lost next is missed for minutes.
    const [next] = await rowsOf<{ minutes: number }>(
      shop.database,
      "SELECT extract(epoch FROM next_at - now())::int / 60 AS minutes FROM reconciliation WHERE shop_id = $1",
      [shop.shopId],
    );
    expect(next?.minutes).toBeLessThanOrEqual(10);
  });

  it("of a guest counts for the account Ecwid makes of the address", async () => {
    const { customerId } = await shop.control.placeOrder({
      store,
      email: "guest@example.com",
      lines: [{ title: "Tea", price: "12.00" }],
    });
    await shop.hear();
    expect(customerId).not.toBeNull();
    expect(await points(String(customerId))).toBe(12);
  });

  it("brings no address, telephone number or name into the books", async () => {
    const bodies = (await shop.inbox()).map(({ body }) => body).join();
    expect(bodies).not.toMatch(/billingPerson|shippingPerson|ipAddress|phone/);
  });

  it("whose deletion was told to nobody is found missing by comparison, and its points go", async () => {
    const customerId = await somebody();
    const { orderId } = await buy(customerId, "33.00", { at: Date.now() - 3 * HOUR });
    await shop.hear();
    expect(await points(customerId)).toBe(33);
    await shop.control.deleteOrder({ store, orderId, at: Date.now() - 8 * MINUTE, deliver: false });
    await shop.hear();
    expect(await points(customerId)).toBe(33);
    await shop.reconcile();
    expect(await points(customerId)).toBe(0);
    expect(await shop.contradiction()).toBeNull();
  });

  it("with a status of the merchant's own is paid where the merchant says so, and is not until then", async () => {
    const customerId = await somebody();
    const paymentStatus = "CUSTOM_PAYMENT_STATUS_2";
    const { orderId } = await buy(customerId, "21.00", { paymentStatus });
    await shop.hear();
    expect(await points(customerId)).toBe(0);
    await shop.choose({ paidStatuses: [paymentStatus] });
    await shop.control.setOrderStatus({
      store,
      orderId,
      fulfillmentStatus: "PROCESSING",
      at: Date.now() + 3_000,
    });
    await shop.hear();
    expect(await points(customerId)).toBe(21);
    await shop.choose({ paidStatuses: [] });
  });

  it("that another program of the shop rewards as well counts, and the merchant is told", async () => {
    const customerId = await somebody();
    await buy(customerId, "10.00", { lightspeedLoyalty: true });
    await shop.hear();
    expect(await points(customerId)).toBe(10);
    expect((await shop.inbox()).map(({ reason }) => reason)).toContain(
      "another loyalty program of the shop gives points for this order as well",
    );
    const { state } = await adminHome(shop.database, shop.shopId, monthSoFar(Date.now()));
    expect(state.anotherProgram).toBe(true);
  });
});
