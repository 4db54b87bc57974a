import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { eraseMember } from "#app/commands/members/erase-member.ts";
import { objectsSince } from "#app/db/customers/profiling-objections.ts";
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

  async function annasMail(program: Record<string, unknown> = {}) {
    const shop = await PlainShop.open(opened.database, program);
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

  async function ask(
    route: Route,
    address: string,
    form?: Record<string, string>,
    headers: Record<string, string> = {},
  ): Promise<Response> {
    const init = form === undefined ? {} : { method: "POST", headers, body: new URLSearchParams(form) };
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

  it("unticked, what they buy is evaluated no more; stopping mails says nothing of that", async () => {
    const { shop, memberId, address } = await annasMail();
    const page = address({ kind: "preferences" });
    const ticked = '<input type="checkbox" name="profiling" checked>';
    expect(await (await ask(see, page)).text()).toContain(ticked);
    expect(await (await ask(choose, page, { do: "save" })).text()).not.toContain(ticked);
    await ask(choose, page, { do: "stop" });
    expect(await objectsSince(shop.database, shop.shopId, memberId)).not.toBeNull();
    expect(await (await ask(see, page)).text()).not.toContain(ticked);
    await ask(choose, page, { do: "save", profiling: "on" });
    expect(await objectsSince(shop.database, shop.shopId, memberId)).toBeNull();
    const deeds = "SELECT action, actor FROM audit WHERE shop_id = $1 AND member_id = $2 ORDER BY audit_id";
    expect(await rowsOf(shop.database, deeds, [shop.shopId, memberId])).toEqual([
      { action: "object_to_profiling", actor: "member" },
      { action: "end_objection", actor: "member" },
    ]);
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

  describe("earn, and take, by what a member does there", () => {
    const rule = (id: string, activity: string, points: number) => ({
      id,
      kind: "activity",
      activity,
      points,
    });
    const program = {
      earning: {
        rules: [
          { id: "spend", kind: "spend", points: 1, per: "1.00" },
          rule("click", "link_click", 5),
          rule("news", "newsletter_subscribed", 15),
          rule("unsub", "newsletter_unsubscribed", -20),
        ],
      },
    };
    const ahead = { "Sec-Purpose": "prefetch;prerender" };

    async function annasPoints() {
      const mail = await annasMail(program);
      const { shop } = mail;
      const points = async (): Promise<number> => {
        await shop.settle(Date.now());
        return (await shop.member("anna")).available;
      };
      return { ...mail, points };
    }

    it("a link followed earns once, however often and from however many places at once", async () => {
      const { shop, address, points } = await annasPoints();
      const link = address({ kind: "go" });
      await ask(seeGo, link);
      await ask(go, link, {}, ahead);
      expect(await points()).toBe(30);
      await Promise.all([1, 2, 3].map(() => ask(go, link, {})));
      expect(await points()).toBe(35);
      await ask(go, link, {});
      expect(await points()).toBe(35);
      expect(await shop.contradiction()).toBeNull();
    });

    it("leaving the newsletter takes away once for each time it had been wanted", async () => {
      const { shop, address, points } = await annasPoints();
      const page = address({ kind: "preferences" });
      const out = () => ask(choose, address({ kind: "unsubscribe" }), { "List-Unsubscribe": "One-Click" });
      await out();
      expect(await points()).toBe(30);
      await ask(choose, page, { do: "save", marketing: "on", service: "on" });
      await ask(choose, page, { do: "save", marketing: "on" });
      expect(await points()).toBe(45);
      await Promise.all([out(), out(), out()]);
      await ask(choose, page, { do: "stop" });
      expect(await points()).toBe(25);
      await ask(choose, page, { do: "save", marketing: "on" });
      await out();
      expect(await points()).toBe(20);
      expect(await shop.contradiction()).toBeNull();
    });

    it("takes no more than there is, and nothing of it is owed", async () => {
      const { shop, address } = await annasMail({
        earning: { rules: [rule("click", "link_click", 5), rule("unsub", "newsletter_unsubscribed", -20)] },
      });
      const points = () => shop.member("anna");
      await ask(choose, address({ kind: "preferences" }), { do: "save", marketing: "on" });
      await ask(go, address({ kind: "go" }), {});
      await shop.settle(Date.now());
      expect(await points()).toMatchObject({ available: 5 });
      await ask(choose, address({ kind: "preferences" }), { do: "stop" });
      await shop.settle(Date.now());
      expect(await points()).toMatchObject({ available: 0, debt: 0 });
    });

    it("follows the member into a merge", async () => {
      const { shop, address } = await annasPoints();
      await ask(go, address({ kind: "go" }), {});
      const now = Date.now();
      await shop.tell(
        [{ type: "customers_merged", at: now, keptCustomerId: "bert", endedCustomerId: "anna" }],
        now,
      );
      expect(await shop.member("bert")).toMatchObject({ available: 35 });
    });

    it("earns nobody anything who is erased before it is read", async () => {
      const { shop, memberId, address } = await annasPoints();
      await ask(go, address({ kind: "go" }), {});
      const by = { shopId: shop.shopId, memberId, actor: "test", now: Date.now() };
      await eraseMember(shop.database, by);
      await shop.settle(Date.now());
      const left = "SELECT count(*) AS count FROM member WHERE shop_id = $1 AND status <> 'erased'";
      expect(await rowsOf(shop.database, left, [shop.shopId])).toEqual([{ count: 0 }]);
      const told = "SELECT body FROM inbox WHERE shop_id = $1 AND topic = 'regulars:activity'";
      expect(await rowsOf(shop.database, told, [shop.shopId])).toEqual([{ body: "" }]);
    });
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
