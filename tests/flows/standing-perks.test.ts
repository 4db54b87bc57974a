import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { carryProgramOver } from "#app/commands/program/carry-program-over.ts";
import { publishProgram } from "#app/commands/program/publish-program.ts";
import { storefrontRounds } from "#app/jobs/program/tell-storefronts.ts";
import { databaseKinds } from "#tests/support/database.ts";
import { SHOP } from "#tests/support/shopify-bench.ts";
import { ShopifyShop } from "./shopify-shop.ts";

const tiersWith = (silver: readonly unknown[], gold: readonly unknown[]) => ({
  metric: "spend",
  window: { kind: "lifetime" },
  levels: [
    { id: "silver", name: "Silver", from: "100.00", perks: silver },
    { id: "gold", name: "Gold", from: "500.00", perks: gold },
  ],
});
const ship = { id: "ship", kind: "freeShipping", minSubtotal: "20.00" };
const five = { id: "five", kind: "percentOff", percent: 5 };

describe.each(databaseKinds)("perks of levels in a shop on the %s database", (kind) => {
  let shop: ShopifyShop;
  let anna = "";

  beforeAll(async () => {
    shop = await ShopifyShop.open(kind, [], { tiers: tiersWith([ship], [five, "First pick"]) });
    const made = { shop: SHOP, email: "anna@example.com", tags: ["vip"], deliver: false };
    anna = (await shop.control.createCustomer(made)).customerId;
  });
  afterAll(() => shop.close());

  async function buy(price: string, shipping = "4.90") {
    const lines = [{ title: "Coffee", price }];
    const placed = await shop.control.placeOrder({ shop: SHOP, customerId: anna, lines, shipping });
    await shop.hear();
    await shop.deliver();
    return placed.total;
  }

  async function tell(): Promise<void> {
    const findPlatform = () => shop.platform;
    const rounds = storefrontRounds({ database: shop.database, findPlatform, now: Date.now });
    const behind = () =>
      shop.database.query(
        "SELECT 1 FROM shop WHERE shop_id = $1 AND storefront_version IS DISTINCT FROM live_version",
        [shop.shopId],
      );
    rounds.start();
    try {
      await expect.poll(behind, { interval: 50, timeout: 10_000 }).toEqual([]);
    } finally {
      await rounds.stop();
    }
  }

  async function publish(tiers: object): Promise<void> {
    const document = {
      format: "regulars.program/1",
      name: "Club",
      currency: "EUR",
      timezone: "Europe/Berlin",
      earning: { rules: [{ id: "spend", kind: "spend", points: 1, per: "1.00" }] },
      tiers,
    };
    const wish = { shopId: shop.shopId, document, effectiveAt: null, actor: "test", now: Date.now() };
    expect(await publishProgram(shop.database, wish)).toMatchObject({ ok: true });
    await tell();
    await carryProgramOver(shop.database, shop.shopId, Date.now());
    await shop.deliver();
  }

  const tags = async () => (await shop.control.customer({ shop: SHOP, customerId: anna }))?.tags;
  const points = async () => (await shop.member(anna)).available;

  it("free shipping begins with the order after the one that reached the level, and takes no points", async () => {
    await tell();
    expect(await buy("120.00")).toBe("124.90");
    expect(await tags()).toEqual(["vip", "regulars-tier:silver"]);
    const before = await points();
    expect(await buy("29.90")).toBe("29.90");
    expect((await points()) - before).toBe(29);
    expect(await buy("19.00")).toBe("23.90");
  });

  it("a standing percentage lowers what is paid, and what is paid earns", async () => {
    expect(await buy("400.00")).toBe("400.00");
    expect(await tags()).toEqual(["vip", "regulars-tier:gold"]);
    const before = await points();
    expect(await buy("100.00")).toBe("99.90");
    expect((await points()) - before).toBe(95);
  });

  it("what a later program changes is changed, and what it leaves out ends without a trace", async () => {
    await publish(tiersWith([ship], [{ ...five, percent: 10 }]));
    expect(await buy("100.00")).toBe("94.90");
    await publish(tiersWith([], ["First pick"]));
    expect(await buy("100.00")).toBe("104.90");
    expect(await tags()).toEqual(["vip"]);
    expect(await shop.control.discounts({ shop: SHOP })).toEqual([]);
    expect(await shop.contradiction()).toBeNull();
  });
});
