import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { type EcwidBench, openEcwidBench, STORE } from "#tests/support/ecwid-bench.ts";

const store = STORE;
const MINUTE = 60_000;

/** What an app would answer with, and what it was asked. */
const answering = { status: 200, body: '{"discounts":[]}', delayMs: 0 };
const asked: { readonly headers: NodeJS.Dict<string | string[]>; readonly body: unknown }[] = [];

let bench: EcwidBench;
let app: Server;
let url: string;

beforeAll(async () => {
  bench = await openEcwidBench();
  app = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => {
      asked.push({ headers: request.headers, body: JSON.parse(Buffer.concat(parts).toString("utf8")) });
      const { status, body, delayMs } = answering;
      setTimeout(() => response.writeHead(status).end(body), delayMs);
    });
  });
  await new Promise<void>((resolve) => app.listen(0, "127.0.0.1", resolve));
  url = `http://127.0.0.1:${String((app.address() as AddressInfo).port)}/discounts`;
});
afterAll(async () => {
  app.closeAllConnections();
  app.close();
  await bench.close();
});
beforeEach(async () => {
  asked.length = 0;
  Object.assign(answering, { status: 200, body: '{"discounts":[]}', delayMs: 0 });
  await bench.fake.control.setDiscountUrl({ url });
  // What was asked before is asked again.
  await bench.fake.control.advanceClock({ ms: 6 * MINUTE });
});

const priced = z.object({ subtotal: z.number(), discount: z.number(), total: z.number() });

async function price(body: object): Promise<z.output<typeof priced>> {
  const response = await fetch(`${bench.fake.apiBase}/${STORE}/order/calculate`, {
    method: "POST",
    headers: {
      authorization: `Bearer ${String(bench.tokens.get(STORE))}`,
      "content-type": "application/json",
    },
    body: JSON.stringify(body),
  });
  return priced.parse(await response.json());
}

const items = [{ productId: 11, name: "Cherry", price: 15, quantity: 2 }];
const cart = { items };

describe("an app that says what it takes off a cart, at the fake Ecwid", () => {
  it("is asked in the documented words, unsigned, about whomever the asking names", async () => {
    await bench.client.ask(STORE, {
      ...{ method: "PUT", path: "storage/secret", body: { kind: "text", value: "only for us" } },
      answer: z.unknown(),
    });
    const { customerId } = await bench.fake.control.createCustomer({ store, email: "anna@example.com" });
    await price({ ...cart, customerId: Number(customerId), email: "anna@example.com" });
    const [{ headers, body } = { headers: {}, body: null }] = asked;
    expect(body).toMatchObject({
      storeId: Number(STORE),
      merchantAppSettings: { secret: "only for us" },
      cart: {
        subtotal: 30,
        couponDiscount: 0,
        discount: 0,
        customerId: Number(customerId),
        customerEmail: "anna@example.com",
        customerGroupId: null,
        discountCoupon: null,
        items: [{ productId: 11, name: "Cherry", price: 15, amount: 2 }],
        currency: "EUR",
        extraFields: {},
      },
      lang: "en",
    });
    expect(Object.keys(headers).filter((name) => /signature|authorization|ecwid/iu.test(name))).toEqual([]);
  });

  it.each([
    ["an amount", [{ value: 20, type: "ABSOLUTE", description: "Free" }], 20],
    ["a percentage", [{ value: 10, type: "PERCENT", description: "10 %" }], 3],
    [
      "both",
      [
        { value: 20, type: "ABSOLUTE" },
        { value: 10, type: "PERCENT" },
      ],
      23,
    ],
    ["what applies to other goods", [{ value: 50, type: "PERCENT", appliesToProducts: [12] }], 0],
    ["what applies to these goods", [{ value: 50, type: "PERCENT", appliesToProducts: [11] }], 15],
    ["more than there is", [{ value: 99, type: "ABSOLUTE" }], 30],
    ["nothing", [], 0],
  ])("takes off %s", async (_, discounts, off) => {
    answering.body = JSON.stringify({ discounts });
    expect(await price(cart)).toMatchObject({ subtotal: 30, discount: off, total: 30 - off });
  });

  it.each([
    ["fails", { status: 500, body: '{"discounts":[{"value":5,"type":"ABSOLUTE"}]}' }],
    ["answers what is no JSON", { body: "<html>" }],
    ["answers another word for a kind", { body: '{"discounts":[{"value":5,"type":"ABS"}]}' }],
    [
      "takes longer than five seconds",
      { body: '{"discounts":[{"value":5,"type":"ABSOLUTE"}]}', delayMs: 5_500 },
    ],
  ])("that %s takes nothing off", async (_, misconduct) => {
    Object.assign(answering, misconduct);
    expect(await price(cart)).toMatchObject({ discount: 0, total: 30 });
  });

  it("is asked the same again after five minutes and not before", async () => {
    answering.body = '{"discounts":[{"value":5,"type":"ABSOLUTE"}]}';
    for (let times = 0; times < 3; times += 1) expect(await price(cart)).toMatchObject({ discount: 5 });
    expect(asked).toHaveLength(1);
    await price({ items: [{ ...items[0], quantity: 3 }] });
    expect(asked).toHaveLength(2);
    await bench.fake.control.advanceClock({ ms: 5 * MINUTE + 1 });
    await price(cart);
    expect(asked).toHaveLength(3);
  });

  it("is asked at the checkout too, and its order says what came off", async () => {
    answering.body = '{"discounts":[{"value":5,"type":"ABSOLUTE"}]}';
    const { productId } = await bench.fake.control.createProduct({ store, title: "Tea", price: "12.00" });
    const response = await fetch(`${bench.fake.url}/shop/${STORE}/checkout`, {
      method: "POST",
      body: JSON.stringify({
        ...{ email: "guest@example.com", coupon: null },
        items: [{ productId: Number(productId), quantity: 2 }],
      }),
    });
    const { orderId } = z.object({ orderId: z.string() }).parse(await response.json());
    const order = await bench.client.ask(STORE, {
      path: `orders/${orderId}`,
      answer: z.object({ subtotal: z.number(), discount: z.number(), total: z.number() }),
    });
    expect(order).toMatchObject({ kind: "data", data: { subtotal: 24, discount: 5, total: 19 } });
  });

  it("that has not been granted it, or has registered no address, is not asked", async () => {
    await bench.fake.control.setDiscountUrl({ url: null });
    expect(await price(cart)).toMatchObject({ discount: 0 });
    await bench.fake.control.setDiscountUrl({ url });
    await bench.fake.control.installApp({ store, scopes: ["read_store_profile"] });
    expect(await price({ items: [{ ...items[0], quantity: 7 }] })).toMatchObject({ discount: 0 });
    expect(asked).toEqual([]);
  });
});
