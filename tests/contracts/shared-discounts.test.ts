import { afterAll, beforeAll, expect, it } from "vitest";
import type { AdminClient } from "#app/platforms/shopify/admin-client.ts";
import { CREATE_BASIC } from "#app/platforms/shopify/documents/discounts.ts";
import { createSharedDiscounts } from "#app/platforms/shopify/shared-discount.ts";
import { openShopifyBench, SHOP, type ShopifyBench } from "#tests/support/shopify-bench.ts";

let bench: ShopifyBench;
beforeAll(async () => {
  bench = await openShopifyBench();
});
afterAll(() => bench.close());

/** A Shopify that begins to create a discount only when it is let. */
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

it("codes that are asked for while their discount is still being created share it", async () => {
  const shopify = slowToCreate();
  const add = createSharedDiscounts(shopify.client);
  const issue = (code: string) => {
    const effect = {
      type: "issue_discount",
      memberId: "m1",
      code,
      rewardId: "five-off",
      programVersion: 1,
      terms: { kind: "amountOff", valueMinor: 500 },
      minSubtotalMinor: null,
      scope: { products: [], collections: [] },
      startsAt: Date.now() - 1_000,
      expiresAt: null,
    } as const;
    const about = { id: "1", shopKey: SHOP, attempts: 0, customerId: null, memberState: null };
    return add({ ...about, currency: "EUR", rewardName: "5 € off", effect }, effect, null);
  };
  const first = issue("SHARE-1");
  await expect.poll(shopify.asked).toBe(1);
  const later = [issue("SHARE-2"), issue("SHARE-3")];
  // Long enough for one that does not wait to find no discount and create another.
  await new Promise((resolve) => setTimeout(resolve, 500));
  shopify.begin();
  const outcomes = await Promise.all([first, ...later]);
  const [discount, ...more] = await bench.fake.control.discounts({ shop: SHOP });
  expect(more).toEqual([]);
  expect(discount?.codes.map(({ code }) => code).sort()).toEqual(["SHARE-1", "SHARE-2", "SHARE-3"]);
  const done = { kind: "done", reference: discount?.discountId };
  expect(outcomes.map((outcome) => ({ ...outcome, reference: idOf(outcome) }))).toEqual([done, done, done]);
  expect(await bench.fake.control.calls({ shop: SHOP, field: "discountRedeemCodeBulkAdd" })).toHaveLength(1);
});

/** The number within "gid://shopify/DiscountCodeNode/7". */
function idOf(outcome: object): string | undefined {
  return "reference" in outcome ? String(outcome.reference).split("/").at(-1) : undefined;
}
