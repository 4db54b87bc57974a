import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { applyFacts } from "#app/commands/inbox/apply-facts.ts";
import { writeEffects } from "#app/db/outbox/outbox.ts";
import { changeSettings } from "#app/commands/shops/change-settings.ts";
import { shopSettings } from "#app/db/shops/shop-settings.ts";
import { databaseKinds } from "#tests/support/database.ts";
import { SHOP } from "#tests/support/shopify-bench.ts";
import { customer, orderFact } from "./plain-shop.ts";
import { ShopifyShop } from "./shopify-shop.ts";

const TIERS = {
  metric: "spend",
  window: { kind: "rolling", months: 12 },
  levels: [
    { id: "silver", name: "Silber", from: "50.00" },
    { id: "gold", name: "Gold", from: "200.00" },
  ],
};
/** The merchant's own, however much it looks like ours. */
const OWN = ["my-regulars-tier:gold", "regulars", "vip"];

describe.each(databaseKinds)("tags that name tiers, on the %s database", (kind) => {
  let shop: ShopifyShop;
  let anna = "";
  let bert = "";
  const now = Date.now();

  beforeAll(async () => {
    shop = await ShopifyShop.open(kind, [], { tiers: TIERS });
    [anna, bert] = [await person("anna"), await person("bert")];
    await buy("first", anna, 60);
    await buy("second", bert, 20);
  });
  afterAll(() => shop.close());

  async function person(name: string): Promise<string> {
    const made = { shop: SHOP, email: `${name}@example.com`, tags: [...OWN], deliver: false };
    return (await shop.control.createCustomer(made)).customerId;
  }

  async function buy(orderId: string, customerId: string, euros: number): Promise<void> {
    const fact = orderFact(orderId, customer(customerId), { euros, paidAt: now }, now);
    await applyFacts(shop.database, shop.shopId, [fact], now);
  }

  async function choose(tagTier: boolean): Promise<void> {
    const settings = { ...shopSettings.parse({}), tagTier };
    await changeSettings(shop.database, { shopId: shop.shopId, settings, actor: "test", now: Date.now() });
  }

  const tags = async (customerId: string) => (await shop.control.customer({ shop: SHOP, customerId }))?.tags;
  const told = async () =>
    (await shop.control.calls({ shop: SHOP })).map(({ fields }) => fields.join(" ")).sort();

  it("are neither written nor asked for as long as nobody wishes them", async () => {
    await shop.deliver();
    expect(await tags(anna)).toEqual(OWN);
    expect(await told()).not.toContain("tagsAdd");
    expect(await told()).not.toContain("customer");
  });

  it("come when they are switched on, for everybody with a tier", async () => {
    await choose(true);
    await shop.deliver();
    expect(await tags(anna)).toEqual([...OWN, "regulars-tier:silver"]);
    expect(await tags(bert)).toEqual(OWN);
  });

  it("go when they are switched off, whatever else changed, with one write per member, and other tags stay", async () => {
    await buy("third", anna, 150);
    await choose(false);
    await buy("fourth", anna, 1);
    await shop.control.forgetCalls({});
    await shop.deliver();
    expect(await tags(anna)).toEqual(OWN);
    expect(await told()).toEqual(["customer", "metafieldsSet", "tagsRemove"]);
  });

  it("that could not be taken away then go with the next that is told", async () => {
    await choose(true);
    await shop.deliver();
    expect(await tags(anna)).toEqual([...OWN, "regulars-tier:gold"]);
    await choose(false);
    await shop.database.query("DELETE FROM outbox WHERE shop_id = $1 AND state = 'waiting'", [shop.shopId]);
    await choose(false);
    await buy("fifth", anna, 1);
    await shop.deliver();
    expect(await tags(anna)).toEqual(OWN);
  });

  it("a tag that staff wish is set and taken off beside the customer's own, which change nothing twice", async () => {
    const { member_id: memberId } = await shop.member(anna);
    const wish = async (tag: string, isTagged: boolean) => {
      await shop.database.transaction((tx) =>
        writeEffects(tx, shop.shopId, [{ type: "tag_customer", memberId, tag, isTagged }], now),
      );
      await shop.deliver();
      return tags(anna);
    };
    expect(await wish("regular", true)).toEqual([...OWN, "regular"]);
    expect(await wish("regular", true)).toEqual([...OWN, "regular"]);
    expect(await wish("regular", false)).toEqual(OWN);
  });
});
