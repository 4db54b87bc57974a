import { z } from "zod";
import { assert } from "#app/domain/assert.ts";
import { CREATE_BASIC } from "#app/platforms/shopify/documents/discounts.ts";
import { Refusal } from "#simulator/shop/refusal.ts";
import { openShopifyBench, SHOP, type ShopifyBench } from "#tests/support/shopify-bench.ts";
import { platformBattery } from "./platform-battery.ts";
import type { Bench, Misfortune } from "./platform-bench.ts";

const memberState = z.object({ tier: z.string().nullable() });

platformBattery({
  name: "Shopify",
  can: {
    storeCredit: true,
    giftCards: true,
    sharedCodes: true,
    boundCodes: true,
    memberStates: true,
    renewedTokens: true,
  },
  open: async () => {
    const bench = await openShopifyBench();
    const { control } = bench.fake;
    const { customerId } = await control.createCustomer({
      shop: SHOP,
      email: "anna@example.com",
      // Some that look like ours and are the merchant's.
      tags: ["vip", "gold", "tier:gold", "my-regulars-tier:gold"],
      deliver: false,
    });
    const gone = await control.createCustomer({ shop: SHOP, email: "gone@example.com", deliver: false });
    await control.deleteCustomer({ shop: SHOP, customerId: gone.customerId, deliver: false });
    return shopifyBench(bench, customerId, gone.customerId);
  },
});

function shopifyBench(bench: ShopifyBench, customerId: string, goneCustomerId: string): Bench {
  const { fake, client, platform } = bench;
  const { control } = fake;
  return {
    platform,
    shopKey: SHOP,
    customerId,
    tagPrefix: "regulars-tier:",
    goneCustomerId,
    strangerShopKey: "stranger.myshopify.com",
    close: () => bench.close(),
    strike: (misfortune) => strike(fake, misfortune),
    calm: async () => {
      await control.behave({});
    },
    takeCode: async (code) => {
      const input = {
        title: "Summer sale",
        code,
        startsAt: "2026-01-01T00:00:00Z",
        context: { all: "ALL" },
        customerGets: { value: { percentage: 0.1 }, items: { all: true } },
      };
      const made = await client.ask(SHOP, CREATE_BASIC, { input });
      assert(made.kind === "data", "the merchant can make a discount");
    },
    countCodes: async (code) => {
      // Shopify deletes codes of a shared discount in its own time.
      await control.settle({});
      const discounts = await control.discounts({ shop: SHOP });
      return discounts.flatMap(({ codes }) => codes).filter((one) => one.code === code).length;
    },
    useCode: (code) => useCode(fake, customerId, code),
    readMember: async () => {
      const { metafields, tags } = await readCustomer(fake, customerId);
      const state = metafields["$app.member_state"];
      if (state === undefined) return null;
      const { tier } = memberState.parse(JSON.parse(state));
      return { points: Number(metafields["$app.points"]), tier, tags };
    },
    storeCredit: async () => {
      const { storeCredit } = await readCustomer(fake, customerId);
      return storeCredit.EUR ?? "0";
    },
    giftCards: async () => (await control.shopState({ shop: SHOP })).giftCards,
  };
}

async function useCode(
  { control }: ShopifyBench["fake"],
  customerId: string,
  code: string,
): Promise<string | null> {
  const cart = {
    shop: SHOP,
    customerId,
    lines: [{ title: "Coffee", price: "30.00" }],
    shipping: "4.90",
    deliver: false,
  };
  try {
    const { total } = await control.placeOrder({ ...cart, discountCodes: [code] });
    return (34.9 - Number(total)).toFixed(2);
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

async function readCustomer({ control }: ShopifyBench["fake"], customerId: string) {
  const customer = await control.customer({ shop: SHOP, customerId });
  assert(customer !== null, "the bench's customer is there");
  return customer;
}

async function strike({ control }: ShopifyBench["fake"], misfortune: Misfortune): Promise<void> {
  const shop = SHOP;
  switch (misfortune) {
    case "too_many_requests":
      await control.misbehave({ shop, kind: "http_429" });
      return;
    case "throttled":
      await control.misbehave({ shop, kind: "throttled" });
      return;
    case "server_error":
      await control.misbehave({ shop, kind: "http_503" });
      return;
    case "lost_before":
      await control.misbehave({ shop, kind: "hang_up_before" });
      return;
    case "lost_after":
      await control.misbehave({ shop, kind: "hang_up_after" });
      return;
    case "token_expired":
      await control.expireTokens({ shop });
      return;
    case "refresh_refused":
      await control.expireTokens({ shop, refreshToo: true });
      return;
    case "uninstalled_midway":
      await control.misbehave({ shop, kind: "uninstall" });
      return;
  }
}
