import { applyFacts } from "#app/commands/inbox/apply-facts.ts";
import { installShop } from "#app/commands/shops/install-shop.ts";
import { publishProgram } from "#app/commands/program/publish-program.ts";
import type { Database } from "#app/db/client.ts";
import { writeProductFacts } from "#app/db/questions/product-facts.ts";
import type { ShopFact } from "#app/domain/event.ts";
import { sampleProducts } from "./shop-deliveries.ts";

const MEMBERS_AT_ONCE = 500;
/** What is known of products stays good for the whole run. */
const LONGEST_RUN_MS = 3_600_000;
const PLAIN_PRODUCT = { tags: [], collections: [], vendor: "Plates", kind: "" };

export const customerNumber = (shop: number, member: number): string =>
  String(7_000_000_000_000 + shop * 1_000_000 + member);

/** Shops with a program and members, made through the app's own commands. */
export async function prepareShops(
  database: Database,
  shops: number,
  members: number,
  now: number,
): Promise<string[]> {
  const shopKeys: string[] = [];
  for (let shop = 0; shop < shops; shop += 1) {
    const shopKey = `bench-${String(shop)}.myshopify.com`;
    shopKeys.push(shopKey);
    const { shopId } = await installShop(database, {
      platform: "shopify",
      shopKey,
      name: shopKey,
      currency: "USD",
      timezone: "Europe/Berlin",
      locale: "en",
      scopes: [],
      now,
    });
    const published = await publishProgram(database, {
      shopId,
      document: programFor([{ id: "mugs", kind: "item", points: 5, lines: { vendors: ["Mugs"] } }]),
      effectiveAt: null,
      actor: "bench",
      now,
    });
    if (!published.ok) throw new Error(JSON.stringify(published.errors));
    // The sample leaves out vendors, and the program asks for them: a shop that is at work is known already.
    const products = sampleProducts().map((product) => ({ ...PLAIN_PRODUCT, product }));
    await writeProductFacts(database, shopId, products, now + LONGEST_RUN_MS);
    for (let from = 0; from < members; from += MEMBERS_AT_ONCE) {
      const facts = Array.from({ length: Math.min(MEMBERS_AT_ONCE, members - from) }, (_, index) =>
        joined(customerNumber(shop, from + index), now),
      );
      await applyFacts(database, shopId, facts, now);
    }
  }
  return shopKeys;
}

/** A program at work: points, tiers, an end of points, a reward; and what else a platform is asked about. */
export const programFor = (rules: readonly object[]) => ({
  format: "regulars.program/1",
  name: "Bench",
  currency: "USD",
  timezone: "Europe/Berlin",
  earning: {
    rules: [{ id: "spend", kind: "spend", points: 1, per: "1.00" }, ...rules],
  },
  expiry: { kind: "perLot", months: 12 },
  tiers: {
    metric: "spend",
    window: { kind: "rolling", months: 12 },
    graceDays: 30,
    levels: [
      { id: "bronze", name: "Bronze", from: "0" },
      { id: "silver", name: "Silver", from: "300.00" },
      { id: "gold", name: "Gold", from: "1000.00" },
    ],
  },
  rewards: [{ id: "five-off", kind: "amountOff", value: "5.00", cost: 500 }],
});

export function joined(id: string, at: number): ShopFact {
  const customer = {
    id,
    email: `member-${id}@example.com`,
    emailProven: true,
    tags: [],
    birthday: null,
    firstName: "Bench",
    lastName: id,
  };
  return { type: "customer", at, customer, joined: true };
}
