import { describe, expect, it } from "vitest";
import { layOutJson } from "#app/components/activity/lay-out-json.ts";
import { parseMoney } from "#app/domain/money.ts";
import { parseInstant } from "#app/domain/parse-instant.ts";
import { normaliseAddress } from "#app/domain/people/normalise-address.ts";
import { describeError, strikeOut } from "#app/log.server.ts";
import { parseBody } from "#app/platforms/parse-body.ts";
import { readSessionToken } from "#app/platforms/shopify/auth/session-token.ts";
import { verifyProxyVisit } from "#app/platforms/shopify/auth/verify-proxy-visit.ts";
import { verifyShopifyWebhook } from "#app/platforms/shopify/auth/verify-webhook.ts";
import { readFlowListening, readFlowWish } from "#app/platforms/shopify/deliver/flow.ts";
import { translateShopify } from "#app/platforms/shopify/orders/translate.ts";
import { order } from "#tests/support/shopify-bodies.ts";

const SHORT = 4_000;
const TIMES = 16;
/** What grows with the square of the input takes 256 times as long, what grows with the input 16 times. */
const AT_MOST = TIMES * 5;
/** Below it a measurement says nothing. */
const NOISE_MS = 15;
/** So often a busy machine may come in between; what really grows with the square is too slow every time. */
const ATTEMPTS = 30;

const settings = { currency: "EUR", timezone: "Europe/Berlin", at: 0 };
const translate = (body: unknown) => translateShopify("orders/paid", JSON.stringify(body), settings);
const token = (text: string) => readSessionToken(text, { apiKey: "k", secrets: ["s"], now: 0 });
const webhook = (text: string) =>
  verifyShopifyWebhook((name) => (name.includes("hmac") ? "x" : text), Buffer.from(text), ["s"]);

type Read = (text: string) => unknown;
const READERS: readonly (readonly [title: string, read: Read])[] = [
  ["an error for the log", (text) => describeError(new Error(text))],
  ["a reason", (text) => strikeOut(text, 500)],
  ["an address that is compared", normaliseAddress],
  ["an amount", (text) => parseMoney(text, 2)],
  ["an instant", parseInstant],
  ["a body", parseBody],
  ["a body with it as a text", (text) => parseBody(JSON.stringify({ note: text }))],
  ["an order's guest", (text) => translate({ ...order(), customer: null, email: text })],
  ["an order's name", (text) => translate({ ...order(), name: text })],
  ["an order's id", (text) => translate({ ...order(), id: text })],
  ["a delivery's headers", webhook],
  ["a shop's proxy", (text) => verifyProxyVisit(`shop=${text}&signature=${text}`, ["s"], 0)],
  ["a session token", token],
  ["a session token's parts", (text) => token(`${text}.${text}.${text}`)],
  ["a workflow's wish", (text) => readFlowWish("give-points", JSON.stringify({ shopify_domain: text }))],
  ["a workflow's word", (text) => readFlowListening(JSON.stringify({ shopify_domain: text }))],
  ["a body laid out for a page", layOutJson],
];

/** Texts that make a careless pattern begin anew at every character. */
const TEXTS: readonly (readonly [title: string, make: (length: number) => string])[] = [
  ["one word", (length) => "a".repeat(length)],
  ["an address without an end", (length) => `${"a".repeat(length)}@`],
  ["an address of many parts", (length) => `a@${"b.".repeat(length / 2)}`],
  ["signs of an address", (length) => "@".repeat(length)],
  ["digits", (length) => "1".repeat(length)],
  ["blanks within", (length) => `a${" ".repeat(length)}b`],
  ["quotes that are never closed", (length) => '"\\'.repeat(length / 2)],
  ["keys without values", (length) => '":'.repeat(length / 2)],
  ["a key and blanks", (length) => `"a"${" ".repeat(length)}`],
  ["open brackets", (length) => "[".repeat(length)],
  ["open brackets and blanks", (length) => "[ ".repeat(length / 2)],
];

describe("a long input takes time in proportion to its length", () => {
  it.each(READERS)("%s", (_, read) => {
    for (const [kind, make] of TEXTS) {
      const [short, long] = [make(SHORT), make(SHORT * TIMES)];
      read(short);
      expect(growsWithTheLength(read, short, long), kind).toBe(true);
    }
  });
});

/** The least of some runs, of as many as it takes: a busy machine makes a run longer, never shorter. */
function growsWithTheLength(read: Read, short: string, long: string): boolean {
  let [shortMs, longMs] = [Infinity, Infinity];
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    shortMs = Math.min(
      shortMs,
      timeMs(() => read(short)),
    );
    longMs = Math.min(
      longMs,
      timeMs(() => read(long)),
    );
    if (attempt >= 3 && longMs < Math.max(NOISE_MS, shortMs * AT_MOST)) return true;
  }
  return false;
}

function timeMs(run: () => unknown): number {
  const startedAt = performance.now();
  run();
  return performance.now() - startedAt;
}
