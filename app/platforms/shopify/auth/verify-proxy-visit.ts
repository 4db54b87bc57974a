import { createHmac, timingSafeEqual } from "node:crypto";
import type { Instant } from "#app/domain/calendar.ts";

/** A shopper at the shop's own domain, sent on by Shopify's app proxy, which says who is logged in. */
export type ProxyVisit =
  | { readonly ok: true; readonly shopKey: string; readonly customerId: string | null }
  /** 400: it cannot be Shopify's. 401: it says it is, and the signature or its time is wrong. */
  | { readonly ok: false; readonly status: 400 | 401; readonly reason: string };

const SIGNED_FOR_MS = 90_000;
const QUERY_MAX_LENGTH = 4_000;
const SHOP = /^[a-z0-9][a-z0-9-]*\.myshopify\.com$/u;
const CUSTOMER = /^\d{1,19}$/u;
const SIGNATURE = /^[0-9a-f]{64}$/u;
const SECONDS = /^\d{1,12}$/u;

/**
 * Reads the query as it came. Shopify adds what it knows to whatever the shopper's browser sent and
 * signs all of it: hex HMAC-SHA256 over the decoded `key=value` pairs, sorted, with nothing between
 * them. A shopper could add a `logged_in_customer_id` of their own before Shopify's, and the signature
 * would be right, so a parameter that comes twice is refused, whichever it is.
 */
export function verifyProxyVisit(query: string, secrets: readonly string[], now: Instant): ProxyVisit {
  if (query.length > QUERY_MAX_LENGTH) return refuse(400, "query too long");
  const named = new Map<string, string>();
  for (const [name, value] of new URLSearchParams(query)) {
    if (named.has(name)) return refuse(400, "a parameter comes twice");
    named.set(name, value);
  }
  const signature = named.get("signature");
  if (signature === undefined || !SIGNATURE.test(signature))
    return refuse(400, "signature missing or malformed");
  named.delete("signature");
  if (!isSigned(named, signature, secrets)) return refuse(401, "signature wrong");
  const seconds = named.get("timestamp");
  if (seconds === undefined || !SECONDS.test(seconds)) return refuse(400, "timestamp missing or malformed");
  if (Math.abs(now - Number(seconds) * 1000) > SIGNED_FOR_MS) return refuse(401, "signed too long ago");
  const shopKey = named.get("shop");
  if (shopKey === undefined || !SHOP.test(shopKey)) return refuse(400, "shop missing or malformed");
  const customerId = named.get("logged_in_customer_id");
  if (customerId === undefined || customerId === "") return { ok: true, shopKey, customerId: null };
  if (!CUSTOMER.test(customerId)) return refuse(400, "customer malformed");
  return { ok: true, shopKey, customerId };
}

function isSigned(
  named: ReadonlyMap<string, string>,
  signature: string,
  secrets: readonly string[],
): boolean {
  const pairs = [...named].map(([name, value]) => `${name}=${value}`);
  const signed = pairs.sort().join("");
  const given = Buffer.from(signature, "hex");
  return secrets.some((secret) =>
    timingSafeEqual(given, createHmac("sha256", secret).update(signed).digest()),
  );
}

function refuse(status: 400 | 401, reason: string): ProxyVisit {
  return { ok: false, status, reason };
}
