import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { scoreCustomers } from "#app/commands/customers/score-customers.ts";
import { objectToProfiling } from "#app/commands/customers/object-to-profiling.ts";
import { applyFacts } from "#app/commands/inbox/apply-facts.ts";
import { listenToNotice } from "#app/commands/outbox/listen-to-notice.ts";
import { changeSettings } from "#app/commands/shops/change-settings.ts";
import { shopSettings } from "#app/db/shops/shop-settings.ts";
import { databaseKinds } from "#tests/support/database.ts";
import { SHOP } from "#tests/support/shopify-bench.ts";
import { customer, DAY, orderFact } from "./plain-shop.ts";
import { ShopifyShop } from "./shopify-shop.ts";

describe.each(databaseKinds)("segments told to a Shopify shop, on the %s database", (kind) => {
  let shop: ShopifyShop;
  let anna = "";
  const now = Date.now();
  /** How far the worker's clock is ahead of ours: as far as the last scoring was. */
  let ahead = 0;

  beforeAll(async () => {
    shop = await ShopifyShop.open(kind, []);
    const made = { shop: SHOP, email: "anna@example.com", tags: ["vip"], deliver: false };
    anna = (await shop.control.createCustomer(made)).customerId;
    await applyFacts(
      shop.database,
      shop.shopId,
      [orderFact("1", customer(anna), { euros: 60, paidAt: now - DAY }, now)],
      now,
    );
  });
  afterAll(() => shop.close());

  const score = async (at: number) => {
    await scoreCustomers(shop.database, shop.shopId, () => at);
    ahead = at - now;
    await shop.deliver(ahead);
  };
  const choose = async (taggedSegments: readonly string[]) => {
    const settings = { ...shopSettings.parse({}), taggedSegments: [...taggedSegments] };
    await changeSettings(shop.database, { shopId: shop.shopId, settings, actor: "test", now: Date.now() });
    await shop.deliver(ahead);
  };
  const tags = async () => (await shop.control.customer({ shop: SHOP, customerId: anna }))?.tags;
  const begun = async () =>
    (await shop.control.flowTriggers({ shop: SHOP })).filter(({ handle }) => handle === "segment-entered");

  it("leave customers alone as long as nobody wishes tags and no workflow listens", async () => {
    await score(now);
    expect(await tags()).toEqual(["vip"]);
    expect(await begun()).toEqual([]);
  });

  it("are tags of those who are in them as soon as they are chosen, and only of the chosen", async () => {
    await choose(["active"]);
    expect(await tags()).toEqual(["vip", "regulars-segment:active"]);
  });

  it("never feed what the program knows of a customer's tags", async () => {
    const read = await shop.platform.describeCustomers(SHOP, [anna]);
    expect(read).toEqual({ kind: "data", data: [{ customer: anna, tags: ["vip"] }] });
  });

  it("follow the night's scoring, which also begins a workflow for each segment entered", async () => {
    const saidAt = now - DAY;
    await listenToNotice(shop.database, {
      ...{ shopId: shop.shopId, topic: "notify_segment_entered", listening: true, saidAt },
    });
    await choose(["active", "inactive"]);
    await score(now + 100 * DAY);
    expect(await tags()).toEqual(["vip", "regulars-segment:inactive"]);
    expect(await begun()).toContainEqual({
      handle: "segment-entered",
      payload: { customer_id: Number(anna), Segment: "inactive" },
    });
    const before = (await begun()).length;
    await score(now + 101 * DAY);
    expect(await begun()).toHaveLength(before);
  });

  it("go when they are chosen no more, and the customer's own stay", async () => {
    await choose([]);
    expect(await tags()).toEqual(["vip"]);
  });

  it("go at once from whoever objects to profiling", async () => {
    await choose(["inactive"]);
    expect(await tags()).toEqual(["vip", "regulars-segment:inactive"]);
    const { database, shopId } = shop;
    const { member_id: memberId } = await shop.member(anna);
    const wish = { shopId, memberId, objects: true, actor: "member", now };
    expect(await objectToProfiling(database, wish)).toEqual({ ok: true });
    await shop.deliver(ahead);
    expect(await tags()).toEqual(["vip"]);
  });
});
