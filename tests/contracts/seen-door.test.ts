import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { applyEvents } from "#app/commands/inbox/apply-events.ts";
import { applyFacts } from "#app/commands/inbox/apply-facts.ts";
import { publishProgram } from "#app/commands/program/publish-program.ts";
import { installShop } from "#app/commands/shops/install-shop.ts";
import { verifyLedger } from "#app/db/verify-ledger.ts";
import { createSeenDoor } from "#app/doors/seen-door.ts";
import { translateWith } from "#app/jobs/inbox/process-inbox.ts";
import { issueShopperToken } from "#app/platforms/ecwid/auth/shopper-token.ts";
import { verifyVisit } from "#app/platforms/ecwid/auth/verify-visit.ts";
import { verifyProxyVisit } from "#app/platforms/shopify/auth/verify-proxy-visit.ts";
import { customer } from "#tests/fixtures/club.ts";
import { databaseKinds, openTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { proxyQuery, type ProxyAsk } from "#tests/support/proxy-query.ts";
import { rowsOf } from "#tests/support/rows-of.ts";

const SECRET = "current-secret";
const KEY = Buffer.alloc(32, 7);
const SHOP = "kiezcafe.myshopify.com";
const OTHER = "teehaus.myshopify.com";
const STORE = "1003";
const HOUR = 3_600_000;
/** Eleven at night in Berlin. */
const AT = Date.parse("2026-03-03T22:00:00Z");

const rule = (activity: string, points: number) => ({ id: activity, kind: "activity", activity, points });
const document = {
  format: "regulars.program/1",
  name: "Club",
  currency: "EUR",
  timezone: "Europe/Berlin",
  earning: { rules: [rule("add_to_cart", 10), rule("product_view", 1), rule("page_visit", 2)] },
};
const toCart = { activity: "add_to_cart", about: "41" };

describe.each(databaseKinds)("what the widget saw, on a %s database", (kind) => {
  let test: TestDatabase;
  let server: Server;
  let now = AT;
  const shops = new Map<string, number>();

  beforeAll(async () => {
    test = await openTestDatabase(kind);
    for (const shopKey of [SHOP, OTHER, STORE]) shops.set(shopKey, await openShop(test, shopKey));
    const door = createSeenDoor({
      database: test.database,
      now: () => now,
      verify: (query, at, authorization) => {
        if (query.startsWith("ecwid=")) {
          const visited = verifyVisit(query.slice("ecwid=".length), authorization, [KEY], at);
          return visited.ok ? { ok: true, visit: { platform: "ecwid", ...visited } } : visited;
        }
        const verified = verifyProxyVisit(query, [SECRET], at);
        return verified.ok ? { ok: true, visit: { platform: "shopify", ...verified } } : verified;
      },
    });
    server = createServer((request, response) => void door(request, response));
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  });
  beforeEach(() => {
    // Each test is a day of its own, and nobody has told anything lately.
    now += 24 * HOUR;
  });
  afterAll(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    await test.drop();
  });

  const post = async (
    query: string,
    body: unknown,
    headers: Record<string, string> = {},
  ): Promise<number> => {
    const { port } = server.address() as AddressInfo;
    const answered = await fetch(`http://127.0.0.1:${String(port)}/storefront/seen?${query}`, {
      method: "POST",
      headers: { "content-type": "application/json", ...headers },
      body: JSON.stringify(body),
    });
    return answered.status;
  };
  const signed = (asked: Partial<ProxyAsk> = {}): string =>
    proxyQuery({ shop: SHOP, customerId: "7", at: now, secret: SECRET, ...asked });
  const tell = (body: unknown, asked: Partial<ProxyAsk> = {}): Promise<number> => post(signed(asked), body);

  /** What every member of the three shops has gained since it was asked last. */
  const seen = new Map<string, number>();
  async function gained(): Promise<Record<string, number>> {
    const gains: Record<string, number> = {};
    for (const [shopKey, shopId] of shops) {
      const translate = translateWith(() => ({ translate: () => ({ ok: false, reason: "not asked" }) }));
      await applyEvents(test.database, shopId, { translate, now: Math.max(now, AT), batchSize: 500 });
      expect((await verifyLedger(test.database, shopId)).contradiction).toBeNull();
      const rows = await rowsOf<{ customer_id: string; available: number }>(
        test.database,
        "SELECT customer_id, available FROM member WHERE shop_id = $1 AND customer_id IS NOT NULL",
        [shopId],
      );
      for (const { customer_id, available } of rows) {
        const name = `${shopKey} ${customer_id}`;
        const more = available - (seen.get(name) ?? 0);
        if (more !== 0) gains[name] = more;
        seen.set(name, available);
      }
    }
    return gains;
  }

  it("earns once for a product and a day of the shop, in whatever order and however often it is told", async () => {
    const looked = { activity: "product_view", about: "41" };
    const told = [toCart, looked, toCart, { ...toCart, about: "42" }, looked];
    expect(await Promise.all(told.map((body) => tell(body)))).toEqual(told.map(() => 204));
    expect(await gained()).toEqual({ [`${SHOP} 7`]: 21 });
    // Past midnight in Berlin, the same day in London.
    now += 1.5 * HOUR;
    await tell(toCart);
    expect(await gained()).toEqual({ [`${SHOP} 7`]: 10 });
  });

  it("takes an Ecwid shopper's own token, and pages by their path", async () => {
    const token = issueShopperToken({ storeId: STORE, customerId: "8" }, [KEY], now);
    const authorization = `Bearer ${token}`;
    const visit = { activity: "page_visit", about: "/p/41" };
    expect(await post(`ecwid=${STORE}`, visit, { authorization })).toBe(204);
    expect(await gained()).toEqual({ [`${STORE} 8`]: 2 });
  });

  it.each<[string, () => Promise<number>, number]>([
    ["nothing signs", () => post("shop=kiezcafe.myshopify.com&logged_in_customer_id=7", toCart), 400],
    ["somebody else signed", () => tell(toCart, { secret: "guessed" }), 401],
    ["was signed a while ago, and is sent again", () => tell(toCart, { at: now - 2 * 60_000 }), 401],
    ["names another customer than was signed", () => post(signed().replace("id=7", "id=8"), toCart), 401],
    ["names another customer beside", () => post(`logged_in_customer_id=8&${signed()}`, toCart), 400],
    ["names another shop than was signed", () => post(signed().replace(SHOP, OTHER), toCart), 401],
    ["a visitor does who is not signed in", () => tell(toCart, { customerId: null }), 401],
    ["an Ecwid page says without a token", () => post(`ecwid=${STORE}`, toCart), 401],
    [
      "another store's token brings",
      () => {
        const token = issueShopperToken({ storeId: "1004", customerId: "8" }, [KEY], now);
        return post(`ecwid=${STORE}`, toCart, { authorization: `Bearer ${token}` });
      },
      401,
    ],
    [
      "a token brings that is over",
      () => {
        const token = issueShopperToken({ storeId: STORE, customerId: "8" }, [KEY], now - 2 * HOUR);
        return post(`ecwid=${STORE}`, toCart, { authorization: `Bearer ${token}` });
      },
      401,
    ],
    ["a form of another site sends", () => post(signed(), toCart, { "content-type": "text/plain" }), 400],
    ["is no product", () => tell({ ...toCart, about: "../41" }), 400],
    ["is done elsewhere", () => tell({ activity: "review", about: "41" }), 400],
    ["is more than was asked", () => tell({ ...toCart, points: 500 }), 400],
    ["is of somebody who is no member", () => tell(toCart, { customerId: "99" }), 204],
    ["no rule has use for", () => tell({ activity: "search", about: "" }), 204],
    ["is of a shop nobody knows", () => tell(toCart, { shop: "nobody.myshopify.com" }), 404],
  ])("earns nothing that %s", async (_, ask, status) => {
    expect(await ask()).toBe(status);
    expect(await gained()).toEqual({});
  });

  it("lets one person tell sixty things in ten minutes, and others go on", async () => {
    const product = (n: number) => ({ activity: "product_view", about: String(n) });
    const statuses = await Promise.all(Array.from({ length: 61 }, (_, n) => tell(product(n))));
    expect(statuses.filter((status) => status === 429)).toHaveLength(1);
    expect(await tell(product(99), { customerId: "8" })).toBe(204);
    expect(await gained()).toEqual({ [`${SHOP} 7`]: 60, [`${SHOP} 8`]: 1 });
    now += HOUR;
    expect(await tell(product(99))).toBe(204);
    expect(await gained()).toEqual({ [`${SHOP} 7`]: 1 });
  });
});

async function openShop({ database }: TestDatabase, shopKey: string): Promise<number> {
  const about = { name: "Club", currency: "EUR", timezone: "Europe/Berlin", locale: "de", scopes: [] };
  const platform = shopKey === STORE ? "ecwid" : "shopify";
  const { shopId } = await installShop(database, { platform, shopKey, ...about, now: AT - HOUR });
  const wish = { shopId, document, effectiveAt: null, actor: "test", now: AT - HOUR };
  expect((await publishProgram(database, wish)).ok).toBe(true);
  for (const id of ["7", "8"]) {
    const fact = { type: "customer", at: AT - HOUR, customer: customer(id), joined: true } as const;
    await applyFacts(database, shopId, [fact], AT - HOUR);
  }
  return shopId;
}
