import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { SHOP_IS_ASKED } from "#app/commands/inbox/apply-events.ts";
import { joinProgram } from "#app/commands/members/join-program.ts";
import { publishProgram } from "#app/commands/program/publish-program.ts";
import { createInboxWriter } from "#app/db/inbox/inbox.ts";
import { askForTags } from "#app/deliveries/ask-for-tags.ts";
import { answerQuestions } from "#app/jobs/questions/answer-questions.ts";
import { SCOPES } from "#app/platforms/shopify/auth/scopes.ts";
import { databaseKinds } from "#tests/support/database.ts";
import { whereKept } from "#tests/support/kept-of-shop.ts";
import { answer as replayed, run } from "#tests/support/replay-story.ts";
import { SHOP } from "#tests/support/shopify-bench.ts";
import { ShopifyShop } from "./shopify-shop.ts";

const NAMELESS = { birthday: null, firstName: null, lastName: null };
const HOUR = 3_600_000;
const spend = { id: "spend", kind: "spend" as const, points: 1, per: "1.00" };
/** A point for each euro, forty for whoever is a regular, 25 for joining; nothing for resellers. */
const earning = {
  rules: [
    spend,
    { id: "regular", kind: "order" as const, points: 40, member: { tags: ["stammgast"] } },
    { id: "join", kind: "activity" as const, activity: "join", points: 25 },
  ],
  exclude: { customerTags: ["wholesale"] },
};
const program = {
  format: "regulars.program/1" as const,
  name: "Club",
  currency: "EUR",
  timezone: "Europe/Berlin",
};

describe.each(databaseKinds)("the tags of a Shopify shop's customers, on the %s database", (kind) => {
  let shop: ShopifyShop;
  let made = 0;

  beforeAll(async () => {
    shop = await ShopifyShop.open(kind, [], { earning });
  });
  afterAll(() => shop.close());
  beforeEach(() => shop.control.forgetCalls({}));

  const answer = () => {
    const parts = { database: shop.database, findPlatform: () => shop.platform, now: Date.now };
    return answerQuestions(parts, shop.shopId);
  };

  /** Shopify tells, the worker applies, asks and applies. */
  async function goThrough(): Promise<void> {
    await shop.hear();
    await answer();
    await shop.hear();
  }

  async function newCustomer(tags: readonly string[]): Promise<string> {
    made += 1;
    const email = `person-${String(made)}@example.com`;
    const wish = { shop: SHOP, email, tags: [...tags], deliver: false };
    return (await shop.control.createCustomer(wish)).customerId;
  }

  const buy = (customerId: string) =>
    shop.control.placeOrder({ shop: SHOP, customerId, lines: [{ title: "Coffee", price: "10.00" }] });

  const asked = async () => (await shop.control.calls({ shop: SHOP, field: "nodes" })).length;

  const earned = async (customerId: string) => (await shop.member(customerId)).available;

  /** What the same person has who joins and buys with the tags in the line. */
  function inReplay(tags: readonly string[]): unknown {
    const member = { id: "m1", email: "m1@example.com", tags };
    const order = {
      ...{ id: "1", member, currency: "EUR", placedAt: "2026-01-05T10:00:00+01:00" },
      ...{ paidAt: "2026-01-05T10:00:00+01:00", lines: [{ id: "1", quantity: 1, unitPrice: "10.00" }] },
    };
    const lines = [
      { at: "2026-01-05T10:00:00+01:00", type: "join", member },
      { at: "2026-01-05T10:00:00+01:00", type: "order", order },
    ];
    return replayed(run(lines, { ...program, earning })).members[0]?.earned;
  }

  it.each<[string, readonly string[], number]>([
    ["excludes", ["Wholesale", "berlin"], 0],
    ["rewards", ["Stammgast"], 75],
    ["says nothing of", ["berlin"], 35],
    ["says nothing of, having none,", [], 35],
  ])("are asked for before an order is judged: whom the program %s", async (_, tags, points) => {
    const customerId = await newCustomer(tags);
    await buy(customerId);
    await goThrough();
    expect(await earned(customerId)).toBe(points);
    expect(inReplay(tags)).toBe(points);
  });

  it("hold for whoever joins without an order", async () => {
    const { customerId } = await shop.control.createCustomer({
      ...{ shop: SHOP, email: "reseller@example.com", tags: ["wholesale"] },
    });
    await goThrough();
    expect(await earned(customerId)).toBe(0);
  });

  it("are asked for before somebody joins by a click", async () => {
    const id = await newCustomer(["wholesale"]);
    const ask = () => askForTags(shop.database, () => shop.platform, shop.shopId, id);
    await shop.control.misbehave({ shop: SHOP, kind: "http_503", on: "nodes" });
    expect(await ask()).toEqual({ ok: false });
    const asked = await ask();
    const tags = asked.ok ? asked.tags : null;
    expect(tags).toEqual(["wholesale"]);
    const customer = { id, tags, email: null, emailProven: false, ...NAMELESS };
    await joinProgram(shop.database, { shopId: shop.shopId, customer, now: Date.now() });
    expect(await earned(id)).toBe(0);
  });

  it("that change act for the next order, and for no earlier one", async () => {
    const customerId = await newCustomer([]);
    const { orderId } = await buy(customerId);
    await goThrough();
    await shop.control.updateCustomer({ shop: SHOP, customerId, tags: ["wholesale"] });
    await shop.control.fulfilOrder({ shop: SHOP, orderId });
    await goThrough();
    expect(await earned(customerId)).toBe(35);
    await buy(customerId);
    await goThrough();
    expect(await earned(customerId)).toBe(35);
    await shop.control.updateCustomer({ shop: SHOP, customerId, tags: ["Stammgast"] });
    await buy(customerId);
    await goThrough();
    expect(await earned(customerId)).toBe(85);
  });

  it("are asked for in one request for many customers, and not kept once they were used", async () => {
    const customers = await Promise.all(Array.from({ length: 12 }, () => newCustomer(["stammgast"])));
    for (const customerId of customers) await buy(customerId);
    await goThrough();
    expect(await Promise.all(customers.map(earned))).toEqual(customers.map(() => 75));
    expect(await asked()).toBe(1);
    const kept = await shop.database.query("SELECT 1 FROM customer_tags WHERE shop_id = $1", [shop.shopId]);
    expect(kept).toEqual([]);
  });

  it("that the app may not read keep the order waiting, never judged by half", async () => {
    const customerId = await newCustomer(["wholesale"]);
    const without = SCOPES.filter((scope) => !scope.endsWith("_customers"));
    await shop.control.changeScopes({ shop: SHOP, scopes: without });
    await buy(customerId);
    await goThrough();
    const waiting = await shop.database.query(
      "SELECT reason FROM inbox WHERE shop_id = $1 AND state = 'waiting'",
      [shop.shopId],
    );
    expect(new Set(waiting.map((row) => JSON.stringify(row)))).toEqual(
      new Set([JSON.stringify({ reason: SHOP_IS_ASKED })]),
    );
    await shop.control.changeScopes({ shop: SHOP, scopes: [...SCOPES] });
    await goThrough();
    expect(await earned(customerId)).toBe(0);
  });

  it("of somebody who was erased are neither kept nor asked for again", async () => {
    const customerId = await newCustomer(["wholesale"]);
    const { orderId } = await buy(customerId);
    await shop.hear();
    const order = await shop.control.order({ shop: SHOP, orderId });
    await shop.control.redactCustomer({ shop: SHOP, customerId });
    await goThrough();
    const late = { platform: "shopify" as const, shopKey: SHOP, topic: "orders/updated", triggeredAt: null };
    const delivery = { ...late, deliveryId: "late", body: order?.body ?? "" };
    await createInboxWriter(shop.database).write(delivery, Date.now());
    await goThrough();
    expect(await whereKept(shop.database, shop.shopId, [customerId])).toEqual([]);
    expect(await asked()).toBe(0);
  });

  it("are not asked for where no rule wants them", async () => {
    const document = { ...program, earning: { rules: [spend] } };
    const wish = { shopId: shop.shopId, document, effectiveAt: null, actor: "test", now: Date.now() - HOUR };
    expect(await publishProgram(shop.database, wish)).toMatchObject({ ok: true });
    const customerId = await newCustomer(["wholesale"]);
    await buy(customerId);
    await shop.hear();
    expect(await earned(customerId)).toBe(10);
    expect(await asked()).toBe(0);
  });
});
