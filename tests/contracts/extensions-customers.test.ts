import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { applyFacts } from "#app/commands/inbox/apply-facts.ts";
import { ask, codeOf, SurfaceShop, token, viewerOf, withSurfaces } from "./extensions-shop.ts";

const surfaces = withSurfaces();
let shop: SurfaceShop;

beforeEach(async () => {
  shop = await SurfaceShop.open(surfaces.database());
});

describe("the customer account", () => {
  it("is told what its own customer has, and the shop's domain for using codes", async () => {
    await shop.enrol("7001", 320);
    const answered = await ask("customer.state", { token: shop.shopper("7001") });
    expect([answered.status, answered.headers.get("cache-control")]).toEqual([200, "no-store"]);
    expect(answered.body).toMatchObject({ ok: true, shop: shop.key, formal: false });
    expect(viewerOf(answered)).toMatchObject({ kind: "member", available: 320 });
  });

  it("is told with Sie where the shop has chosen it", async () => {
    const settings = JSON.stringify({ address: "Sie" });
    const sql = "UPDATE shop SET settings = $2::json WHERE shop_key = $1";
    await surfaces.database().query(sql, [shop.key, settings]);
    expect((await ask("customer.state", { token: shop.shopper("7001") })).body).toMatchObject({
      formal: true,
    });
  });

  it("may ask from any origin, with a token and nothing a browser keeps", async () => {
    const { status, headers } = await ask("customer.state", { method: "OPTIONS" });
    expect(status).toBe(204);
    expect(headers.get("access-control-allow-origin")).toBe("*");
    expect(headers.get("access-control-allow-headers")).toBe("Authorization, Content-Type");
    expect(headers.get("access-control-allow-credentials")).toBeNull();
    expect((await ask("customer.claim", { method: "OPTIONS" })).status).toBe(204);
    expect((await ask("customer.claim", { method: "GET" })).status).toBe(405);
  });

  it("shows somebody who is not in the program as a stranger, and lets them join", async () => {
    const before = await ask("customer.state", { token: shop.shopper("7002") });
    expect(viewerOf(before).kind).toBe("stranger");
    const joined = await ask("customer.join", { token: shop.shopper("7002"), body: {} });
    expect(viewerOf(joined).kind).toBe("member");
  });

  it("claims a reward once however often the click arrives, and gets its code", async () => {
    await shop.enrol("7001", 650);
    const wish = { token: shop.shopper("7001"), body: { rewardId: "five", points: null, key: randomUUID() } };
    const first = await shop.claim("customer.claim", wish);
    const second = await shop.claim("customer.claim", wish);
    expect(codeOf(first)).toMatch(/^[\w-]{6,}$/u);
    expect(viewerOf(first).available).toBe(350);
    expect(codeOf(second)).toBe(codeOf(first));
    expect(viewerOf(second).available).toBe(350);
  });

  it("says that a code is being made when the shop takes its time; the points are set aside", async () => {
    await shop.enrol("7001", 320);
    const body = { rewardId: "five", points: null, key: randomUUID() };
    const claimed = await ask("customer.claim", { token: shop.shopper("7001"), body });
    expect(claimed.body).toMatchObject({ ok: true, code: null });
    expect(viewerOf(claimed).available).toBe(20);
  });

  it("is told how many points are missing, and nothing is taken", async () => {
    await shop.enrol("7001", 120);
    const body = { rewardId: "five", points: null, key: randomUUID() };
    const refused = await ask("customer.claim", { token: shop.shopper("7001"), body });
    expect(refused.status).toBe(409);
    expect(refused.body).toEqual({ ok: false, refusal: "points_insufficient", missing: 180 });
    const after = await ask("customer.state", { token: shop.shopper("7001") });
    expect(viewerOf(after).available).toBe(120);
  });

  it("gives an unused code back, and the points return", async () => {
    await shop.enrol("7001", 300);
    const body = { rewardId: "five", points: null, key: randomUUID() };
    const claimed = await shop.claim("customer.claim", { token: shop.shopper("7001"), body });
    const code = codeOf(claimed);
    const returned = await ask("customer.cancel-code", { token: shop.shopper("7001"), body: { code } });
    expect(viewerOf(returned).available).toBe(300);
  });

  it("explains an entry of its own history, and none of anybody else's", async () => {
    await shop.enrol("7001", 320);
    await shop.enrol("7002", 10);
    const { body } = await ask("customer.state", { token: shop.shopper("7001") });
    const { key } = z
      .object({
        state: z.object({
          viewer: z.object({ history: z.object({ entries: z.array(z.object({ key: z.string() })) }) }),
        }),
      })
      .parse(body).state.viewer.history.entries[0]!;
    const own = await ask("customer.explanation", { token: shop.shopper("7001"), query: { key } });
    expect(own.body).toMatchObject({ key, reasons: expect.any(Array) as unknown[] });
    const others = await ask("customer.explanation", { token: shop.shopper("7002"), query: { key } });
    expect(others.status).toBe(400);
    const page = await ask("customer.history", { token: shop.shopper("7002"), query: { before: key } });
    expect(page.body).toEqual({ entries: [], before: null });
  });

  it("cannot use another customer's code", async () => {
    await shop.enrol("7001", 300);
    await shop.enrol("7002", 0);
    const body = { rewardId: "five", points: null, key: randomUUID() };
    const claimed = await shop.claim("customer.claim", { token: shop.shopper("7001"), body });
    const code = codeOf(claimed);
    const taken = await ask("customer.cancel-code", { token: shop.shopper("7002"), body: { code } });
    expect([taken.status, taken.body]).toEqual([404, { ok: false, refusal: "code_unknown", missing: null }]);
  });

  it("of another shop sees nothing of this one's customers", async () => {
    await shop.enrol("7001", 320);
    const elsewhere = await SurfaceShop.open(surfaces.database());
    const answered = await ask("customer.state", { token: elsewhere.shopper("7001") });
    expect(viewerOf(answered).kind).toBe("stranger");
  });

  it.each(["customer.state", "customer.history", "customer.explanation"])(
    "%s answers nobody without a token",
    async (name) => {
      const query = { before: "1", key: "1" };
      expect((await ask(name, { query })).status).toBe(401);
      expect((await ask(name, { query, token: shop.staff() })).status).toBe(401);
      expect(
        (
          await ask(name, {
            query,
            token: token({ dest: shop.key, sub: "gid://shopify/Customer/1", aud: "other" }),
          })
        ).status,
      ).toBe(401);
    },
  );

  it.each(["customer.claim", "customer.cancel-code", "customer.join", "customer.take-part"])(
    "%s changes nothing without a token",
    async (name) => {
      const body = { rewardId: "five", points: null, key: randomUUID(), code: "KC-1", challengeId: "card" };
      expect((await ask(name, { body })).status).toBe(401);
      expect((await ask(name, { body, token: shop.staff() })).status).toBe(401);
    },
  );

  it.each([
    ["no reward", { points: null, key: randomUUID() }],
    ["half a point", { rewardId: "five", points: 0.5, key: randomUUID() }],
    ["no key", { rewardId: "five", points: null }],
    ["no JSON", "rewardId=five"],
    ["far too much", { rewardId: "five", points: null, key: randomUUID(), more: "x".repeat(20_000) }],
  ])("is refused a claim with %s", async (_what, body) => {
    await shop.enrol("7001", 320);
    expect((await ask("customer.claim", { token: shop.shopper("7001"), body })).status).toBe(400);
  });

  it("of a shop that has uninstalled is told that there is no program", async () => {
    await shop.enrol("7001", 320);
    const asShopper = shop.shopper("7001");
    const at = Date.now();
    await applyFacts(shop.database, shop.id, [{ type: "app_uninstalled", at }], at);
    const { status, body } = await ask("customer.state", { token: asShopper });
    expect([status, body]).toEqual([404, { ok: false, refusal: "program_missing", missing: null }]);
  });
});
