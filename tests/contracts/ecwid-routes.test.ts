import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { readShopCredential } from "#app/db/credentials.ts";
import { adminDoorOf, ECWID_TOKEN } from "#app/platforms/registry.server.ts";
import { issueStaffToken } from "#app/platforms/ecwid/auth/staff-token.ts";
import { issueShopperToken } from "#app/platforms/ecwid/auth/shopper-token.ts";
import { loader as home } from "#app/routes/app.tsx";
import { loader as resources } from "#app/routes/app.resources.tsx";
import { loader as callback } from "#app/routes/ecwid.callback.tsx";
import { loader as install } from "#app/routes/ecwid.install.tsx";
import { loader as open } from "#app/routes/ecwid.open.tsx";
import { action as session } from "#app/routes/ecwid.session.tsx";
import { encryptedPayload, plainPayload } from "#simulator/ecwid/admin/payload.ts";
import { openTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { CLIENT_ID, CLIENT_SECRET, type EcwidBench, openEcwidBench } from "#tests/support/ecwid-bench.ts";

const ORIGIN = "https://regulars.example.com";
const STORE = "1003";
const OTHER = "9003";
const KEY = Buffer.alloc(32, 7);

let bench: EcwidBench;
let test: TestDatabase;

beforeAll(async () => {
  bench = await openEcwidBench([
    { store: STORE, name: "Bench", currency: "EUR", language: "de" },
    { store: OTHER, name: "Another" },
  ]);
  test = await openTestDatabase("embedded");
  globalThis.regularsDatabase = Promise.resolve(test.database);
  const env = {
    ECWID_CLIENT_ID: CLIENT_ID,
    ECWID_CLIENT_SECRET: CLIENT_SECRET,
    ECWID_APP_URL: ORIGIN,
    ECWID_API_BASE: bench.fake.apiBase,
    ECWID_OAUTH_BASE: bench.fake.oauthBase,
    ECWID_FRAME_ANCESTORS: "https://my.ecwid.com https://*.reseller.example",
    REGULARS_ENCRYPTION_KEYS: `k1:${KEY.toString("base64")}`,
    SHOPIFY_API_KEY: "key",
    SHOPIFY_API_SECRET: "secret",
    SHOPIFY_APP_URL: ORIGIN,
  };
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
});
afterAll(async () => {
  globalThis.regularsDatabase = undefined;
  vi.unstubAllEnvs();
  await bench.close();
  await test.drop();
});

type Route = (args: {
  request: Request;
  params: Record<string, string>;
  context: Record<string, never>;
}) => unknown;

/** Asks a route; one that refuses by throwing its answer answers all the same. */
async function ask(route: Route, path: string, init: RequestInit = {}): Promise<Response> {
  const request = new Request(`${ORIGIN}${path}`, init);
  request.headers.set("user-agent", "Mozilla/5.0 Chrome/140.0");
  try {
    const answered = await route({ request, params: {}, context: {} });
    return answered instanceof Response ? answered : Response.json(answered);
  } catch (refused) {
    if (refused instanceof Response) return refused;
    throw refused;
  }
}

const bearer = (token: string) => ({ headers: { authorization: `Bearer ${token}` } });
const opening = async (storeId = STORE) => ({
  store_id: Number(storeId),
  lang: "de",
  access_token: (await bench.fake.control.issueToken({ store: storeId })).token,
  view_mode: "PAGE" as const,
});
const openWith = (payload: string) =>
  ask(session, "/ecwid/session", { method: "POST", body: JSON.stringify({ payload }) });
const firstPage = async (payload: string) =>
  z.object({ address: z.string() }).parse(await (await openWith(payload)).json()).address;

describe("a merchant who comes by Ecwid's consent page", () => {
  const consent = async (): Promise<{ code: string; cookie: string }> => {
    const began = await ask(install, "/ecwid/install");
    expect(began.status).toBe(302);
    const [cookie = ""] = String(began.headers.get("set-cookie")).split(";");
    const agreed = await fetch(`${String(began.headers.get("location"))}&store=${STORE}`, {
      redirect: "manual",
    });
    return { code: new URL(String(agreed.headers.get("location"))).searchParams.get("code") ?? "", cookie };
  };

  it("has the app, whose token is kept sealed", async () => {
    const { code, cookie } = await consent();
    const back = await ask(callback, `/ecwid/callback?code=${code}`, { headers: { cookie } });
    expect([back.status, back.headers.get("location")]).toEqual([302, "/ecwid/connected"]);
    const kept = await readShopCredential(test.database, { platform: "ecwid", shopKey: STORE }, ECWID_TOKEN);
    expect(kept).toMatch(/^secret_/u);
    const rows = JSON.stringify(await test.database.query("SELECT * FROM credential"));
    expect(rows).not.toContain(kept);
  });

  it.each<[string, (known: { code: string; cookie: string }) => [string, string]]>([
    ["in a browser that never began", ({ code }) => [`?code=${code}`, "other=1"]],
    ["without a code", ({ cookie }) => ["", cookie]],
    ["having said no", ({ cookie }) => ["?error=access_denied", cookie]],
    ["with a code that is none", ({ cookie }) => ["?code=made-up", cookie]],
  ])("%s has not", async (_, spoil) => {
    const [query, cookie] = spoil(await consent());
    const back = await ask(callback, `/ecwid/callback${query}`, { headers: { cookie } });
    expect(back.status).toBe(400);
    expect(await back.text()).toBe("The store could not be connected. Please begin again.");
  });
});

describe("a store's admin that opens the app", () => {
  it("may show it in its frame, and only where the installation says", async () => {
    const { headers, status } = await ask(open, "/ecwid/open?payload=x");
    expect(status).toBe(200);
    expect(headers.get("content-security-policy")).toBe(
      "frame-ancestors https://my.ecwid.com https://*.reseller.example",
    );
    expect(headers.get("referrer-policy")).toBe("no-referrer");
  });

  it("comes to the first page with a ticket, and from there on with a session the page holds", async () => {
    const address = await firstPage(encryptedPayload(await opening(), CLIENT_SECRET));
    const first = z
      .object({ shownIn: z.object({ kind: z.literal("own"), session: z.string() }), locale: z.literal("de") })
      .parse(await (await ask(home, address)).json());
    const { session: held } = first.shownIn;
    expect((await ask(home, "/app", bearer(held))).status).toBe(200);
    const renewed = await ask(session, "/ecwid/session", { method: "POST", ...bearer(held) });
    expect(z.object({ session: z.string() }).parse(await renewed.json()).session).toMatch(/^staff1\./u);
  });

  it("finds the store's own goods to pick from", async () => {
    const { productId } = await bench.fake.control.createProduct({
      store: STORE,
      title: "A mug",
      price: "9.00",
    });
    const ticket = new URL(await firstPage(plainPayload(await opening())), ORIGIN).searchParams.get("ticket");
    const asked = (query: string) => ask(resources, `/app/resources?${query}&ticket=${String(ticket)}`);
    expect(await (await asked("kind=product&search=mug")).json()).toEqual({
      resources: [{ id: productId, title: "A mug" }],
    });
    expect((await asked("kind=order&search=")).status).toBe(400);
  });

  it("opens it once with what it says: what was seen on its way opens nothing again", async () => {
    const payload = encryptedPayload(await opening(), CLIENT_SECRET);
    const statuses = [];
    for (const text of [payload, payload, flipped(payload, 15, 1)])
      statuses.push((await openWith(text)).status);
    expect(statuses).toEqual([200, 403, 403]);
  });

  it("is answered the same whatever is wrong", async () => {
    const said = await opening();
    const good = encryptedPayload(said, CLIENT_SECRET);
    const bad = [
      // The IV is not authenticated: 1003 becomes 9003, and still decrypts.
      flipped(good, 12, "1".charCodeAt(0) ^ "9".charCodeAt(0)),
      encryptedPayload({ ...said, store_id: Number(OTHER) }, CLIENT_SECRET),
      encryptedPayload(said, "another-secret-of-somebody"),
      plainPayload({ ...said, access_token: "secret_made_up" }),
      good.slice(0, -3),
      "x",
    ];
    for (const payload of bad) {
      const answer = await openWith(payload);
      expect([answer.status, await answer.text()]).toEqual([403, "{}"]);
    }
    expect(await (await openWith("")).text()).toBe("{}");
  });
});

/** One byte of the IV changed: only the first sixteen letters of what it says change with it. */
function flipped(payload: string, place: number, by: number): string {
  const bytes = Buffer.from(payload, "base64url");
  bytes[place] = Number(bytes[place]) ^ by;
  return bytes.toString("base64url");
}

describe("the merchant's pages at Ecwid", () => {
  const about = () => ({ storeId: STORE, openedAt: Date.now() });
  const HOURS = 3_600_000;

  it.each<[string, () => { path?: string; token?: string }]>([
    ["nothing at all that is ours", () => ({ token: "staff1.x.y" })],
    [
      "a session signed with another key",
      () => ({ token: issueStaffToken("session", about(), [Buffer.alloc(32, 8)], Date.now()) }),
    ],
    [
      "a session that is over",
      () => ({ token: issueStaffToken("session", about(), [KEY], Date.now() - 2 * HOURS) }),
    ],
    [
      "a session of a store that never had the app",
      () => ({ token: issueStaffToken("session", { ...about(), storeId: "4711" }, [KEY], Date.now()) }),
    ],
    [
      "a session renewed for longer than a working day",
      () => ({
        token: issueStaffToken(
          "session",
          { storeId: STORE, openedAt: Date.now() - 13 * HOURS },
          [KEY],
          Date.now(),
        ),
      }),
    ],
    [
      "a ticket in place of a session",
      () => ({ token: issueStaffToken("ticket", about(), [KEY], Date.now()).replace("opening1", "staff1") }),
    ],
    [
      "a shopper's token",
      () => ({
        token: issueShopperToken({ storeId: STORE, customerId: "1" }, [KEY], Date.now()).replace(
          "shopper1",
          "staff1",
        ),
      }),
    ],
    [
      "a ticket that is over",
      () => ({ path: `/app?ticket=${issueStaffToken("ticket", about(), [KEY], Date.now() - 61_000)}` }),
    ],
    [
      "a session in place of a ticket",
      () => ({ path: `/app?ticket=${issueStaffToken("session", about(), [KEY], Date.now())}` }),
    ],
  ])("are shut for %s", async (_, made) => {
    const { path = "/app", token } = made();
    const answer = await ask(home, path, token === undefined ? {} : bearer(token));
    expect(answer.status).toBe(401);
  });

  it("are shut once the store has uninstalled the app", async () => {
    const token = issueStaffToken("session", about(), [KEY], Date.now());
    await test.database.query("UPDATE shop SET status = 'uninstalled' WHERE shop_key = $1", [STORE]);
    expect((await ask(home, "/app", bearer(token))).status).toBe(401);
  });

  it("leave whatever else asks to Shopify's own door", () => {
    const { kind } = adminDoorOf(new Request(`${ORIGIN}/app?shop=x.myshopify.com`)).frame(
      new Request(`${ORIGIN}/app`),
    );
    expect(kind).toBe("app_bridge");
  });
});
