import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { publishProgram } from "#app/commands/program/publish-program.ts";
import { installShop } from "#app/commands/shops/install-shop.ts";
import { createShopperDoor } from "#app/doors/shopper-door.ts";
import { issueShopperToken, readShopperToken } from "#app/platforms/ecwid/auth/shopper-token.ts";
import { clubDocument } from "#tests/fixtures/club.ts";
import { databaseKinds, openTestDatabase, type TestDatabase } from "#tests/support/database.ts";

const KEY = Buffer.alloc(32, 7);
const MINUTE = 60_000;
const AT = Date.parse("2026-03-03T09:00:00Z");

interface Mail {
  readonly storeId: string;
  readonly address: string;
  readonly code: string;
}

describe.each(databaseKinds)("who owns a mailbox, on a %s database", (kind) => {
  let test: TestDatabase;
  let server: Server;
  let now = AT;
  let doors = 0;
  const mails: Mail[] = [];
  /** Store and address → customer, as the store itself knows them. */
  const known = new Map<string, string>();

  beforeAll(async () => {
    test = await openTestDatabase(kind);
    for (const [store, names] of [
      ["1003", ["anna", "boris", "carla", "doris", "emil", "frida", "gerd"]],
      ["1004", ["anna"]],
    ] as const) {
      await openStore(test, store);
      for (const name of names) known.set(`${store} ${name}@example.com`, `${store}-${name}`);
    }
  });
  beforeEach(async () => {
    mails.length = 0;
    // Each test an hour later and with a door that has counted nobody yet.
    doors += 1;
    now = AT + doors * 120 * MINUTE;
    const door = createShopperDoor({
      database: test.database,
      platform: "ecwid",
      key: () => KEY,
      findCustomer: (storeId, address) =>
        Promise.resolve(known.get(`${storeId} ${address.toLowerCase()}`) ?? null),
      sendLoginCode: (mail) => {
        mails.push(mail);
        return Promise.resolve();
      },
      issueToken: (shopper, at) => issueShopperToken(shopper, [KEY], at),
      now: () => now,
    });
    if (doors > 1) await closed(server);
    server = createServer((request, response) => {
      void door(request.url === "/shoppers/code" ? "code" : "proof", request, response);
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  });
  afterAll(async () => {
    await closed(server);
    await test.drop();
  });

  async function post(path: "code" | "proof", body: unknown) {
    const { port } = server.address() as AddressInfo;
    const response = await fetch(`http://127.0.0.1:${String(port)}/shoppers/${path}`, {
      method: "POST",
      body: JSON.stringify(body),
    });
    return { status: response.status, text: await response.text() };
  }
  const ask = (address: string, storeId = "1003") => post("code", { storeId, address });
  const prove = (address: string, code: string, storeId = "1003") =>
    post("proof", { storeId, address, code });
  const codeOf = async (address: string, storeId = "1003"): Promise<string> => {
    await ask(address, storeId);
    const mail = mails.at(-1);
    if (mail === undefined) throw new Error("no code was sent");
    return mail.code;
  };
  const wrong = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, "0");
  const tokenIn = (text: string) => (JSON.parse(text) as { token: string }).token;

  it("is asked by a code of six digits, and who brings it is the customer of that store", async () => {
    const code = await codeOf(" Anna@Example.com ".trim());
    expect(mails).toEqual([{ storeId: "1003", address: "anna@example.com", code }]);
    expect(code).toMatch(/^\d{6}$/u);
    const proven = await prove("anna@example.com", code);
    expect(proven.status).toBe(200);
    expect(readShopperToken(tokenIn(proven.text), [KEY], now)).toEqual({
      storeId: "1003",
      customerId: "1003-anna",
    });
  });

  it("is answered the same whether the address, or the store, is known or not", async () => {
    const first = await ask("boris@example.com");
    expect(await ask("nobody@example.com")).toEqual(first);
    expect(await ask("boris@example.com", "4711")).toEqual(first);
    expect(await ask("boris@example.com")).toEqual(first);
    expect(mails).toHaveLength(1);
    const refused = await prove("boris@example.com", wrong(mails[0]?.code ?? "0"));
    expect(refused).toMatchObject({ status: 403 });
    expect(await prove("nobody@example.com", "123456")).toEqual(refused);
    expect(await prove("boris@example.com", "123456", "4711")).toEqual(refused);
  });

  it("has five tries; then also the right code is refused", async () => {
    const code = await codeOf("carla@example.com");
    for (let attempt = 0; attempt < 5; attempt += 1) {
      expect((await prove("carla@example.com", wrong(code))).status).toBe(403);
    }
    expect((await prove("carla@example.com", code)).status).toBe(403);
  });

  it("has ten minutes, and a code works once, also for two at the same moment", async () => {
    const late = await codeOf("doris@example.com");
    now += 10 * MINUTE;
    expect((await prove("doris@example.com", late)).status).toBe(403);
    const code = await codeOf("doris@example.com");
    const both = await Promise.all([prove("doris@example.com", code), prove("doris@example.com", code)]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 403]);
    expect((await prove("doris@example.com", code)).status).toBe(403);
  });

  it("is not who has a code of another store, or of another address", async () => {
    const code = await codeOf("anna@example.com", "1004");
    await ask("anna@example.com");
    expect((await prove("anna@example.com", code, "1004")).status).toBe(200);
    expect(mails).toHaveLength(2);
    expect((await prove("emil@example.com", code)).status).toBe(403);
    const second = mails[1]?.code;
    if (second !== code) expect((await prove("anna@example.com", code)).status).toBe(403);
  });

  it("is not who owns an address that looks alike", async () => {
    // A Cyrillic е, a full-width m, a dotless i: other people's mailboxes.
    for (const address of ["еmil@example.com", "eｍil@example.com", "emıl@example.com"]) {
      expect((await ask(address)).status).toBe(202);
    }
    expect(mails).toEqual([]);
  });

  it("gets five codes an hour at most, one a minute, and each ends the one before", async () => {
    const first = await codeOf("frida@example.com");
    await ask("frida@example.com");
    expect(mails).toHaveLength(1);
    for (let asked = 0; asked < 8; asked += 1) {
      now += MINUTE + 1;
      await ask("frida@example.com");
    }
    expect(mails).toHaveLength(5);
    const last = mails.at(-1)?.code ?? "";
    if (last !== first) expect((await prove("frida@example.com", first)).status).toBe(403);
  });

  it("is asked by one network so often and no more", async () => {
    const statuses: number[] = [];
    for (let asked = 0; asked < 25; asked += 1) {
      statuses.push((await ask(`nobody-${String(asked)}@example.com`)).status);
    }
    expect(statuses.filter((status) => status === 429)).toHaveLength(5);
    now += 11 * MINUTE;
    expect((await ask("gerd@example.com")).status).toBe(202);
  });

  it.each([
    ["no address", { storeId: "1003", address: "anna" }],
    ["a store that is none", { storeId: "1003 OR 1=1", address: "anna@example.com" }],
    ["nothing", null],
    ["a list", []],
  ])("%s is refused", async (_, body) => {
    expect((await post("code", body)).status).toBe(400);
    expect((await post("proof", body)).status).toBe(400);
  });

  it("is kept as a digest that holds neither address nor code", async () => {
    const code = await codeOf("gerd@example.com");
    const rows = JSON.stringify(await test.database.query("SELECT * FROM mailbox_proof"));
    expect(rows).not.toContain("example.com");
    expect(rows).not.toContain(`"${code}"`);
  });
});

async function closed(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}

async function openStore({ database }: TestDatabase, shopKey: string): Promise<void> {
  const about = { platform: "ecwid", shopKey, name: "Club", currency: "EUR", timezone: "Europe/Berlin" };
  const { shopId } = await installShop(database, { ...about, locale: "en", scopes: [], now: AT });
  const wish = { shopId, document: clubDocument, effectiveAt: null, actor: "test", now: AT };
  expect(await publishProgram(database, wish)).toMatchObject({ ok: true });
}
