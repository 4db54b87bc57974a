import { createHmac } from "node:crypto";
import { describe, expect, it } from "vitest";
import { readSessionToken } from "./session-token.ts";

const NOW = Date.UTC(2026, 4, 12, 10);
const SECONDS = NOW / 1000;
const RULES = { apiKey: "our-key", secrets: ["our-secret"], now: NOW };

const shopper = {
  aud: "our-key",
  dest: "kiezcafe.myshopify.com",
  exp: SECONDS + 60,
  nbf: SECONDS - 5,
  iat: SECONDS - 5,
  jti: "1",
  sub: "gid://shopify/Customer/7001",
};
const staff = {
  ...shopper,
  dest: "https://kiezcafe.myshopify.com",
  iss: "https://kiezcafe.myshopify.com/admin",
  sub: "42",
  sid: "a-session",
};

function sign(claims: object, secret = "our-secret", header: object = { alg: "HS256", typ: "JWT" }): string {
  const encode = (part: object): string => Buffer.from(JSON.stringify(part)).toString("base64url");
  const content = `${encode(header)}.${encode(claims)}`;
  return `${content}.${createHmac("sha256", secret).update(content).digest("base64url")}`;
}

describe("a session token", () => {
  it("of a customer account names the shop and the customer", () => {
    expect(readSessionToken(sign(shopper), RULES)).toEqual({
      ok: true,
      visitor: { kind: "shopper", shopKey: "kiezcafe.myshopify.com", customerId: "7001" },
    });
  });

  it("of the admin names the shop and the member of staff", () => {
    expect(readSessionToken(sign(staff), RULES)).toEqual({
      ok: true,
      visitor: { kind: "staff", shopKey: "kiezcafe.myshopify.com", userId: "42", at: "admin" },
    });
  });

  it("of a till has no session in the admin", () => {
    expect(readSessionToken(sign({ ...staff, sid: undefined }), RULES)).toMatchObject({
      ok: true,
      visitor: { kind: "staff", userId: "42", at: "till" },
    });
  });

  it("that is out of date is told from one that will never do", () => {
    expect(readSessionToken(sign(staff), { ...RULES, now: (staff.exp + 60) * 1000 })).toMatchObject({
      isUntimely: true,
    });
    expect(readSessionToken(sign({ ...staff, aud: "their-key" }), RULES)).toMatchObject({
      isUntimely: false,
    });
  });

  it("keeps every digit of a long customer id", () => {
    const token = sign({ ...shopper, sub: "gid://shopify/Customer/9007199254740993123" });
    expect(readSessionToken(token, RULES)).toMatchObject({ visitor: { customerId: "9007199254740993123" } });
  });

  it("counts when it is signed with the secret that is being replaced", () => {
    const token = sign(shopper, "former-secret");
    expect(readSessionToken(token, RULES).ok).toBe(false);
    expect(readSessionToken(token, { ...RULES, secrets: ["our-secret", "former-secret"] }).ok).toBe(true);
  });

  it("holds for ten seconds longer, for clocks that differ", () => {
    const late = (seconds: number) => ({ ...RULES, now: (shopper.exp + seconds) * 1000 });
    expect(readSessionToken(sign(shopper), late(9)).ok).toBe(true);
    expect(readSessionToken(sign(shopper), late(10)).ok).toBe(false);
  });

  it.each([
    ["for another app", { ...shopper, aud: "their-key" }],
    ["that is not valid yet", { ...shopper, nbf: SECONDS + 11 }],
    ["without a subject, as for anonymous visitors", { ...shopper, sub: undefined }],
    ["of another kind of thing", { ...shopper, sub: "gid://shopify/Company/7001" }],
    ["for a host that is no shop", { ...shopper, dest: "kiezcafe.example.com" }],
    ["for a host that only begins like a shop", { ...shopper, dest: "kiezcafe.myshopify.com.evil.com" }],
    ["without an end", { ...shopper, exp: undefined }],
    ["of staff that another shop has issued", { ...staff, iss: "https://other.myshopify.com/admin" }],
    ["of staff that nobody has issued", { ...staff, iss: undefined }],
  ])("is refused %s", (_what, claims) => {
    expect(readSessionToken(sign(claims), RULES).ok).toBe(false);
  });

  it.each([
    ["no token", ""],
    ["half a token", "a.b"],
    ["too many parts", `${sign(shopper)}.x`],
    ["another algorithm", sign(shopper, "our-secret", { alg: "none" })],
    ["no signature", sign(shopper).replace(/[^.]*$/u, "")],
    ["another secret", sign(shopper, "their-secret")],
    ["a text without end", "x".repeat(10_000)],
  ])("is refused when it is %s", (_what, token) => {
    expect(readSessionToken(token, RULES).ok).toBe(false);
  });

  it("is refused when its claims were changed after signing", () => {
    const [head, , signature] = sign(shopper).split(".");
    const other = Buffer.from(JSON.stringify({ ...shopper, sub: "gid://shopify/Customer/1" }));
    expect(readSessionToken(`${head}.${other.toString("base64url")}.${signature}`, RULES).ok).toBe(false);
  });
});
