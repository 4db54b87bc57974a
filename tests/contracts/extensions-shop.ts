import { createHmac, randomUUID } from "node:crypto";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { afterAll, beforeAll, vi } from "vitest";
import { z } from "zod";
import { adjustPoints } from "#app/commands/members/adjust-points.ts";
import { confirmCode } from "#app/commands/codes/confirm-code.ts";
import { installShop } from "#app/commands/shops/install-shop.ts";
import { joinProgram } from "#app/commands/members/join-program.ts";
import { publishProgram } from "#app/commands/program/publish-program.ts";
import type { Database } from "#app/db/client.ts";
import { stopSpeakingTo } from "#app/db/shops/shop-states.ts";
import { assert } from "#app/domain/assert.ts";
import { openTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { rowsOf } from "#tests/support/rows-of.ts";

const API_KEY = "our-key";
const SECRET = "our-secret";

interface Route {
  readonly loader?: (args: LoaderFunctionArgs) => Promise<Response> | Response;
  readonly action?: (args: ActionFunctionArgs) => Promise<Response>;
}
const routes = import.meta.glob<Route>("../../app/routes/api.*.ts");

const program = {
  format: "regulars.program/1",
  name: "Kiezbohnen",
  currency: "EUR",
  timezone: "Europe/Berlin",
  pointsName: { one: "Bohne", other: "Bohnen" },
  earning: { rules: [{ id: "spend", kind: "spend", points: 1, per: "1.00" }] },
  rewards: [{ id: "five", name: "Fünf Euro", kind: "amountOff", value: "5.00", cost: 300, validDays: 90 }],
};

export interface Asked {
  readonly token?: string;
  readonly query?: Readonly<Record<string, string>>;
  /** Sent as it is where it is text, else as JSON; a request with a body is a POST. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly method?: string;
}

export interface Answered {
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
}

const told = z.object({
  state: z.object({ viewer: z.object({ kind: z.string(), available: z.number().optional() }) }),
});

/** What the answer says the customer has. */
export function viewerOf({ body }: Answered): z.output<typeof told>["state"]["viewer"] {
  return told.parse(body).state.viewer;
}

const beingMade = z.object({ ok: z.literal(true), code: z.null() });

/** The code an answer carries. */
export function codeOf({ body }: Answered): string {
  return z.object({ code: z.string() }).parse(body).code;
}

/** A session token as Shopify signs it for a surface. */
export function token(claims: object, secret = SECRET): string {
  const now = Math.floor(Date.now() / 1000);
  const encode = (part: object): string => Buffer.from(JSON.stringify(part)).toString("base64url");
  const content = `${encode({ alg: "HS256", typ: "JWT" })}.${encode({ aud: API_KEY, exp: now + 60, nbf: now - 1, ...claims })}`;
  return `${content}.${createHmac("sha256", secret).update(content).digest("base64url")}`;
}

/** A body as Flow signs it. */
export function signed(body: string, secret = SECRET): Asked {
  const signature = createHmac("sha256", secret).update(body).digest("base64");
  return { body, headers: { "x-shopify-hmac-sha256": signature } };
}

/** Asks a route of the app as the surfaces and Flow do: `customer.state` is GET /api/customer/state. */
export async function ask(name: string, asked: Asked): Promise<Answered> {
  const { token: bearer, query, body, headers, method } = asked;
  const action =
    name.startsWith("flow.") && name !== "flow.listening" ? name.slice("flow.".length) : undefined;
  const load = routes[`../../app/routes/api.${action === undefined ? name : "flow.$action"}.ts`];
  assert(load !== undefined, `there is a route ${name}`);
  const url = new URL(`https://app.example/api/${name.replaceAll(".", "/")}`);
  for (const [key, value] of Object.entries(query ?? {})) url.searchParams.set(key, value);
  const request = new Request(url, {
    method: method ?? (body === undefined ? "GET" : "POST"),
    headers: { ...(bearer !== undefined && { authorization: `Bearer ${bearer}` }), ...headers },
    ...(body !== undefined && { body: typeof body === "string" ? body : JSON.stringify(body) }),
  });
  const route = await load();
  const handler = request.method === "POST" ? route.action : route.loader;
  assert(handler !== undefined, `${name} answers ${request.method}`);
  const response = await handler({ request, params: { action }, context: {} });
  const text = await response.text();
  const isJson = response.headers.get("content-type")?.startsWith("application/json") === true;
  return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : text };
}

/** A shop of the test's own with the app installed and a program, and people in it. */
export class SurfaceShop {
  private constructor(
    readonly database: Database,
    readonly key: string,
    readonly id: number,
  ) {}

  static async open(database: Database, key = `shop-${randomUUID()}.myshopify.com`): Promise<SurfaceShop> {
    const now = Date.now();
    const about = { name: "Kiezcafé", currency: "EUR", timezone: "Europe/Berlin", locale: "de", scopes: [] };
    const { shopId } = await installShop(database, { platform: "shopify", shopKey: key, ...about, now });
    const publication = { shopId, document: program, effectiveAt: null, actor: "test", now };
    const published = await publishProgram(database, publication);
    assert(published.ok, "the program of the tests is right");
    return new SurfaceShop(database, key, shopId);
  }

  async enrol(customerId: string, points: number): Promise<string> {
    const { database, id: shopId } = this;
    const now = Date.now();
    const unknown = { email: null, emailProven: false, tags: null, birthday: null, lastName: null };
    const customer = { id: customerId, firstName: "Anna", ...unknown };
    const { memberId } = await joinProgram(database, { shopId, customer, now });
    const given = {
      points,
      qualifying: 0,
      sparesDebt: false,
      reason: "Welcome",
      actor: "test",
      key: randomUUID(),
    };
    if (points > 0) await adjustPoints(database, { shopId, memberId, ...given, now });
    return memberId;
  }

  shopper(customerId: string, secret = SECRET): string {
    return token({ dest: this.key, sub: `gid://shopify/Customer/${customerId}` }, secret);
  }

  /** A person in the admin. */
  staff(secret = SECRET): string {
    return token({ ...this.admin, sub: "42", sid: "a-session" }, secret);
  }

  /** Whoever stands at a till. */
  till(secret = SECRET): string {
    return token({ ...this.admin, sub: "42" }, secret);
  }

  private get admin() {
    return { dest: `https://${this.key}`, iss: `https://${this.key}/admin` };
  }

  /**
   * Claims while codes are made as the worker and Shopify make them. On a busy machine the answer may be that
   * the code is being made; the same click is asked again then, as people do.
   */
  claim(name: "customer.claim" | "pos.claim", wish: Asked): Promise<Answered> {
    return this.whileCodesAreMade(async () => {
      for (;;) {
        const answered = await ask(name, wish);
        if (!beingMade.safeParse(answered.body).success) return answered;
      }
    });
  }

  private async whileCodesAreMade<Done>(work: () => Promise<Done>): Promise<Done> {
    // No shop stands behind the tests' own: what is asked of it is left to the loop below.
    await stopSpeakingTo(this.database, this.id, "codes are made by the test");
    const done = new AbortController();
    const making = (async () => {
      while (!done.signal.aborted) {
        await this.makeCodes();
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    })();
    try {
      return await work();
    } finally {
      done.abort();
      await making;
    }
  }

  private async makeCodes(): Promise<void> {
    const { database, id: shopId } = this;
    const held = await rowsOf<{ member_id: number; code: string }>(
      database,
      "SELECT member_id, code FROM reward_code WHERE shop_id = $1 AND state = 'held'",
      [shopId],
    );
    for (const { member_id, code } of held) {
      const made = { shopId, memberId: String(member_id), code, reference: null, now: Date.now() };
      await confirmCode(database, made);
    }
  }
}

/** Gives a test file a database that the routes see as the app's own, and the app's secrets. */
export function withSurfaces(): { readonly database: () => Database } {
  let test: TestDatabase | undefined;
  beforeAll(async () => {
    vi.stubEnv("SHOPIFY_API_KEY", API_KEY);
    vi.stubEnv("SHOPIFY_API_SECRET", SECRET);
    vi.stubEnv("SHOPIFY_APP_URL", "https://app.example");
    test = await openTestDatabase("server");
    globalThis.regularsDatabase = Promise.resolve(test.database);
  });
  afterAll(async () => {
    globalThis.regularsDatabase = undefined;
    vi.unstubAllEnvs();
    await test?.drop();
  });
  return {
    database: () => {
      assert(test !== undefined, "the database is opened before the tests");
      return test.database;
    },
  };
}
