import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import type { OutboxItem } from "#app/platforms/platform.ts";
import { fiveOff, outboxItem } from "#tests/support/five-off.ts";
import { openShopifyBench, SHOP, type ShopifyBench } from "#tests/support/shopify-bench.ts";

const LIMIT_MS = 4_000;

let bench: ShopifyBench;
let customerId: string;

beforeAll(async () => {
  bench = await openShopifyBench(LIMIT_MS);
  ({ customerId } = await bench.fake.control.createCustomer({ shop: SHOP, deliver: false }));
  // The first answers wait for the schema to be read.
  for (let tries = 0; tries < 20; tries += 1) {
    if ((await bench.platform.describeShop(SHOP)).kind === "data") return;
  }
  throw new Error("the fake does not answer in time");
});
afterAll(() => bench.close());
beforeEach(() => bench.fake.control.behave({}));

const item = (code: string, attempts: number): OutboxItem =>
  outboxItem(SHOP, fiveOff(code), { attempts, customerId });

it.each([
  ["before it was done", "timeout_before", 0],
  ["after it was done", "timeout_after", 1],
] as const)(
  "a request that times out %s is tried later, and the code is there once",
  async (_, kind, made) => {
    const code = `TIMES-${kind.toUpperCase().replace("_", "-")}`;
    const count = async () =>
      (await bench.fake.control.discounts({ shop: SHOP }))
        .flatMap(({ codes }) => codes)
        .filter((one) => one.code === code).length;
    await bench.fake.control.misbehave({ shop: SHOP, kind, on: "discountCodeBasicCreate" });
    expect(await bench.platform.deliver([item(code, 0)])).toMatchObject([
      { kind: "retry", reason: "no answer in time" },
    ]);
    expect(await count()).toBe(made);
    expect(await bench.platform.deliver([item(code, 1)])).toMatchObject([{ kind: "done" }]);
    expect(await count()).toBe(1);
  },
);
