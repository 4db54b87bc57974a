import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { databaseKinds } from "#tests/support/database.ts";
import { STORE } from "#tests/support/ecwid-bench.ts";
import { mutations } from "#tests/support/mutations.ts";
import { EcwidShop } from "./ecwid-shop.ts";
import { rowsOf } from "#tests/support/rows-of.ts";

const store = STORE;

describe.each(databaseKinds)("an event of Ecwid's, on the %s database", (kind) => {
  let shop: EcwidShop;
  let made = 0;
  beforeAll(async () => {
    shop = await EcwidShop.open(kind);
  });
  afterAll(() => shop.close());

  async function buyer(): Promise<string> {
    made += 1;
    const email = `buyer-${String(made)}@example.com`;
    const { customerId } = await shop.control.createCustomer({ store, email });
    await shop.control.placeOrder({ store, customerId, lines: [{ title: "Coffee", price: "50.00" }] });
    await shop.hear();
    return customerId;
  }

  /** Signed as Ecwid signs: nothing of it but its moment and its id is covered. */
  const forge = (fields: object) => {
    const [eventId, eventCreated] = [randomUUID(), Math.floor(Date.now() / 1000)];
    const body = JSON.stringify({ eventId, eventCreated, storeId: Number(STORE), ...fields });
    return shop.control.postWebhook({ eventId, eventCreated, body });
  };
  const statusOf = async (customerId: string) =>
    (
      await rowsOf<{ status: string }>(
        shop.database,
        "SELECT status FROM member WHERE shop_id = $1 AND customer_id = $2",
        [shop.shopId, customerId],
      )
    )[0]?.status;

  it("that says a customer was deleted or wants to be forgotten changes nothing while the store has them", async () => {
    const customerId = await buyer();
    await forge({ eventType: "customer.deleted", entityId: Number(customerId) });
    await forge({ eventType: "customer.personal_data_removal_request", entityId: customerId });
    await shop.hear();
    expect(await statusOf(customerId)).toBe("active");
    expect(await shop.member(customerId)).toMatchObject({ available: 50 });
    expect((await shop.inbox()).at(-1)).toMatchObject({ topic: "customer.kept", state: "parked" });
  });

  it("erases whom the store has really forgotten", async () => {
    const customerId = await buyer();
    await shop.control.deleteCustomer({ store, customerId, deliver: false });
    await shop.control.requestPrivacy({ store, customerId, wish: "Removal" });
    await shop.hear();
    expect(await statusOf(customerId)).toBeUndefined();
    expect(await shop.contradiction()).toBeNull();
  });

  it("that names an order of nobody's, or things of ours, does nothing", async () => {
    const customerId = await buyer();
    for (const eventType of ["shop.gone", "customer.removed", "order.gone", "shop.removed"]) {
      await forge({ eventType, entityId: customerId });
    }
    await forge({ eventType: "order.updated", entityId: 1, data: { orderId: "../../customers" } });
    await shop.hear();
    expect(await shop.status()).toBe("installed");
    expect(await shop.member(customerId)).toMatchObject({ available: 50 });
  });

  it("that is posted again counts once, and without its signature not at all", async () => {
    const before = (await shop.inbox()).length;
    const [eventId, eventCreated] = [randomUUID(), Math.floor(Date.now() / 1000)];
    const event = { eventId, eventCreated, storeId: STORE, eventType: "product.updated", entityId: 5 };
    const body = JSON.stringify(event);
    expect((await shop.control.postWebhook({ eventId, eventCreated, body })).status).toBe(200);
    expect((await shop.control.postWebhook({ eventId, eventCreated, body })).status).toBe(200);
    const unsigned = { "x-ecwid-webhook-signature": "" };
    expect((await shop.control.postWebhook({ eventId, eventCreated, body, headers: unsigned })).status).toBe(
      401,
    );
    expect((await shop.inbox()).length).toBe(before + 1);
  });

  it("whose address says something else than its body is read by its body", async () => {
    const [eventId, eventCreated] = [randomUUID(), Math.floor(Date.now() / 1000)];
    const event = { eventId, eventCreated, storeId: STORE, eventType: "product.updated", entityId: 6 };
    const query = "?eventtype=application.uninstalled&storeId=1";
    await shop.control.postWebhook({ eventId, eventCreated, body: JSON.stringify(event), query });
    expect((await shop.inbox()).at(-1)).toMatchObject({ topic: "event/product.updated" });
  });

  it("says nothing whatever is changed of it: 2,000 times", { timeout: 300_000 }, async () => {
    const customerId = await buyer();
    const { mutateBody } = mutations(14);
    const allowed = new Set([200, 400, 401, 413]);
    for (let sent = 0; sent < 2_000; sent += 1) {
      const [eventId, eventCreated] = [randomUUID(), Math.floor(Date.now() / 1000)];
      const about = { entityId: customerId, eventType: "order.updated", data: { orderId: "K8XTQ" } };
      const text = JSON.stringify({ eventId, eventCreated, storeId: STORE, ...about });
      const body = mutateBody(text).toString("utf8");
      expect(allowed).toContain((await shop.control.postWebhook({ eventId, eventCreated, body })).status);
    }
    await shop.hear();
    expect(await shop.status()).toBe("installed");
    expect(await shop.member(customerId)).toMatchObject({ available: 50 });
    expect(await shop.contradiction()).toBeNull();
  });

  it("of an uninstallation changes nothing while the store answers, and ends it once it does not", async () => {
    await forge({ eventType: "application.uninstalled", entityId: STORE });
    await forge({ eventType: "profile.personalDataRemovalRequest", entityId: STORE });
    await shop.hear();
    expect(await shop.status()).toBe("installed");
    await shop.control.uninstallApp({ store });
    await shop.hear();
    expect(await shop.status()).toBe("uninstalled");
  });
});
