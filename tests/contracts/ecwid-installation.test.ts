import { createCipheriv } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createInstallation, type Installation } from "#app/platforms/ecwid/auth/installation.ts";
import { SCOPES } from "#app/platforms/ecwid/scopes.ts";
import {
  CLIENT_ID,
  CLIENT_SECRET,
  type EcwidBench,
  openEcwidBench,
  STORE,
} from "#tests/support/ecwid-bench.ts";

const OTHER = "9003";
const REDIRECT = "https://regulars.example.com/ecwid/callback";

describe("a store that installs the app at Ecwid", () => {
  let bench: EcwidBench;
  let installation: Installation;
  beforeAll(async () => {
    bench = await openEcwidBench([
      { store: STORE, name: "Bench", currency: "EUR", language: "de" },
      { store: OTHER, name: "Another" },
    ]);
    installation = createInstallation({
      clientId: CLIENT_ID,
      clientSecret: CLIENT_SECRET,
      redirectUri: REDIRECT,
      apiBase: bench.fake.apiBase,
      oauthBase: bench.fake.oauthBase,
      limitMs: 5_000,
    });
  });
  afterAll(() => bench.close());

  const consent = async (more = ""): Promise<URL> => {
    const response = await fetch(`${installation.consentUrl}${more}`, { redirect: "manual" });
    return new URL(response.headers.get("location") ?? "none:");
  };
  const codeOf = async (): Promise<string> =>
    (await consent(`&store=${STORE}`)).searchParams.get("code") ?? "";

  it("is asked for just what the app needs, and comes back with what it granted", async () => {
    const code = await codeOf();
    const store = await installation.takeCode(code);
    expect(store).toMatchObject({
      shopKey: STORE,
      profile: { name: "Bench", currency: "EUR", timezone: "Europe/Berlin", locale: "de" },
    });
    expect([...(store?.profile.scopes ?? [])].sort()).toEqual([...SCOPES].sort());
  });

  it("that says no brings no code", async () => {
    const back = await consent("&deny=1");
    expect(back.searchParams.get("error")).toBe("access_denied");
    expect(await installation.takeCode("made-up")).toBeNull();
  });

  it("brings a code that works once", async () => {
    const code = await codeOf();
    expect(await installation.takeCode(code)).not.toBeNull();
    expect(await installation.takeCode(code)).toBeNull();
  });

  const hex = (payload: object) => Buffer.from(JSON.stringify(payload)).toString("hex");
  const encrypted = (payload: object, flip: (bytes: Buffer) => void = () => undefined): string => {
    const iv = Buffer.alloc(16, 3);
    const cipher = createCipheriv("aes-128-cbc", CLIENT_SECRET.slice(0, 16), iv);
    const bytes = Buffer.concat([iv, cipher.update(JSON.stringify(payload), "utf8"), cipher.final()]);
    flip(bytes);
    return bytes.toString("base64url");
  };
  const payload = async (storeId = STORE) => {
    const { token } = await bench.fake.control.issueToken({ store: storeId });
    return { store_id: Number(storeId), lang: "en", access_token: token };
  };

  it("opened in its admin is believed once it has answered to the payload's token", async () => {
    const said = await payload();
    for (const text of [encrypted(said), hex(said)]) {
      expect(await installation.takePayload(text)).toMatchObject({
        shopKey: STORE,
        token: said.access_token,
      });
    }
  });

  it.each<[string, (said: Awaited<ReturnType<typeof payload>>) => string]>([
    ["with another store's token", (said) => hex({ ...said, store_id: Number(OTHER) })],
    // The IV is not authenticated: 1003 becomes 9003, and still decrypts.
    [
      "whose store a flipped byte of the IV has changed",
      (said) =>
        encrypted(said, (bytes) => {
          bytes[12] = Number(bytes[12]) ^ ("1".charCodeAt(0) ^ "9".charCodeAt(0));
        }),
    ],
    ["with a token that is none", (said) => hex({ ...said, access_token: "secret_made_up" })],
    ["of a store there is not", (said) => hex({ ...said, store_id: 4711 })],
    ["cut off", (said) => encrypted(said).slice(0, -3)],
    ["of nothing", () => ""],
  ])("a payload %s is refused with the same word", async (_, spoil) => {
    expect(await installation.takePayload(spoil(await payload()))).toBeNull();
  });

  it("and has uninstalled meanwhile is not believed any more: a payload can be sent again", async () => {
    const said = await payload();
    await bench.fake.control.uninstallApp({ store: STORE, deliver: false });
    expect(await installation.takePayload(encrypted(said))).toBeNull();
  });
});
