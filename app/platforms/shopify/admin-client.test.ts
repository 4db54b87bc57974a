import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { createAdminClient } from "./admin-client.ts";
import { createCostThrottle } from "./cost-throttle.ts";
import { defineDocument } from "./documents/define-document.ts";

const DOCUMENT = defineDocument({
  points: 1,
  text: "query Ask { shop { name } }",
  answer: z.object({ shop: z.object({ name: z.string() }) }),
});

const cost = (currentlyAvailable: number) => ({
  cost: {
    requestedQueryCost: 100,
    throttleStatus: { maximumAvailable: 2000, currentlyAvailable, restoreRate: 100 },
  },
});

/** Answers every request with what a test says. */
function answering(status: number, body: unknown, headers: Record<string, string> = {}): void {
  vi.stubGlobal("fetch", () =>
    Promise.resolve(
      new Response(typeof body === "string" ? body : JSON.stringify(body), {
        status,
        headers: { "content-type": "application/json", ...headers },
      }),
    ),
  );
}

afterEach(() => {
  vi.unstubAllGlobals();
});

function client(limitMs = 1_000) {
  const tokens = {
    of: (_: string, refused?: string) =>
      Promise.resolve({ kind: "token", token: refused === undefined ? "first" : "second" } as const),
  };
  return createAdminClient({ tokens, throttle: createCostThrottle(Date.now), limitMs });
}

const ask = () => client().ask("x.myshopify.com", DOCUMENT, {});

describe("what Shopify's answers mean", () => {
  it.each<[string, number, unknown, Record<string, string>, unknown]>([
    [
      "data",
      200,
      { data: { shop: { name: "Kiez" } } },
      {},
      { kind: "data", data: { shop: { name: "Kiez" } } },
    ],
    [
      "THROTTLED with status 200: until the bucket holds what was asked",
      200,
      { errors: [{ message: "Throttled", extensions: { code: "THROTTLED" } }], extensions: cost(-150) },
      {},
      { kind: "retry", reason: "throttled", afterMs: 2_500 },
    ],
    [
      "an internal error with status 200",
      200,
      { errors: [{ message: "Internal error", extensions: { code: "INTERNAL_SERVER_ERROR" } }] },
      {},
      { kind: "retry", afterMs: null },
    ],
    [
      "leave that is missing",
      200,
      { data: { shop: null }, errors: [{ message: "Access denied", extensions: { code: "ACCESS_DENIED" } }] },
      {},
      { kind: "refused", reason: "Access denied", lacksPermission: true },
    ],
    [
      "429: as many seconds as it says, not milliseconds",
      429,
      { errors: "Too many" },
      { "retry-after": "2.0" },
      { kind: "retry", afterMs: 2_000 },
    ],
    ["429 that does not say how long", 429, { errors: "Too many" }, {}, { kind: "retry", afterMs: null }],
    ["500", 500, "broken", {}, { kind: "retry", afterMs: null }],
    ["a frozen shop", 402, {}, {}, { kind: "retry", afterMs: 3_600_000 }],
    ["a dead token, twice", 401, { errors: "Invalid token" }, {}, { kind: "gone" }],
    ["a shop that is not there", 404, { errors: "Not found" }, {}, { kind: "gone" }],
    [
      "an answer in an unknown form",
      200,
      { data: { shop: { name: 5 } } },
      {},
      { kind: "retry", reason: "the answer has an unknown form at shop.name" },
    ],
    ["no JSON", 200, "<html>", {}, { kind: "retry" }],
  ])("%s", async (_, status, body, headers, expected) => {
    answering(status, body, headers);
    expect(await ask()).toMatchObject(expected as object);
  });

  it("no answer within the limit is tried later", async () => {
    const silent = createServer(() => undefined);
    await new Promise<void>((resolve) => silent.listen(0, "127.0.0.1", resolve));
    const { port } = silent.address() as AddressInfo;
    const native = globalThis.fetch;
    vi.stubGlobal("fetch", (_: unknown, init: RequestInit) =>
      native(`http://127.0.0.1:${String(port)}`, init),
    );
    expect(await client(50).ask("x.myshopify.com", DOCUMENT, {})).toEqual({
      kind: "retry",
      reason: "no answer in time",
      afterMs: null,
    });
    silent.closeAllConnections();
    silent.close();
  });
});

describe("the throttle", () => {
  const status = (currentlyAvailable: number) => cost(currentlyAvailable).cost;

  it("lets everything through at a shop it does not know yet", () => {
    expect(createCostThrottle(() => 0).waitMs("a", 1000)).toBe(0);
  });

  it("waits until the bucket holds the request and what is left to the merchant's staff", () => {
    const throttle = createCostThrottle(() => 0);
    throttle.learn("a", status(100));
    expect(throttle.waitMs("a", 100)).toBe(500);
    expect(throttle.waitMs("b", 100)).toBe(0);
  });

  it("counts what it let through and what came back since", () => {
    let now = 0;
    const throttle = createCostThrottle(() => now);
    throttle.learn("a", status(160));
    expect(throttle.waitMs("a", 100)).toBe(0);
    expect(throttle.waitMs("a", 100)).toBe(900);
    now = 900;
    expect(throttle.waitMs("a", 100)).toBe(0);
  });

  it("lets a request dearer than the bucket through when the bucket is full", () => {
    const throttle = createCostThrottle(() => 0);
    throttle.learn("a", status(2000));
    expect(throttle.waitMs("a", 5000)).toBe(0);
  });
});
