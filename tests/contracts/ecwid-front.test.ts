import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { publishProgram } from "#app/commands/program/publish-program.ts";
import { changeSettings } from "#app/commands/shops/change-settings.ts";
import { installShop } from "#app/commands/shops/install-shop.ts";
import { FIRST_CHOICES } from "#app/domain/shops/merchant-choices.ts";
import { ECWID_TOKEN } from "#app/platforms/registry.server.ts";
import { loader as members } from "#app/routes/ecwid.members.$store.ts";
import { openTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { CLIENT_ID, CLIENT_SECRET, type EcwidBench, openEcwidBench } from "#tests/support/ecwid-bench.ts";

const ORIGIN = "https://regulars.example.com";
const STORE = "1003";
const EMPTY = "9003";
const store = STORE;

let bench: EcwidBench;
let test: TestDatabase;
let shopId: number;

beforeAll(async () => {
  bench = await openEcwidBench([
    { store: STORE, name: `Tea & <b>"Things"</b>`, currency: "EUR", language: "de" },
    { store: EMPTY, name: "Without a program" },
  ]);
  test = await openTestDatabase("embedded");
  globalThis.regularsDatabase = Promise.resolve(test.database);
  const env = {
    ECWID_CLIENT_ID: CLIENT_ID,
    ECWID_CLIENT_SECRET: CLIENT_SECRET,
    ECWID_APP_URL: ORIGIN,
    ECWID_API_BASE: bench.fake.apiBase,
    ECWID_OAUTH_BASE: bench.fake.oauthBase,
    REGULARS_ENCRYPTION_KEYS: `k1:${Buffer.alloc(32, 7).toString("base64")}`,
  };
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
  const now = Date.now();
  const installed = async (shopKey: string) => {
    const described = await bench.platform.describeShop(shopKey);
    if (described.kind !== "data") throw new Error(described.reason);
    const credential = { name: ECWID_TOKEN, secret: String(bench.tokens.get(shopKey)) };
    return installShop(test.database, { ...described.data, platform: "ecwid", shopKey, credential, now });
  };
  ({ shopId } = await installed(STORE));
  await installed(EMPTY);
  const document = {
    format: "regulars.program/1",
    name: { en: 'Tea & "Club" {{ shop.key }}', de: "Teeklub" },
    currency: "EUR",
    timezone: "Europe/Berlin",
    earning: { rules: [{ id: "spend", kind: "spend", points: 1, per: "1.00" }] },
  };
  const wish = { shopId, document, effectiveAt: null, actor: "test", now };
  expect(await publishProgram(test.database, wish)).toMatchObject({ ok: true });
});
afterAll(async () => {
  globalThis.regularsDatabase = undefined;
  vi.unstubAllEnvs();
  await bench.close();
  await test.drop();
});

async function open(shopKey: string, { query = "", language = "en-GB,en;q=0.8" } = {}) {
  const request = new Request(`${ORIGIN}/ecwid/members/${shopKey}${query}`, {
    headers: { "accept-language": language },
  });
  const response = await members({ request, params: { store: shopKey }, context: {} });
  return { response, html: await response.text() };
}

describe("the page for members of a store", () => {
  it("runs and is styled by nothing but what the app itself sends, in no frame, and is kept nowhere", async () => {
    const { response, html } = await open(STORE);
    expect(response.status).toBe(200);
    const policy = String(response.headers.get("content-security-policy"));
    const nonce = /'nonce-(?<nonce>[\w-]{20,})'/u.exec(policy)?.groups?.["nonce"];
    expect(policy.replace(`nonce-${String(nonce)}`, "nonce")).toBe(
      "default-src 'none'; script-src 'self'; style-src 'nonce'; connect-src 'self'; img-src data:; " +
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    );
    expect(html).toContain(`<style nonce="${String(nonce)}">`);
    expect(html.match(/<script\b[^>]*>/gu)).toEqual([
      '<script type="module" src="/storefront/regulars-members.js">',
    ]);
    expect(html).not.toMatch(/ on\w+=| style=/u);
    expect(response.headers.get("cache-control")).toBe("no-store");
    expect(response.headers.get("referrer-policy")).toBe("no-referrer");
    const again = await open(STORE);
    expect(again.response.headers.get("content-security-policy")).not.toBe(policy);
  });

  it("lets no name of a shop or a program become markup, or a template", async () => {
    const { html } = await open(STORE);
    expect(html).toContain("Tea &amp; &lt;b&gt;&#34;Things&#34;&lt;/b&gt;");
    expect(html).toContain("<h1>Tea &amp; &#34;Club&#34; {{ shop.key }}</h1>");
    expect(html).not.toContain("<b>");
  });

  it("leads to the shop and to its cart, by what the store itself says", async () => {
    const { html } = await open(STORE);
    const front = new URL(`/shop/${STORE}`, bench.fake.url).href;
    expect(html).toContain(`<a href="${front}"`);
    expect(html).toContain(`data-cart="${front}#!/~/cart"`);
  });

  it("asks a store where it is once, however many look", async () => {
    await open(STORE);
    await bench.fake.control.forgetCalls({});
    for (let looks = 0; looks < 20; looks += 1) await open(STORE);
    expect(await bench.fake.control.calls({ store })).toEqual([]);
  });

  it.each([
    ["", "de-AT,de;q=0.9,en;q=0.5", "de", "Teeklub"],
    ["", "pt,nl;q=0.7", "nl", "Tea"],
    ["", "ja", "en", "Tea"],
    ["?lang=de", "en", "de", "Teeklub"],
    ["?lang=tlh", "fr", "fr", "Tea"],
    ["?lang=%3Cscript%3E", "", "en", "Tea"],
  ])("asked with %s by a browser set to %s it is in %s", async (query, language, spoken, name) => {
    const { html } = await open(STORE, { query, language });
    expect(html).toContain(`<html lang="${spoken}">`);
    expect(html).toContain(`<h1>${name}`);
  });

  it("offers the merchant's languages, form of address and colours", async () => {
    const look = { ...FIRST_CHOICES.look, accent: "#7a4b2a", radius: 4 };
    const languages = { offered: ["de", "en"] as ("de" | "en")[], fallback: "de" as const };
    const settings = { ...FIRST_CHOICES, address: "Sie" as const, languages, look };
    await changeSettings(test.database, { shopId, settings, actor: "test", now: Date.now() });
    const { html } = await open(STORE, { language: "fr" });
    expect(html).toContain('data-wording="de-formal"');
    expect(html).toContain("--regulars-accent:#7a4b2a;--regulars-radius:4px;");
    expect([...html.matchAll(/\?lang=(\w\w)/gu)].map(([, one]) => one)).toEqual(["de", "en"]);
    await changeSettings(test.database, { shopId, settings: FIRST_CHOICES, actor: "test", now: Date.now() });
  });

  it.each(["9999", EMPTY, "0x1", "1003 ", "", "1".repeat(16)])(
    "of store %j is answered as of any other that shows no program",
    async (shopKey) => {
      const { response, html } = await open(shopKey);
      expect(response.status).toBe(404);
      expect(html).toContain("There is no program to show here at the moment.");
      expect(html).not.toContain("Without a program");
      expect(response.headers.get("content-security-policy")).toContain("default-src 'none'");
    },
  );

  it("is where the merchant is told it is", () => {
    expect(bench.platform.membersPage?.(STORE)).toBe(`${ORIGIN}/ecwid/members/${STORE}`);
  });
});

describe("what a store's front holds of the widget", () => {
  const told = (shown?: boolean) =>
    JSON.stringify({ program: { name: "Club" }, ...(shown === undefined ? {} : { widget: { shown } }) });

  it("is read back from the store, not from what was sent last", async () => {
    const { platform } = bench;
    expect(await platform.widgetInShop?.(EMPTY)).toEqual({ kind: "data", data: "untold" });
    await platform.publishProgram(EMPTY, told(true));
    expect(await platform.widgetInShop?.(EMPTY)).toEqual({ kind: "data", data: "on" });
    await platform.publishProgram(EMPTY, told(false));
    expect(await platform.widgetInShop?.(EMPTY)).toEqual({ kind: "data", data: "off" });
    await platform.publishProgram(EMPTY, told());
    expect(await platform.widgetInShop?.(EMPTY)).toEqual({ kind: "data", data: "on" });
    await platform.publishProgram(EMPTY, "somebody else's");
    expect(await platform.widgetInShop?.(EMPTY)).toEqual({ kind: "data", data: "untold" });
  });

  it("is not known while the store does not answer", async () => {
    await bench.fake.control.misbehave({ store, kind: "http_503" });
    expect(await bench.platform.widgetInShop?.(STORE)).toMatchObject({ kind: "retry" });
  });
});

describe("what a store's plan lacks", () => {
  const asked = async (features: ("API" | "CUSTOMER_GROUPS" | "DISCOUNT_COUPONS")[]) => {
    await bench.fake.control.setPlan({ store, features });
    return bench.platform.planLacks?.(STORE);
  };

  it.each([
    [["API", "CUSTOMER_GROUPS", "DISCOUNT_COUPONS"], []],
    [["API", "CUSTOMER_GROUPS"], ["codes"]],
    [["API", "DISCOUNT_COUPONS"], ["groups"]],
    [["API"], ["codes", "groups"]],
    [["CUSTOMER_GROUPS"], ["access"]],
  ] as const)("with %j is %j", async (features, lacks) => {
    expect(await asked([...features])).toEqual({ kind: "data", data: lacks });
  });
});
