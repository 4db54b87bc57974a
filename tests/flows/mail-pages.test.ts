import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { eraseMember } from "#app/commands/members/erase-member.ts";
import { readConsents } from "#app/db/messages/consents.ts";
import { writeMessages } from "#app/db/messages/write-messages.ts";
import { type MailLink, signLink } from "#app/messages/links/signed-link.ts";
import { linkAddress } from "#app/messages/mail.server.ts";
import { action as go, loader as seeGo } from "#app/routes/m.go.ts";
import { action as choose, loader as see } from "#app/routes/m.preferences.ts";
import { databaseKinds, openTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { rowsOf } from "#tests/support/rows-of.ts";
import { customer, orderFact, PlainShop, START } from "./plain-shop.ts";

const ORIGIN = "https://regulars.example";

type Route = typeof see | typeof choose;

describe.each(databaseKinds)("pages that mails lead to, on the %s database", (kind) => {
  let opened: TestDatabase;
  beforeAll(async () => {
    opened = await openTestDatabase(kind);
    globalThis.regularsDatabase = Promise.resolve(opened.database);
    const env = {
      REGULARS_ENCRYPTION_KEYS: `k1:${Buffer.alloc(32, 7).toString("base64")}`,
      SHOPIFY_API_KEY: "key",
      SHOPIFY_API_SECRET: "secret",
      SHOPIFY_APP_URL: ORIGIN,
    };
    for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
  });
  afterAll(async () => {
    globalThis.regularsDatabase = undefined;
    vi.unstubAllEnvs();
    await opened.drop();
  });

  async function annasMail() {
    const shop = await PlainShop.open(opened.database);
    await shop.tell([orderFact("1", customer("anna"), { euros: 30 })]);
    const memberId = await shop.memberId("anna");
    const { shopId, database } = shop;
    const message = { messageId: "m1", memberId, pass: null, channel: "email", template: "welcome" } as const;
    const rest = { purpose: "marketing", code: null, dueAt: START } as const;
    await database.transaction((tx) => writeMessages(tx, shopId, [{ ...message, ...rest }], START));
    const address = (more: Pick<MailLink, "kind"> & Partial<MailLink>): string =>
      linkAddress(
        ORIGIN,
        signLink({ shopId, memberId, messageId: "m1", expiresAt: null, ...more }),
        more.kind,
      );
    const consents = () => readConsents(database, shopId, memberId, "email");
    return { shop, memberId, address, consents };
  }

  async function ask(route: Route, address: string, form?: Record<string, string>): Promise<Response> {
    const init = form === undefined ? {} : { method: "POST", body: new URLSearchParams(form) };
    const args = { request: new Request(address, init), params: {}, context: {} };
    try {
      return await route(args);
    } catch (answer) {
      if (answer instanceof Response) return answer;
      throw answer;
    }
  }

  it("one click ends mails of that purpose, without log-in and without a question", async () => {
    const { address, consents } = await annasMail();
    const out = address({ kind: "unsubscribe" });
    const answer = await ask(choose, out, { "List-Unsubscribe": "One-Click" });
    expect(answer.status).toBe(200);
    expect(await consents()).toEqual({ marketing: false, service: null });
  });

  it("looking at a link changes nothing and counts nothing", async () => {
    const { shop, address, consents } = await annasMail();
    for (const kind of ["preferences", "unsubscribe"] as const) {
      const page = await ask(see, address({ kind }));
      expect(page.status).toBe(200);
      expect(page.headers.get("Referrer-Policy")).toBe("no-referrer");
      expect(await page.text()).toContain("Worüber wir dir schreiben");
    }
    expect(await (await ask(seeGo, address({ kind: "go" }))).text()).toContain("Weiter zu Kiezcafé");
    expect(await consents()).toEqual({ marketing: null, service: null });
    const count = "SELECT count(*) AS count FROM message_click WHERE shop_id = $1";
    expect(await rowsOf(shop.database, count, [shop.shopId])).toEqual([{ count: 0 }]);
  });

  it("what a member ticks counts, with the words that stood beside it", async () => {
    const { shop, address, consents } = await annasMail();
    const page = address({ kind: "preferences" });
    expect(await (await ask(choose, page, { do: "save", marketing: "on" })).text()).toContain("Gespeichert");
    expect(await consents()).toEqual({ marketing: true, service: false });
    const words = "SELECT DISTINCT source, wording FROM message_consent WHERE shop_id = $1";
    expect(await rowsOf(shop.database, words, [shop.shopId])).toEqual([
      { source: "preferences", wording: "Neues und Angebote: Prämien, Geburtstag, was es Neues gibt." },
    ]);
    await ask(choose, page, { do: "stop" });
    expect(await consents()).toEqual({ marketing: false, service: false });
  });

  it("a link into the shop is counted once, and leads to the shop whatever else is asked", async () => {
    const { shop, memberId, address } = await annasMail();
    const link = `${address({ kind: "go" })}&to=https://evil.example`;
    for (let time = 0; time < 2; time += 1) {
      const answer = await ask(go, link, {});
      expect([answer.status, answer.headers.get("Location")]).toEqual([303, `https://${shop.shopKey}/`]);
    }
    const clicks = "SELECT message_id, link, member_id::text FROM message_click WHERE shop_id = $1";
    expect(await rowsOf(shop.database, clicks, [shop.shopId])).toEqual([
      { message_id: "m1", link: "shop", member_id: memberId },
    ]);
  });

  it("opens nothing for whoever was erased, to links of another kind, or to links that are over", async () => {
    const { shop, memberId, address } = await annasMail();
    expect((await ask(go, address({ kind: "preferences" }), {})).status).toBe(404);
    expect((await ask(see, address({ kind: "go" }))).status).toBe(404);
    expect((await ask(seeGo, address({ kind: "go", expiresAt: START }))).status).toBe(404);
    expect((await ask(see, `${ORIGIN}/m/preferences`)).status).toBe(404);
    await eraseMember(shop.database, { shopId: shop.shopId, memberId, actor: "shopify:user:1", now: START });
    expect((await ask(see, address({ kind: "preferences" }))).status).toBe(404);
  });
});
