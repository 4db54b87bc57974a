import { createHmac, randomUUID } from "node:crypto";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { adjustPoints } from "#app/commands/adjust-points.ts";
import { confirmCode } from "#app/commands/confirm-code.ts";
import { installShop } from "#app/commands/install-shop.ts";
import { joinProgram } from "#app/commands/join-program.ts";
import { publishProgram } from "#app/commands/publish-program.ts";
import { uninstallShop } from "#app/commands/uninstall-shop.ts";
import type { Database } from "#app/db/client.ts";
import { openTestDatabase, type TestDatabase } from "#tests/support/database.ts";

const API_KEY = "our-key";
const SECRET = "our-secret";

type Route = {
  loader?: (args: LoaderFunctionArgs) => Promise<Response> | Response;
  action?: (args: ActionFunctionArgs) => Promise<Response>;
};
const routes = import.meta.glob<Route>("../../app/routes/api.*.ts");

const program = {
  format: "regulars.program/1",
  name: "Kiezbohnen",
  currency: "EUR",
  timezone: "Europe/Berlin",
  pointsName: { one: "Bohne", other: "Bohnen" },
  earning: { rules: [{ id: "spend", kind: "spend", points: 1, per: "1.00" }] },
  rewards: [{ id: "five", kind: "amountOff", value: "5.00", cost: 300, validDays: 90 }],
};

interface Shop {
  readonly key: string;
  readonly id: number;
}

let test: TestDatabase;
let database: Database;
let shop: Shop;

beforeAll(async () => {
  vi.stubEnv("SHOPIFY_API_KEY", API_KEY);
  vi.stubEnv("SHOPIFY_API_SECRET", SECRET);
  vi.stubEnv("SHOPIFY_APP_URL", "https://app.example");
  test = await openTestDatabase("server");
  ({ database } = test);
  globalThis.regularsDatabase = Promise.resolve(database);
});

afterAll(async () => {
  globalThis.regularsDatabase = undefined;
  vi.unstubAllEnvs();
  await test.drop();
});

beforeEach(async () => {
  shop = await openShop();
});

async function openShop(): Promise<Shop> {
  const key = `shop-${randomUUID()}.myshopify.com`;
  const now = Date.now();
  const about = { name: "Kiezcafé", currency: "EUR", timezone: "Europe/Berlin", locale: "de", scopes: [] };
  const { shopId } = await installShop(database, { platform: "shopify", shopKey: key, ...about, now });
  const published = await publishProgram(database, {
    shopId,
    document: program,
    effectiveAt: null,
    actor: "test",
    now,
  });
  expect(published).toMatchObject({ ok: true });
  return { key, id: shopId };
}

async function enrol(customerId: string, points: number, at = shop): Promise<string> {
  const now = Date.now();
  const person = {
    email: null,
    emailProven: false,
    tags: null,
    birthday: null,
    firstName: "Anna",
    lastName: null,
  };
  const { memberId } = await joinProgram(database, {
    shopId: at.id,
    customer: { id: customerId, ...person },
    now,
  });
  const given = { points, qualifying: 0, reason: "Welcome", actor: "test", key: randomUUID(), now };
  if (points > 0) await adjustPoints(database, { shopId: at.id, memberId, ...given });
  return memberId;
}

function token(claims: object): string {
  const now = Math.floor(Date.now() / 1000);
  const encode = (part: object): string => Buffer.from(JSON.stringify(part)).toString("base64url");
  const body = { aud: API_KEY, exp: now + 60, nbf: now - 1, ...claims };
  const content = `${encode({ alg: "HS256", typ: "JWT" })}.${encode(body)}`;
  return `${content}.${createHmac("sha256", SECRET).update(content).digest("base64url")}`;
}

const shopper = (customerId: string, at = shop): string =>
  token({ dest: at.key, sub: `gid://shopify/Customer/${customerId}` });
const staff = (at = shop): string =>
  token({ dest: `https://${at.key}`, iss: `https://${at.key}/admin`, sub: "42" });

interface Asked {
  readonly token?: string;
  readonly query?: Record<string, string>;
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
  readonly method?: string;
}

async function ask(name: string, { token: bearer, query, body, headers, method }: Asked) {
  const [file, action] = name.startsWith("flow.") ? ["flow.$action", name.slice(5)] : [name, undefined];
  const route = await routes[`../../app/routes/api.${file}.ts`]?.();
  if (route === undefined) throw new Error(`There is no route ${name}.`);
  const url = new URL(`https://app.example/api/${name.replaceAll(".", "/")}`);
  for (const [key, value] of Object.entries(query ?? {})) url.searchParams.set(key, value);
  const request = new Request(url, {
    method: method ?? (body === undefined ? "GET" : "POST"),
    headers: { ...(bearer === undefined ? {} : { authorization: `Bearer ${bearer}` }), ...headers },
    ...(body !== undefined && { body: typeof body === "string" ? body : JSON.stringify(body) }),
  });
  const handler = request.method === "POST" ? route.action : route.loader;
  if (handler === undefined) throw new Error(`${name} does not answer ${request.method}.`);
  const response = await handler({ request, params: { action }, context: {} });
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    body: text === "" ? null : (JSON.parse(text) as unknown),
  };
}

const stateOf = (body: unknown) =>
  z
    .object({
      state: z.object({
        viewer: z.object({ kind: z.string(), available: z.number().optional() }),
      }),
    })
    .parse(body).state;

/** Makes codes as the worker and the shop do, until it is told to stop. */
function makeCodes(): () => Promise<void> {
  let working = true;
  const done = (async () => {
    while (working) {
      const held = await database.query<{ shop_id: number; member_id: number; code: string }>(
        "SELECT shop_id, member_id, code FROM reward_code WHERE state = 'held'",
      );
      for (const { shop_id: shopId, member_id: memberId, code } of held) {
        const made = { shopId, memberId: String(memberId), code, reference: null, now: Date.now() };
        await confirmCode(database, made);
      }
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  })();
  return () => {
    working = false;
    return done;
  };
}

describe("the customer account", () => {
  it("is told what its own customer has, and the shop's domain for using codes", async () => {
    await enrol("7001", 320);
    const { status, body, headers } = await ask("customer.state", { token: shopper("7001") });
    expect([status, headers.get("cache-control")]).toEqual([200, "no-store"]);
    expect(body).toMatchObject({ ok: true, shop: shop.key });
    expect(stateOf(body).viewer).toMatchObject({ kind: "member", available: 320 });
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
    const before = await ask("customer.state", { token: shopper("7002") });
    expect(stateOf(before.body).viewer.kind).toBe("stranger");
    const joined = await ask("customer.join", { token: shopper("7002"), body: {} });
    expect(stateOf(joined.body).viewer.kind).toBe("member");
  });

  it("claims a reward once however often the click arrives, and gets its code", async () => {
    await enrol("7001", 650);
    const stop = makeCodes();
    const wish = { token: shopper("7001"), body: { rewardId: "five", points: null, key: randomUUID() } };
    const first = await ask("customer.claim", wish);
    const second = await ask("customer.claim", wish);
    await stop();
    expect(first.body).toMatchObject({ ok: true, code: expect.stringMatching(/^[\w-]{6,}$/u) as string });
    expect(stateOf(first.body).viewer.available).toBe(350);
    expect(second.body).toMatchObject({ code: Reflect.get(first.body as object, "code") as string });
    expect(stateOf(second.body).viewer.available).toBe(350);
  });

  it("says that a code is being made when the shop takes its time; the points are set aside", async () => {
    await enrol("7001", 320);
    const body = { rewardId: "five", points: null, key: randomUUID() };
    const claimed = await ask("customer.claim", { token: shopper("7001"), body });
    expect(claimed.body).toMatchObject({ ok: true, code: null });
    expect(stateOf(claimed.body).viewer.available).toBe(20);
  });

  it("is told how many points are missing, and nothing is taken", async () => {
    await enrol("7001", 120);
    const body = { rewardId: "five", points: null, key: randomUUID() };
    const refused = await ask("customer.claim", { token: shopper("7001"), body });
    expect(refused.status).toBe(409);
    expect(refused.body).toEqual({ ok: false, refusal: "points_insufficient", missing: 180 });
    const { body: after } = await ask("customer.state", { token: shopper("7001") });
    expect(stateOf(after).viewer.available).toBe(120);
  });

  it("gives an unused code back, and the points return", async () => {
    await enrol("7001", 300);
    const stop = makeCodes();
    const body = { rewardId: "five", points: null, key: randomUUID() };
    const claimed = await ask("customer.claim", { token: shopper("7001"), body });
    await stop();
    const code = Reflect.get(claimed.body as object, "code") as string;
    const returned = await ask("customer.cancel-code", { token: shopper("7001"), body: { code } });
    expect(stateOf(returned.body).viewer.available).toBe(300);
  });

  it("explains an entry of its own history, and none of anybody else's", async () => {
    await enrol("7001", 320);
    await enrol("7002", 10);
    const { body } = await ask("customer.state", { token: shopper("7001") });
    const { key } = z
      .object({
        state: z.object({
          viewer: z.object({ history: z.object({ entries: z.array(z.object({ key: z.string() })) }) }),
        }),
      })
      .parse(body).state.viewer.history.entries[0]!;
    const own = await ask("customer.explanation", { token: shopper("7001"), query: { key } });
    expect(own.body).toMatchObject({ key, reasons: expect.any(Array) as unknown[] });
    const others = await ask("customer.explanation", { token: shopper("7002"), query: { key } });
    expect(others.status).toBe(400);
    const page = await ask("customer.history", { token: shopper("7002"), query: { before: key } });
    expect(JSON.stringify(page.body)).not.toContain("320");
  });

  it("cannot use another customer's code", async () => {
    await enrol("7001", 300);
    await enrol("7002", 0);
    const stop = makeCodes();
    const body = { rewardId: "five", points: null, key: randomUUID() };
    const claimed = await ask("customer.claim", { token: shopper("7001"), body });
    await stop();
    const code = Reflect.get(claimed.body as object, "code") as string;
    const taken = await ask("customer.cancel-code", { token: shopper("7002"), body: { code } });
    expect([taken.status, taken.body]).toEqual([404, { ok: false, refusal: "code_unknown", missing: null }]);
  });

  it("of another shop sees nothing of this one's customers", async () => {
    await enrol("7001", 320);
    const elsewhere = await openShop();
    const { body } = await ask("customer.state", { token: shopper("7001", elsewhere) });
    expect(stateOf(body).viewer.kind).toBe("stranger");
  });

  it.each(["customer.state", "customer.history", "customer.explanation"])(
    "%s answers nobody without a token",
    async (name) => {
      const query = { before: "1", key: "1" };
      expect((await ask(name, { query })).status).toBe(401);
      expect((await ask(name, { query, token: staff() })).status).toBe(401);
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

  it.each(["customer.claim", "customer.cancel-code", "customer.join"])(
    "%s changes nothing without a token",
    async (name) => {
      const body = { rewardId: "five", points: null, key: randomUUID(), code: "KC-1" };
      expect((await ask(name, { body })).status).toBe(401);
      expect((await ask(name, { body, token: staff() })).status).toBe(401);
    },
  );

  it.each([
    ["no reward", { points: null, key: randomUUID() }],
    ["half a point", { rewardId: "five", points: 0.5, key: randomUUID() }],
    ["no key", { rewardId: "five", points: null }],
    ["no JSON", "rewardId=five"],
    ["far too much", { rewardId: "five", points: null, key: randomUUID(), more: "x".repeat(20_000) }],
  ])("is refused a claim with %s", async (_what, body) => {
    await enrol("7001", 320);
    expect((await ask("customer.claim", { token: shopper("7001"), body })).status).toBe(400);
  });

  it("of a shop that has uninstalled is told that there is no program", async () => {
    await enrol("7001", 320);
    const asShopper = shopper("7001");
    await uninstallShop(database, { shopId: shop.id, now: Date.now() });
    const { status, body } = await ask("customer.state", { token: asShopper });
    expect([status, body]).toEqual([404, { ok: false, refusal: "program_missing", missing: null }]);
  });
});

describe("staff", () => {
  const CUSTOMER = "gid://shopify/Customer/7001";

  it.each(["admin.member", "pos.member"])(
    "see at %s what the customer has, by global id or by number",
    async (name) => {
      await enrol("7001", 320);
      for (const customer of [CUSTOMER, "7001"]) {
        const { body } = await ask(name, { token: staff(), query: { customer } });
        expect(stateOf(body).viewer).toMatchObject({ kind: "member", available: 320 });
      }
    },
  );

  it("give and take points with a reason, once however often the click arrives, and it is on record", async () => {
    const memberId = await enrol("7001", 100);
    const wish = { customer: CUSTOMER, points: 50, reason: "Late parcel", key: randomUUID() };
    await ask("admin.adjust", { token: staff(), body: wish });
    const again = await ask("admin.adjust", { token: staff(), body: wish });
    expect(stateOf(again.body).viewer.available).toBe(150);
    const taken = { ...wish, points: -30, key: randomUUID() };
    const after = await ask("admin.adjust", { token: staff(), body: taken });
    expect(stateOf(after.body).viewer.available).toBe(120);
    const audit = await database.query<{ actor: string }>(
      "SELECT actor FROM audit WHERE shop_id = $1 AND member_id = $2::bigint AND actor <> 'test'",
      [shop.id, memberId],
    );
    expect(audit).toEqual([{ actor: "shopify:user:42" }, { actor: "shopify:user:42" }]);
  });

  it.each([
    ["no reason", { reason: "  " }],
    ["no points", { points: 0 }],
    ["half a point", { points: 0.5 }],
    ["more than one adjustment may be", { points: 1_000_001 }],
    ["somebody who is no customer", { customer: "gid://shopify/Order/7001" }],
  ])("are refused an adjustment with %s", async (_what, wrong) => {
    await enrol("7001", 100);
    const body = { customer: CUSTOMER, points: 50, reason: "Late parcel", key: randomUUID(), ...wrong };
    expect((await ask("admin.adjust", { token: staff(), body })).status).toBe(400);
  });

  it("redeem a reward at the till and get its code", async () => {
    await enrol("7001", 320);
    const stop = makeCodes();
    const body = { customer: "7001", rewardId: "five", points: null, key: randomUUID() };
    const claimed = await ask("pos.claim", { token: staff(), body });
    await stop();
    expect(claimed.body).toMatchObject({ ok: true, code: expect.stringMatching(/^[\w-]{6,}$/u) as string });
    expect(stateOf(claimed.body).viewer.available).toBe(20);
  });

  it("doors stay shut for a shopper's token, although the same secret signs it", async () => {
    await enrol("7001", 100);
    const asShopper = shopper("7001");
    const body = { customer: CUSTOMER, points: 5_000, reason: "Me", rewardId: "five", key: randomUUID() };
    for (const name of ["admin.adjust", "pos.claim"]) {
      expect((await ask(name, { token: asShopper, body })).status).toBe(401);
    }
    for (const name of ["admin.member", "pos.member"]) {
      expect((await ask(name, { token: asShopper, query: { customer: CUSTOMER } })).status).toBe(401);
    }
  });

  it("of another shop neither see nor change this one's members", async () => {
    await enrol("7001", 100);
    const elsewhere = await openShop();
    const body = { customer: CUSTOMER, points: 50, reason: "Wrong shop", key: randomUUID() };
    const adjusted = await ask("admin.adjust", { token: staff(elsewhere), body });
    expect([adjusted.status, adjusted.body]).toEqual([
      403,
      { ok: false, refusal: "not_a_member", missing: null },
    ]);
    const { body: own } = await ask("admin.member", { token: staff(), query: { customer: CUSTOMER } });
    expect(stateOf(own).viewer.available).toBe(100);
  });
});

describe("an action of Shopify Flow", () => {
  const wish = (properties: object, runId: string = randomUUID()) =>
    JSON.stringify({ shopify_domain: shop.key, action_run_id: runId, properties });
  const signed = (body: string, secret = SECRET) => ({
    body,
    headers: { "x-shopify-hmac-sha256": createHmac("sha256", secret).update(body).digest("base64") },
  });
  const balance = async (): Promise<number | undefined> =>
    stateOf((await ask("customer.state", { token: shopper("7001") })).body).viewer.available;

  it("gives and takes points, each run once however often Flow sends it", async () => {
    await enrol("7001", 100);
    const give = wish({ customer_id: "gid://shopify/Customer/7001", points: 50, reason: "Birthday" });
    for (const _time of ["first", "again"]) {
      expect((await ask("flow.give-points", signed(give))).status).toBe(200);
    }
    expect(await balance()).toBe(150);
    const take = wish({ customer_id: "7001", points: 30, reason: "Mistake" });
    expect((await ask("flow.take-points", signed(take))).status).toBe(200);
    expect(await balance()).toBe(120);
  });

  it("issues a reward, or says to the merchant why it cannot", async () => {
    await enrol("7001", 320);
    const properties = { customer_id: "7001", reward: "five" };
    expect((await ask("flow.issue-reward", signed(wish(properties)))).status).toBe(200);
    expect(await balance()).toBe(20);
    const poor = await ask("flow.issue-reward", signed(wish(properties)));
    expect(poor.status).toBe(422);
    expect(poor.body).toMatchObject({ message: expect.stringContaining("not enough points") as string });
  });

  it("is refused for people who are not in the program, without being tried again", async () => {
    const body = wish({ customer_id: "7009", points: 5, reason: "Hello" });
    expect((await ask("flow.give-points", signed(body))).status).toBe(422);
  });

  it.each([
    ["401 with a wrong signature", 401, (body: string) => signed(body, "their-secret")],
    ["400 without a signature", 400, (body: string) => ({ body })],
    ["401 when the body was changed", 401, (body: string) => ({ ...signed(body), body: `${body} ` })],
  ])("answers %s, and does nothing", async (_what, status, asked) => {
    await enrol("7001", 100);
    const body = wish({ customer_id: "7001", points: 50, reason: "Birthday" });
    expect((await ask("flow.give-points", asked(body))).status).toBe(status);
    expect(await balance()).toBe(100);
  });

  it("answers 400 to a signed body that is no wish, and 404 to an action there is not", async () => {
    expect((await ask("flow.give-points", signed("{}"))).status).toBe(400);
    expect((await ask("flow.print-money", signed(wish({})))).status).toBe(404);
  });
});
