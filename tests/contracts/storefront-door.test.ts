import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { applyFacts } from "#app/commands/inbox/apply-facts.ts";
import { installShop } from "#app/commands/shops/install-shop.ts";
import { bringUpToDate } from "#app/commands/members/bring-up-to-date.ts";
import { mergeMembers } from "#app/commands/members/merge-members.ts";
import { publishProgram } from "#app/commands/program/publish-program.ts";
import type { Statements } from "#app/db/database.ts";
import { createStorefrontDoor } from "#app/doors/storefront-door.ts";
import { verifyProxyVisit } from "#app/platforms/shopify/auth/verify-proxy-visit.ts";
import { storefrontState } from "#app/queries/storefront/storefront-sight.ts";
import { clubDocument, customer, order } from "#tests/fixtures/club.ts";
import { databaseKinds, openTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { proxyQuery, type ProxyAsk } from "#tests/support/proxy-query.ts";
import { rowsOf } from "#tests/support/rows-of.ts";

const SECRETS = ["current-secret", "previous-secret"];
const SHOP = "kiezcafe.myshopify.com";
const AT = Date.parse("2026-03-03T09:00:00Z");

describe.each(databaseKinds)("the storefront's door on a %s database", (kind) => {
  let test: TestDatabase;
  let shopId: number;
  let server: Server;
  let now = AT;
  let isAway = false;
  const statements: string[] = [];

  beforeAll(async () => {
    test = await openTestDatabase(kind);
    shopId = await openShop(test, SHOP);
    const counted: Statements = {
      query(sql, values) {
        if (isAway) return Promise.reject(new Error("the database is away"));
        statements.push(sql);
        return test.database.query(sql, values);
      },
    };
    const door = createStorefrontDoor({
      verify: (query, at) => {
        const verified = verifyProxyVisit(query, SECRETS, at);
        return verified.ok ? { ok: true, visit: { platform: "shopify", ...verified } } : verified;
      },
      database: counted,
      bringUpToDate: (shop, memberId, at) => bringUpToDate(test.database, shop, [memberId], at),
      now: () => now,
    });
    server = createServer((request, response) => void door(request, response));
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  });
  afterAll(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    await test.drop();
  });

  const ask = (asked: Partial<ProxyAsk> = {}, headers: Record<string, string> = {}, method = "GET") => {
    const whole = { shop: SHOP, customerId: "7", at: now, secret: "current-secret", ...asked };
    return askRaw(proxyQuery(whole), headers, method);
  };
  const askRaw = (query: string, headers: Record<string, string> = {}, method = "GET") => {
    const { port } = server.address() as AddressInfo;
    return fetch(`http://127.0.0.1:${String(port)}/storefront/state?${query}`, { headers, method });
  };

  it("tells the shopper Shopify names what they have, in one statement", async () => {
    await ask();
    statements.length = 0;
    const answered = await ask();
    expect([answered.status, answered.headers.get("content-type")]).toEqual([
      200,
      "application/json; charset=utf-8",
    ]);
    const state = await answered.json();
    expect(statements).toHaveLength(1);
    expect(state).toMatchObject({ viewer: { kind: "member", firstName: "Anna", available: 184 } });
    expect(state).toEqual(
      await storefrontState(test.database, shopId, { customerId: "7", language: null }, now),
    );
  });

  it("shows a guest and a stranger the program and nobody's points", async () => {
    const guest = (await (await ask({ customerId: null })).json()) as { viewer: unknown };
    expect(guest.viewer).toEqual({ kind: "guest" });
    const stranger = (await (await ask({ customerId: "99" })).json()) as { viewer: unknown };
    expect(stranger.viewer).toEqual({ kind: "stranger", firstName: null });
  });

  it("leads a customer whose member was merged to the member who stays", async () => {
    const at = now;
    for (const id of ["81", "82"]) {
      const fact = { type: "customer", at, customer: customer(id), joined: true } as const;
      await applyFacts(test.database, shopId, [fact], at);
    }
    const [ended, kept] = await rowsOf<{ member_id: number }>(
      test.database,
      "SELECT member_id FROM member WHERE shop_id = $1 AND customer_id = ANY($2::text[]) ORDER BY customer_id",
      [shopId, ["81", "82"]],
    );
    const people = { keptId: String(kept?.member_id), endedId: String(ended?.member_id) };
    expect((await mergeMembers(test.database, { shopId, ...people, actor: "test", now: at })).ok).toBe(true);
    expect(await (await ask({ customerId: "81" })).json()).toMatchObject({ viewer: { kind: "member" } });
  });

  it("lets nobody keep what is somebody's own", async () => {
    const own = await ask();
    expect([own.headers.get("cache-control"), own.headers.get("etag")]).toEqual(["no-store", null]);
    const stranger = await ask({ customerId: "424242" });
    expect([stranger.headers.get("cache-control"), stranger.headers.get("etag")]).toEqual(["no-store", null]);
  });

  it("lets the browser keep a visitor's answer, and says when it still holds", async () => {
    const first = await ask({ customerId: null });
    expect(first.headers.get("cache-control")).toBe("private, no-cache");
    const tag = first.headers.get("etag") ?? "";
    now += 60_000;
    const again = await ask({ customerId: null }, { "if-none-match": tag });
    expect([again.status, await again.text()]).toEqual([304, ""]);
    expect((await ask({}, { "if-none-match": tag })).status).toBe(200);
    const paid = {
      type: "order",
      at: now,
      customer: customer("7"),
      order: order("1043", 1_000, now),
    } as const;
    await applyFacts(test.database, shopId, [paid], now);
    expect((await ask({}, { "if-none-match": tag })).status).toBe(200);
  });

  it("takes the secret that is being replaced as well", async () => {
    expect((await ask({ secret: "previous-secret" })).status).toBe(200);
  });

  it.each<[string, number, Partial<ProxyAsk>]>([
    ["another secret", 401, { secret: "guessed" }],
    ["a signature of 91 seconds ago", 401, { at: AT - 91_000 }],
    ["another customer put in front of Shopify's", 400, { sent: "logged_in_customer_id=8" }],
    ["another shop put in front of Shopify's", 400, { sent: "shop=other.myshopify.com" }],
  ])("refuses %s without asking the database", async (_what, status, asked) => {
    now = AT;
    statements.length = 0;
    const answered = await ask(asked);
    expect([answered.status, await answered.text(), statements]).toEqual([status, "", []]);
  });

  it("says in words the widget knows that a shop has no program", async () => {
    for (const shop of ["nobody.myshopify.com", "other.myshopify.com"]) {
      const answered = await ask({ shop });
      expect([answered.status, await answered.json()]).toEqual([
        404,
        { ok: false, refusal: "program_missing", missing: null },
      ]);
    }
  });

  it("says that it went wrong on our side when the database is away, and that nothing may be kept", async () => {
    isAway = true;
    const answered = await ask();
    isAway = false;
    expect([answered.status, answered.headers.get("cache-control")]).toEqual([503, "no-store"]);
    expect(await answered.json()).toEqual({ ok: false, refusal: "unavailable", missing: null });
  });

  it("answers other methods with what is allowed", async () => {
    const answered = await ask({}, {}, "POST");
    expect([answered.status, answered.headers.get("allow")]).toEqual([405, "GET, HEAD"]);
  });
});

async function openShop({ database }: TestDatabase, shopKey: string): Promise<number> {
  const at = AT - 86_400_000;
  const shop = { platform: "shopify", shopKey, name: "Kiezcafé", currency: "EUR", timezone: "Europe/Berlin" };
  const { shopId } = await installShop(database, { ...shop, locale: "en", scopes: [], now: at });
  const wish = { shopId, document: clubDocument, effectiveAt: null, actor: "test", now: at };
  expect((await publishProgram(database, wish)).ok).toBe(true);
  const joined = { type: "customer", at, customer: customer("7"), joined: true } as const;
  const paid = { type: "order", at, customer: customer("7"), order: order("1042", 15_400, at) } as const;
  await applyFacts(database, shopId, [joined], at);
  await applyFacts(database, shopId, [paid], at);
  return shopId;
}
