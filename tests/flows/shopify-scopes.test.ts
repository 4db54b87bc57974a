import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { applyFacts } from "#app/commands/inbox/apply-facts.ts";
import { cancelCode } from "#app/commands/codes/cancel-code.ts";
import { shopsToReconcile } from "#app/db/shops/reconciliation.ts";
import { readShop } from "#app/db/shops/shops.ts";
import { reconciliationRounds } from "#app/jobs/shops/reconcile-orders.ts";
import { missingScopes, SCOPES } from "#app/platforms/shopify/auth/scopes.ts";
import { databaseKinds } from "#tests/support/database.ts";
import { SHOP } from "#tests/support/shopify-bench.ts";
import { customer, orderFact } from "./plain-shop.ts";
import { ShopifyShop } from "./shopify-shop.ts";
import { rowsOf } from "#tests/support/rows-of.ts";

const TAKEN = ["write_customers", "write_discounts"];
const REWARDS = [
  { id: "five-off", kind: "amountOff", value: "5.00", cost: 50 },
  { id: "credit", kind: "storeCredit", value: "4.00", cost: 40 },
];

describe.each(databaseKinds)("what the merchant allows the app, on the %s database", (kind) => {
  let shop: ShopifyShop;
  let memberId = "";
  let customerId = "";
  const now = Date.now();

  beforeAll(async () => {
    shop = await ShopifyShop.open(kind, REWARDS);
    const made = { shop: SHOP, email: "anna@example.com", deliver: false };
    ({ customerId } = await shop.control.createCustomer(made));
    memberId = await buy("first", 300);
  });
  afterAll(() => shop.close());

  async function buy(orderId: string, euros: number): Promise<string> {
    const fact = orderFact(orderId, customer(customerId), { euros, paidAt: now }, now);
    const [applied] = await applyFacts(shop.database, shop.shopId, [fact], now);
    return applied?.memberId ?? "";
  }

  /** The merchant decides, Shopify tells of it, the worker reads it. */
  async function allow(scopes: readonly string[]): Promise<void> {
    await shop.control.changeScopes({ shop: SHOP, scopes: [...scopes] });
    await shop.hear();
  }

  /** The worker's hourly look at the shop. */
  async function compare(): Promise<void> {
    const values = [shop.shopId];
    await shop.database.query("UPDATE reconciliation SET next_at = now() WHERE shop_id = $1", values);
    const due = () => shopsToReconcile(shop.database, Date.now());
    const findPlatform = () => shop.platform;
    const rounds = reconciliationRounds({ database: shop.database, findPlatform, now: Date.now });
    rounds.start();
    try {
      await expect.poll(due, { timeout: 60_000, interval: 50 }).toEqual([]);
    } finally {
      await rounds.stop();
    }
  }

  const recorded = () =>
    shop.database.query(
      "SELECT details ->> 'scopes' AS scopes FROM audit WHERE shop_id = $1 AND action = 'scopes_changed' ORDER BY audit_id",
      [shop.shopId],
    );
  const waiting = () =>
    rowsOf<{ topic: string; reason: string | null }>(
      shop.database,
      "SELECT topic, reason FROM outbox WHERE shop_id = $1 AND state = 'waiting' ORDER BY topic",
      [shop.shopId],
    );
  const granted = async () => (await readShop(shop.database, shop.shopId))?.scopes ?? [];
  const shown = () => shop.control.customer({ shop: SHOP, customerId });

  it("is known from its installation", async () => {
    expect([...(await granted())].sort()).toEqual([...SCOPES].sort());
    expect(missingScopes(await granted())).toEqual([]);
  });

  it("stops what it no longer allows, says so, goes on with the rest, and makes up for it once allowed", async () => {
    const code = await shop.claim(memberId, "five-off");
    await shop.deliver();
    expect(await shop.codesInShop()).toEqual([code]);
    expect((await shown())?.metafields["$app.points"]).toBe("250");

    await allow(SCOPES.filter((scope) => !TAKEN.includes(scope)));
    expect(await granted()).not.toContain("write_discounts");
    expect(missingScopes(await granted())).toEqual(TAKEN);

    // Taken back here, and still in the shop: that waits. A new code cannot be: its points come back at once.
    const back = { shopId: shop.shopId, memberId, code, reason: "", actor: null, now };
    expect(await cancelCode(shop.database, back)).toMatchObject({ ok: true });
    const refused = await shop.claim(memberId, "five-off");
    const credit = await shop.claim(memberId, "credit");
    await buy("second", 11);
    await shop.deliver();
    expect(await shop.codeState(refused)).toMatchObject({ state: "failed" });
    expect(await shop.codeState(credit)).toMatchObject({ state: "used" });
    expect(await shop.member(customerId)).toMatchObject({ available: 300 + 11 - 40 });
    expect((await shown())?.storeCredit["EUR"]).toBe("4.00");
    expect(await shop.codesInShop()).toEqual([code]);
    expect((await shown())?.metafields["$app.points"]).toBe("250");
    expect(await waiting()).toEqual([
      { topic: "publish_member_state", reason: expect.stringContaining("write_customers") },
      { topic: "withdraw_discount", reason: expect.stringContaining("discounts") },
    ]);

    // Nobody knocks at a closed door all day.
    await shop.control.forgetCalls({});
    await shop.deliver();
    expect(await shop.control.calls({ shop: SHOP })).toEqual([]);

    await allow(SCOPES);
    expect(missingScopes(await granted())).toEqual([]);
    await shop.deliver();
    expect(await waiting()).toEqual([]);
    expect(await shop.codesInShop()).toEqual([]);
    expect((await shown())?.metafields["$app.points"]).toBe("271");
    const next = await shop.claim(memberId, "five-off");
    await shop.deliver();
    expect(await shop.codesInShop()).toEqual([next]);
    expect(await shop.contradiction()).toBeNull();
  });

  it("is asked for every hour: what no delivery told of is made up for, once", async () => {
    await shop.control.changeScopes({ shop: SHOP, scopes: [], deliver: false });
    await compare();
    expect(await granted()).toEqual([]);
    await buy("third", 5);
    await shop.deliver();
    expect(await waiting()).toMatchObject([{ topic: "publish_member_state" }]);

    await shop.control.changeScopes({ shop: SHOP, scopes: [...SCOPES], deliver: false });
    await compare();
    expect(missingScopes(await granted())).toEqual([]);
    await shop.deliver();
    expect(await waiting()).toEqual([]);

    const before = await recorded();
    await compare();
    expect(await recorded()).toEqual(before);
  });

  it("takes more than it asks for, and keeps it in mind", async () => {
    await allow([...SCOPES, "read_all_orders"]);
    expect(await granted()).toContain("read_all_orders");
    expect(missingScopes(await granted())).toEqual([]);
  });
});
