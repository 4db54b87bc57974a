import { createHmac } from "node:crypto";
import { describe, expect, it } from "vitest";
import { verifyProxyVisit } from "./verify-proxy-visit.ts";

const NOW = Date.UTC(2026, 4, 12, 10);
const SECRETS = ["our-secret"];
const known = {
  logged_in_customer_id: "7001",
  path_prefix: "/apps/regulars",
  shop: "kiezcafe.myshopify.com",
  timestamp: String(NOW / 1000),
};

/** As Shopify signs: what the browser sent, then what Shopify knows; repeated names joined by commas. */
function signed(told: Readonly<Record<string, string>>, sent = "", secret = "our-secret"): string {
  const query = new URLSearchParams(sent);
  for (const [name, value] of Object.entries(told)) query.append(name, value);
  const names = [...new Set(query.keys())];
  const pairs = names.map((name) => `${name}=${query.getAll(name).join(",")}`);
  query.append("signature", createHmac("sha256", secret).update(pairs.sort().join("")).digest("hex"));
  return query.toString();
}

const without = (name: keyof typeof known) =>
  Object.fromEntries(Object.entries(known).filter(([key]) => key !== name));

describe("a visit through the app proxy", () => {
  it("names the shop and who is logged in", () => {
    expect(verifyProxyVisit(signed(known), SECRETS, NOW)).toEqual({
      ok: true,
      shopKey: "kiezcafe.myshopify.com",
      customerId: "7001",
    });
  });

  it.each([
    ["says that nobody is logged in", signed({ ...known, logged_in_customer_id: "" })],
    ["names no customer at all", signed(without("logged_in_customer_id"))],
  ])("is nobody's when it %s", (_what, query) => {
    expect(verifyProxyVisit(query, SECRETS, NOW)).toMatchObject({ ok: true, customerId: null });
  });

  it("keeps the shopper's own parameters in the signature, decoded", () => {
    expect(verifyProxyVisit(signed(known, "before=12&q=a%20b%26c%C3%BC"), SECRETS, NOW).ok).toBe(true);
  });

  it("counts when it is signed with the secret that is being replaced", () => {
    const query = signed(known, "", "former-secret");
    expect(verifyProxyVisit(query, SECRETS, NOW).ok).toBe(false);
    expect(verifyProxyVisit(query, ["our-secret", "former-secret"], NOW).ok).toBe(true);
  });

  it.each([
    ["90 seconds ago", -90, true],
    ["91 seconds ago", -91, false],
    ["90 seconds ahead, for clocks that differ", 90, true],
    ["91 seconds ahead", 91, false],
  ])("signed %s", (_when, seconds, ok) => {
    const query = signed({ ...known, timestamp: String(NOW / 1000 + seconds) });
    expect(verifyProxyVisit(query, SECRETS, NOW).ok).toBe(ok);
  });

  it.each<[string, string, 400 | 401]>([
    ["a customer the shopper put in front of Shopify's", signed(known, "logged_in_customer_id=7002"), 400],
    ["a shop the shopper put in front of Shopify's", signed(known, "shop=other.myshopify.com"), 400],
    ["any parameter that comes twice", signed(known, "page=2&page=3"), 400],
    ["another secret", signed(known, "", "guessed"), 401],
    ["a customer changed afterwards", signed(known).replace("7001", "7002"), 401],
    ["a parameter added afterwards", `${signed(known)}&page=2`, 401],
    ["no signature", new URLSearchParams(known).toString(), 400],
    ["a signature that is no hex", `${new URLSearchParams(known).toString()}&signature=zz`, 400],
    ["no timestamp", signed(without("timestamp")), 400],
    ["a timestamp that is no number", signed({ ...known, timestamp: "soon" }), 400],
    ["no shop", signed(without("shop")), 400],
    ["a shop of nobody's", signed({ ...known, shop: "evil.example.com" }), 400],
    ["a customer that is no number", signed({ ...known, logged_in_customer_id: "7001,7002" }), 400],
    ["a query of unreasonable length", signed(known, `q=${"x".repeat(4_000)}`), 400],
    ["an empty query", "", 400],
  ])("is refused with %s", (_what, query, status) => {
    expect(verifyProxyVisit(query, SECRETS, NOW)).toMatchObject({ ok: false, status });
  });
});
