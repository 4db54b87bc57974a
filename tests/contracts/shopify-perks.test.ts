import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { StandingPerk } from "#app/domain/program/standing-perks.ts";
import type { DeliverOutcome } from "#app/platforms/platform.ts";
import { problemsWith } from "#tests/support/discount-bench.ts";
import { openShopifyBench, SHOP, type ShopifyBench } from "#tests/support/shopify-bench.ts";
import { percent, perkBattery, ship } from "./perk-battery.ts";

const goldShip: StandingPerk = {
  ...ship,
  levelId: "gold",
  levelName: "Gold",
  title: "Gold: free shipping",
  minSubtotalMinor: null,
};

describe("perks that Shopify applies by itself", () => {
  let bench: ShopifyBench;
  let silver = "";
  let gold = "";
  let bronze = "";

  beforeAll(async () => {
    bench = await openShopifyBench();
    const person = async (name: string, tags: string[]): Promise<string> => {
      const made = { shop: SHOP, email: `${name}@example.com`, tags, deliver: false };
      return (await bench.fake.control.createCustomer(made)).customerId;
    };
    silver = await person("silver", ["Regulars-Tier:Silver", "vip"]);
    gold = await person("gold", ["regulars-tier:gold"]);
    bronze = await person("bronze", ["regulars-tier:bronze"]);
  });
  afterAll(() => bench.close());
  beforeEach(async () => {
    await bench.fake.control.behave({});
    await wish([]);
    await bench.fake.control.forgetCalls({});
  });

  const wish = (perks: readonly StandingPerk[], levelsOnce = ["silver", "gold"]): Promise<DeliverOutcome> =>
    bench.platform.bringAboutPerks(SHOP, { perks, levelsOnce, currency: "EUR" });

  /** What a cart of so many euros pays, with shipping of 4.90. */
  async function pays(customerId: string | null, price: string, codes: string[] = []): Promise<string> {
    const placed = await bench.fake.control.placeOrder({
      shop: SHOP,
      customerId,
      ...(customerId === null ? { email: "guest@example.com" } : {}),
      lines: [{ title: "Coffee", price }],
      discountCodes: codes,
      shipping: "4.90",
      deliver: false,
    });
    return placed.total;
  }

  const inShop = async () =>
    (await bench.fake.control.discounts({ shop: SHOP })).map(({ title }) => title).sort();
  const written = async () =>
    (await bench.fake.control.calls({ shop: SHOP }))
      .flatMap(({ fields }) => fields)
      .filter((field) => !["discountNodes", "segments"].includes(field));

  perkBattery(() => ({
    wish,
    pays: async (level, price) =>
      Math.round(100 * Number(await pays({ silver, gold, bronze }[level], price))),
    written: async () => {
      const fields = await written();
      await bench.fake.control.forgetCalls({});
      return fields;
    },
    allow: async (isAllowed) => {
      const discounts = isAllowed ? ["write_discounts"] : [];
      const scopes = ["write_customers", ...discounts, "read_orders"];
      await bench.fake.control.changeScopes({ shop: SHOP, scopes });
    },
  }));

  it("free shipping is not for a guest", async () => {
    await wish([ship]);
    expect(await pays(null, "29.90")).toBe("34.80");
  });

  it("a standing percentage and free shipping of one level go together", async () => {
    expect(await wish([percent, goldShip])).toMatchObject({ kind: "done" });
    expect(await pays(gold, "40.00")).toBe("37.00");
    expect(await pays(silver, "40.00")).toBe("44.90");
  });

  it("what is sent is valid in every version of the API", async () => {
    await wish([ship, percent]);
    const types = {
      basic: "DiscountAutomaticBasicInput",
      free_shipping: "DiscountAutomaticFreeShippingInput",
    };
    const sent = await bench.fake.control.discounts({ shop: SHOP });
    expect(sent).toHaveLength(2);
    for (const { kind, input } of sent) {
      expect(problemsWith(kind === "buy_x_get_y" ? "none" : types[kind], input)).toEqual([]);
    }
  });

  it.each(["segmentCreate", "discountAutomaticFreeShippingCreate"])(
    "an answer to %s that got lost makes nothing twice",
    async (on) => {
      await bench.fake.control.misbehave({ kind: "hang_up_after", on, times: 1 });
      expect(await wish([ship])).toMatchObject({ kind: "retry" });
      expect(await wish([ship])).toMatchObject({ kind: "done" });
      expect(await inShop()).toEqual([ship.title]);
      expect(await pays(silver, "29.90")).toBe("29.90");
    },
  );

  it.each<[string, Partial<StandingPerk>, string]>([
    ["another minimum", { minSubtotalMinor: 3000 }, "34.80"],
    ["no minimum any more", { minSubtotalMinor: null }, "29.90"],
    ["another name", { title: "Silber: kostenloser Versand" }, "29.90"],
    ["another kind", { terms: { kind: "percentOff", percent: "10" } }, "31.81"],
  ])("%s changes the one there is", async (_, more, expected) => {
    await wish([ship]);
    const changed = { ...ship, ...more };
    expect(await wish([changed])).toMatchObject({ kind: "done" });
    expect(await inShop()).toEqual([changed.title]);
    expect(await pays(silver, "29.90")).toBe(expected);
  });

  it("a perk that is taken out of the program ends, and its level's segment with it", async () => {
    await wish([ship, percent]);
    expect(await wish([percent])).toMatchObject({ kind: "done" });
    expect(await inShop()).toEqual([percent.title]);
    expect(await pays(silver, "29.90")).toBe("34.80");
    await wish([]);
    expect(await inShop()).toEqual([]);
    expect(await written()).toEqual(
      expect.arrayContaining(["discountAutomaticDelete", "segmentDelete", "segmentDelete"]),
    );
  });
});
