import { afterAll, beforeAll, expect, it } from "vitest";
import type { OutboxItem } from "#app/platforms/platform.ts";
import type { AdminClient } from "#app/platforms/shopify/admin-client.ts";
import { CREATE_BASIC } from "#app/platforms/shopify/documents/discounts.ts";
import { createShopifyPlatform } from "#app/platforms/shopify/shopify-platform.ts";
import { fiveOff, outboxItem } from "#tests/support/five-off.ts";
import { openShopifyBench, SHOP, type ShopifyBench } from "#tests/support/shopify-bench.ts";

let bench: ShopifyBench;
beforeAll(async () => {
  bench = await openShopifyBench();
});
afterAll(() => bench.close());

const item = (code: string, rewardName: string): OutboxItem =>
  outboxItem(SHOP, fiveOff(code), { id: code, rewardName });

const additions = async (): Promise<number> =>
  (await bench.fake.control.calls({ shop: SHOP, field: "discountRedeemCodeBulkAdd" })).length;

it("no more codes are added at once than the 250 that Shopify takes", async () => {
  const codes = Array.from({ length: 300 }, (_, index) => `MANY-${String(index)}`);
  const outcomes = await bench.platform.deliver(codes.map((code) => item(code, "many")));
  expect(new Set(outcomes.map((outcome) => JSON.stringify(outcome))).size).toBe(1);
  expect(outcomes[0]).toMatchObject({ kind: "done" });
  // The first opened the discount; 299 were left.
  expect(await additions()).toBe(2);
  const [discount] = await bench.fake.control.discounts({ shop: SHOP });
  expect(discount?.codes.map(({ code }) => code)).toEqual(codes);
});

it("codes of two rewards, given together, are added to a discount each", async () => {
  await bench.fake.control.forgetCalls({});
  const items = ["one", "two", "one", "two"].map((reward, index) => item(`PAIR-${String(index)}`, reward));
  const outcomes = await bench.platform.deliver(items);
  const references = outcomes.map((outcome) => (outcome.kind === "done" ? outcome.reference : outcome.kind));
  expect(references).toEqual([references[0], references[1], references[0], references[1]]);
  expect(references[0]).not.toBe(references[1]);
  expect(await additions()).toBe(2);
});

it("codes of one reward that may stand beside other things are another discount's", async () => {
  const alone = { order: false, product: false, shipping: false };
  const wishes = [item("BESIDE-1", "club"), { ...item("BESIDE-2", "club"), combinesWith: alone }];
  const [first, second] = await bench.platform.deliver(wishes);
  expect([first, second]).toMatchObject([{ kind: "done" }, { kind: "done" }]);
  expect(first).not.toEqual(second);
});

/** The app's client of a Shopify that takes its time to create a discount, until it is let. */
function slowToCreate() {
  let asked = 0;
  let begin: () => void = () => undefined;
  const begun = new Promise<void>((resolve) => (begin = resolve));
  const client: AdminClient = {
    async ask(shopKey, document, variables) {
      if (document.text === CREATE_BASIC.text) {
        asked += 1;
        await begun;
      }
      return bench.client.ask(shopKey, document, variables);
    },
  };
  return { client, begin: () => begin(), asked: () => asked };
}

it("codes that are given while their discount is still being created share it", async () => {
  const shopify = slowToCreate();
  const platform = createShopifyPlatform({ client: shopify.client, now: Date.now });
  const issue = (code: string) => platform.deliver([item(code, "slow")]);
  const first = issue("SLOW-1");
  await expect.poll(shopify.asked).toBe(1);
  const later = [issue("SLOW-2"), issue("SLOW-3")];
  // Long enough for one that does not wait to find no discount and create another.
  await new Promise((resolve) => setTimeout(resolve, 500));
  shopify.begin();
  const outcomes = (await Promise.all([first, ...later])).flat();
  expect(new Set(outcomes.map((outcome) => JSON.stringify(outcome))).size).toBe(1);
  expect(outcomes[0]).toMatchObject({ kind: "done" });
});
