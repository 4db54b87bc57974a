import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { claimReward } from "#app/commands/codes/claim-reward.ts";
import { applyFacts } from "#app/commands/inbox/apply-facts.ts";
import { publishProgram } from "#app/commands/program/publish-program.ts";
import { installShop } from "#app/commands/shops/install-shop.ts";
import { issueShopperToken } from "#app/platforms/ecwid/auth/shopper-token.ts";
import { storefrontShopper } from "#app/queries/storefront/storefront-shop.ts";
import { action as cancelCode } from "#app/routes/storefront.cancel-code.tsx";
import { loader as codes } from "#app/routes/storefront.codes.tsx";
import { loader as explanation } from "#app/routes/storefront.history.$key.tsx";
import { loader as history } from "#app/routes/storefront.history._index.tsx";
import { action as leave } from "#app/routes/storefront.leave.tsx";
import { clubDocument, customer, order } from "#tests/fixtures/club.ts";
import { openTestDatabase, type TestDatabase } from "#tests/support/database.ts";

const ORIGIN = "https://regulars.example.com";
const STORE = "1003";
const OTHER = "1004";
const KEY = Buffer.alloc(32, 7);
const [ANNA, BORIS] = ["7", "8"] as const;

let test: TestDatabase;
let shopId: number;
/** A code of Anna's, and the key of an entry of hers. */
let code: string;
let entry: string;

beforeAll(async () => {
  test = await openTestDatabase("embedded");
  globalThis.regularsDatabase = Promise.resolve(test.database);
  vi.stubEnv("REGULARS_ENCRYPTION_KEYS", `k1:${KEY.toString("base64")}`);
  const now = Date.now() - 3_600_000;
  const opened = async (shopKey: string): Promise<number> => {
    const made = await installShop(test.database, {
      ...{ platform: "ecwid", shopKey, name: shopKey, currency: "EUR", timezone: "Europe/Berlin" },
      ...{ locale: "en", scopes: [], now },
    });
    const wish = { shopId: made.shopId, document: clubDocument, effectiveAt: null, actor: "test", now };
    expect(await publishProgram(test.database, wish)).toMatchObject({ ok: true });
    return made.shopId;
  };
  shopId = await opened(STORE);
  await opened(OTHER);
  for (const id of [ANNA, BORIS]) {
    const paid = order(`10${id}`, 60_000, now);
    await applyFacts(
      test.database,
      shopId,
      [{ type: "customer", at: now, customer: customer(id), joined: true }],
      now,
    );
    await applyFacts(
      test.database,
      shopId,
      [{ type: "order", at: now, customer: customer(id), order: paid }],
      now,
    );
  }
  const { memberId } = await storefrontShopper(test.database, shopId, ANNA);
  if (memberId === null) throw new Error("Anna is a member.");
  const rewardId = "one-off";
  const claimed = await claimReward(test.database, {
    ...{ shopId, memberId, rewardId, points: null, actor: null, key: "surface:test", now: Date.now() },
    tellsUntil: Date.now(),
  });
  if (!claimed.ok) throw new Error(claimed.refusal);
  code = claimed.code;
  const said = historyAnswer.parse(
    await (await asked(history, "history?before=999999999", tokenOf(ANNA))).json(),
  );
  const key = said.entries.find((one) => one.key !== null)?.key;
  if (key == null) throw new Error("Anna has a history.");
  entry = key;
});
afterAll(async () => {
  globalThis.regularsDatabase = undefined;
  vi.unstubAllEnvs();
  await test.drop();
});

const historyAnswer = z.object({ entries: z.array(z.object({ key: z.string().nullable() })) });

const tokenOf = (customerId: string, storeId = STORE): string =>
  issueShopperToken({ storeId, customerId }, [KEY], Date.now());

type Route = (args: {
  request: Request;
  params: Record<string, string>;
  context: Record<string, never>;
}) => Promise<Response>;

/** Asks as the page of a shop would; `path` behind `/storefront/`. */
async function asked(
  route: Route,
  path: string,
  token: string | null,
  {
    body,
    params = {},
    store = STORE,
  }: { body?: object; params?: Record<string, string>; store?: string } = {},
): Promise<Response> {
  const address = `${ORIGIN}/storefront/${path}${path.includes("?") ? "&" : "?"}ecwid=${store}`;
  const request = new Request(address, {
    ...(body === undefined ? {} : { method: "POST", body: JSON.stringify(body) }),
    headers: {
      "content-type": "application/json",
      ...(token === null ? {} : { authorization: `Bearer ${token}` }),
    },
  });
  try {
    return await route({ request, params, context: {} });
  } catch (refused) {
    if (refused instanceof Response) return refused;
    throw refused;
  }
}

const codeState = async (): Promise<string> => {
  const rows = await test.database.query("SELECT state FROM reward_code WHERE shop_id = $1 AND code = $2", [
    shopId,
    code,
  ]);
  return z.array(z.object({ state: z.string() })).parse(rows)[0]?.state ?? "gone";
};

describe("what is one shopper's at an Ecwid store", () => {
  it("is theirs by their own token", async () => {
    const read = await asked(explanation, `history/${entry}`, tokenOf(ANNA), { params: { key: entry } });
    expect(read.status).toBe(200);
  });

  it.each<[string, () => { token: string | null; query?: string; store?: string }]>([
    ["another customer", () => ({ token: tokenOf(BORIS) })],
    [
      "another customer who names her",
      () => ({ token: tokenOf(BORIS), query: `?customer=${ANNA}&customerId=${ANNA}` }),
    ],
    [
      "whoever names her and proves nothing",
      () => ({ token: null, query: `?customerId=${ANNA}&logged_in_customer_id=${ANNA}` }),
    ],
    ["the customer of her number at another store", () => ({ token: tokenOf(ANNA, OTHER), store: OTHER })],
    ["a token of another store for this one", () => ({ token: tokenOf(ANNA, OTHER) })],
    ["her token, told of another store", () => ({ token: tokenOf(ANNA), store: OTHER })],
    ["a token with a changed end", () => ({ token: `${tokenOf(ANNA).slice(0, -3)}AAA` })],
    [
      "a token signed with another key",
      () => ({
        token: issueShopperToken({ storeId: STORE, customerId: ANNA }, [Buffer.alloc(32, 9)], Date.now()),
      }),
    ],
    [
      "a token that is over",
      () => ({
        token: issueShopperToken({ storeId: STORE, customerId: ANNA }, [KEY], Date.now() - 2 * 3_600_000),
      }),
    ],
  ])("is not to be had by %s", async (_, visit) => {
    const { token, query = "", store = STORE } = visit();
    const before = await codeState();
    const read = await asked(explanation, `history/${entry}${query}`, token, {
      params: { key: entry },
      store,
    });
    expect(read.status).not.toBe(200);
    const given = await asked(cancelCode, `cancel-code${query}`, token, { body: { code }, store });
    expect(given.status).not.toBe(200);
    expect(await codeState()).toBe(before);
    const listed = await asked(codes, `codes${query === "" ? "?" : `${query}&`}before=${code}`, token, {
      store,
    });
    expect(await listed.text()).not.toContain(code);
  });

  it("cannot be left for somebody else", async () => {
    expect((await asked(leave, `leave?customerId=${ANNA}`, null, { body: {} })).status).not.toBe(200);
    expect((await asked(leave, "leave", tokenOf(BORIS), { body: { customerId: ANNA } })).status).not.toBe(
      200,
    );
    expect((await storefrontShopper(test.database, shopId, ANNA)).memberId).not.toBeNull();
  });

  it("is given back by who it belongs to", async () => {
    const given = await asked(cancelCode, "cancel-code", tokenOf(ANNA), { body: { code } });
    expect(given.status).toBe(200);
    expect(await codeState()).not.toBe("waiting");
  });
});
