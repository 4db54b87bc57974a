import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { keepLink } from "#app/commands/referral/keep-link.ts";
import { type FriendLink, readFriendLink, signFriendLink } from "#app/messages/links/friend-link.ts";
import { signLink } from "#app/messages/links/signed-link.ts";
import { action as confirm, loader as see } from "#app/routes/m.friend.ts";
import { action as askForLink, loader as invited } from "#app/routes/storefront.friend.ts";
import { friendsFor } from "#app/routes/referral/own-link.server.ts";
import { Mailbox } from "#simulator/mail/mailbox.ts";
import { type MailServer, startMailServer } from "#simulator/mail/start-mail-server.ts";
import { openTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { proxyQuery } from "#tests/support/proxy-query.ts";
import { rowsOf } from "#tests/support/rows-of.ts";
import { customer, DAY, guest, orderFact, PlainShop } from "./plain-shop.ts";

const ORIGIN = "https://regulars.example";
const SECRET = "secret";
const now = Date.now();

const program = {
  rewards: [{ id: "friend-10", kind: "percentOff", percent: 10, validDays: 60 }],
  referral: {
    friend: { reward: "friend-10" },
    advocate: { points: 500, limit: { count: 10, per: "year" } },
    qualify: { minSubtotal: "30.00", maturityDays: 14 },
    ambassador: [{ friends: 3, badge: "Botschafterin", points: 300 }],
  },
};

type Route = typeof see | typeof confirm | typeof invited | typeof askForLink;

const mailbox = new Mailbox();
let opened: TestDatabase;
let server: MailServer;
beforeAll(async () => {
  opened = await openTestDatabase("embedded");
  server = await startMailServer(mailbox);
  globalThis.regularsDatabase = Promise.resolve(opened.database);
  const env = {
    REGULARS_ENCRYPTION_KEYS: `k1:${Buffer.alloc(32, 7).toString("base64")}`,
    SHOPIFY_API_KEY: "key",
    SHOPIFY_API_SECRET: SECRET,
    SHOPIFY_APP_URL: ORIGIN,
    SMTP_URL: server.url,
    SMTP_PLAIN: "1",
    MAIL_FROM: "hello@regulars.example",
  };
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
});
afterAll(async () => {
  globalThis.regularsDatabase = undefined;
  vi.unstubAllEnvs();
  await server.close();
  await opened.drop();
});

async function ask(route: Route, address: string, form?: Record<string, string>): Promise<Response> {
  const headers = { "accept-language": "de" };
  const init =
    form === undefined ? { headers } : { method: "POST", headers, body: new URLSearchParams(form) };
  try {
    return await route({ request: new Request(address, init), params: {}, context: {} });
  } catch (answer) {
    if (answer instanceof Response) return answer;
    throw answer;
  }
}

/** Anna of a shop of its own, and her link as the shop's proxy passes it on. */
async function annasLink() {
  const shop = await PlainShop.open(opened.database, program);
  await shop.tell(
    [orderFact("a1", customer("anna"), { euros: 50, paidAt: now - DAY, placedAt: now - DAY })],
    now,
  );
  const { database, shopId, shopKey } = shop;
  const memberId = await shop.memberId("anna");
  const code = await keepLink(database, { shopId, memberId, now });
  const pageOf = (sent: string) =>
    `${ORIGIN}/storefront/friend?${proxyQuery({ shop: shopKey, customerId: null, sent, at: Date.now(), secret: SECRET })}`;
  const members = async () =>
    (await rowsOf(database, "SELECT 1 FROM member WHERE shop_id = $1", [shopId])).length;
  return { shop, memberId, code, page: pageOf(`c=${code}`), pageOf, members };
}

/** The mail is not waited for by the page. */
const PATIENCE = { timeout: 20_000, interval: 50 };

const token = (link: string): string => new URL(link).searchParams.get("t") ?? "";

/** The link in the latest mail to an address. */
async function linkInMail(address: string): Promise<string> {
  const mail = await vi.waitFor(() => {
    const [latest] = mailbox.to(address);
    if (latest === undefined) throw new Error("no mail yet");
    return latest;
  }, PATIENCE);
  return /https:\S+/u.exec(mail.text)?.[0] ?? "";
}

describe("the way of a friend", () => {
  it("from the member's link by a mail to the gift, and looking at any of it does nothing", async () => {
    const { shop, page, members } = await annasLink();
    const before = await members();
    const shown = await ask(invited, page);
    expect(shown.status).toBe(200);
    const html = await shown.text();
    expect(html).toContain("Anna lädt dich zu Club ein");
    expect(html).toMatch(/10\s%\sRabatt für dich/u);
    expect(shown.headers.get("content-security-policy")).toContain("default-src 'none'");
    const sent = await ask(askForLink, page, { address: " Ben@example.com" });
    expect(await sent.text()).toContain("Der Link kommt an Ben@example.com.");
    const link = await linkInMail("Ben@example.com");
    expect(link.startsWith(`${ORIGIN}/m/friend?t=`)).toBe(true);
    expect(await (await ask(see, link)).text()).toContain("Ja, mitmachen");
    expect(await members()).toBe(before);
    const joined = await ask(confirm, link, {});
    const code = /Dein Code: ([A-Z0-9-]+)/u.exec(await joined.text())?.[1] ?? "";
    expect(code).toMatch(/^[A-Z0-9]{5}-/u);
    expect(await members()).toBe(before + 1);
    expect(await (await ask(confirm, link, {})).text()).toContain(code);
    const paidAt = Date.now() + DAY;
    const order = { euros: 40, paidAt, placedAt: paidAt, discountCodes: [code] };
    await shop.tell([orderFact("b1", guest("ben@example.com"), order)], paidAt);
    expect(await shop.member("anna")).toMatchObject({ pending: 500 });
  });

  it("says the same whether an address is known or not, and each gets a mail", async () => {
    const { page } = await annasLink();
    const [known, unknown] = await Promise.all(
      ["anna@example.com", "zoe@example.com"].map(async (address) => {
        const answer = await ask(askForLink, page, { address });
        return (await answer.text()).replaceAll(address, "…").replaceAll(/nonce="[^"]*"/gu, "");
      }),
    );
    expect(known).toBe(unknown);
    for (const address of ["anna@example.com", "zoe@example.com"]) await linkInMail(address);
    // Only who reads the mailbox is told that they cannot invite themselves.
    const told = await ask(confirm, await linkInMail("anna@example.com"), {});
    expect(await told.text()).toContain("Dich selbst kannst du nicht einladen.");
  });

  it("takes no link that is forged, another's, for something else or over", async () => {
    const { shop, code, memberId, members } = await annasLink();
    const before = await members();
    const link: FriendLink = {
      ...{ shopId: shop.shopId, code, address: "eve@example.com", language: "de" },
      expiresAt: now + DAY,
    };
    const address = (signed: string): string => `${ORIGIN}/m/friend?t=${signed}`;
    const [content = "", signature = ""] = signFriendLink(link).split(".");
    const other = Buffer.from(JSON.stringify([shop.shopId, code, "other@example.com", "de", now + DAY]));
    const forged = [
      `${other.toString("base64url")}.${signature}`,
      `${content}.${"A".repeat(signature.length)}`,
      content,
      "",
      signFriendLink({ ...link, expiresAt: now - 1 }),
      signLink({
        ...{ kind: "go", shopId: shop.shopId, memberId, messageId: "m1", expiresAt: null },
      }),
    ];
    for (const one of forged) expect((await ask(confirm, address(one), {})).status, one).toBe(404);
    const elsewhere = await annasLink();
    const strange = address(signFriendLink({ ...link, shopId: elsewhere.shop.shopId }));
    expect((await ask(confirm, strange, {})).status).toBe(404);
    expect(readFriendLink(token(address(signFriendLink(link))), now)).toEqual(link);
    expect(await members()).toBe(before);
  });

  it("shows a link that is nobody's, or no address, for what it is; without the proxy's word nothing", async () => {
    const { page, pageOf } = await annasLink();
    expect((await ask(invited, pageOf("c=nobodys234"))).status).toBe(404);
    const wrong = await ask(askForLink, page, { address: 'nobody"><script>' });
    expect(wrong.status).toBe(400);
    const html = await wrong.text();
    expect(html).toContain("Das ist keine E-Mail-Adresse.");
    expect(html).not.toContain("<script>");
    expect((await ask(invited, page.replace("signature=", "signature=0"))).status).toBeGreaterThanOrEqual(
      400,
    );
  });

  it("gives the member the link, what it brings and how far it has come, in their language", async () => {
    const { shop, memberId, code } = await annasLink();
    const { database, shopId, shopKey } = shop;
    const shopper = { customerId: "anna", memberId, firstName: "Anna", email: null };
    const own = await friendsFor({ database, shopId, shopper, language: "de", now });
    expect(own).toMatchObject({
      ok: true,
      link: `https://${shopKey}/apps/regulars/friend?c=${code}`,
      gains: [
        "Für deine Freunde: 10\u00a0% Rabatt.",
        "Du bekommst 500 Punkte, wenn jemand zum ersten Mal kauft, für mindestens 30\u00a0€. Sie zählen 14 Tage nach der Zahlung. Das gilt für höchstens 10 Freunde, im Jahr.",
      ],
      counts: ["Dabei: 0", "Gekauft, zählt noch nicht: 0", "Zählt: 0"],
      steps: [{ text: "3 Freunde: Botschafterin und 300 Punkte", reached: false }],
    });
    expect(own.ok && own.qr.startsWith("data:image/svg+xml,")).toBe(true);
  });
});
