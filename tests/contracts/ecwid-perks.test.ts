import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { FIRST_CHOICES } from "#app/domain/shops/merchant-choices.ts";
import type { StandingPerk } from "#app/domain/program/standing-perks.ts";
import type { MemberState } from "#app/platforms/platform.ts";
import { type EcwidBench, openEcwidBench, STORE } from "#tests/support/ecwid-bench.ts";

const ship: StandingPerk = {
  levelId: "silver",
  levelName: "Silver",
  perkId: "ship",
  title: "Silver: free shipping on orders over €20",
  terms: { kind: "freeShipping" },
  minSubtotalMinor: 2000,
};
const off: StandingPerk = {
  levelId: "gold",
  levelName: "Gold",
  perkId: "off",
  title: "Gold: 7.5% off",
  terms: { kind: "percentOff", percent: "7.5" },
  minSubtotalMinor: null,
};

describe("perks that an Ecwid shop applies by itself", () => {
  let bench: EcwidBench;
  const customers: Record<string, string> = {};

  beforeAll(async () => {
    bench = await openEcwidBench([{ store: STORE, name: "Bench", currency: "EUR" }]);
    for (const name of ["silver", "gold", "bronze"]) {
      const made = { store: STORE, email: `${name}@example.com`, deliver: false };
      customers[name] = (await bench.fake.control.createCustomer(made)).customerId;
    }
  });
  afterAll(() => bench.close());
  beforeEach(async () => {
    await bench.fake.control.behave({});
    await wish([]);
  });

  const wish = (perks: readonly StandingPerk[]) =>
    bench.platform.bringAboutPerks(STORE, { perks, levelsOnce: ["silver", "gold"], currency: "EUR" });

  const lift = async (name: string, tierName: string) => {
    const memberState: MemberState = {
      customerId: String(customers[name]),
      available: 0,
      pending: 0,
      tierId: name,
      tierName,
      nextTierId: null,
      nextTierName: null,
      progressPercent: 100,
      missing: null,
      tierUntil: null,
      tierTag: "write",
    };
    const item = {
      id: "1",
      shopKey: STORE,
      attempts: 0,
      effect: { type: "publish_member_state", memberId: "1" } as const,
      customerId: memberState.customerId,
      memberState,
      currency: "EUR",
      rewardName: null,
      combinesWith: FIRST_CHOICES.combinesWith,
    };
    expect(await bench.platform.deliver([item])).toMatchObject([{ kind: "done" }]);
  };

  /** What a cart of so many euros pays, with shipping of 4.90. */
  async function pays(name: string, price: string): Promise<string> {
    const placed = await bench.fake.control.placeOrder({
      store: STORE,
      customerId: String(customers[name]),
      lines: [{ title: "Coffee", price }],
      shipping: "4.90",
      deliver: false,
    });
    return placed.total;
  }

  it("are for members of their level, from their least sum, and for nobody else", async () => {
    expect(await wish([ship, off])).toMatchObject({ kind: "done" });
    await lift("silver", "Silver");
    await lift("gold", "Gold");
    expect(await pays("silver", "20.00")).toBe("20");
    expect(await pays("silver", "19.00")).toBe("23.9");
    expect(await pays("gold", "100.00")).toBe("97.4");
    expect(await pays("bronze", "100.00")).toBe("104.9");
  });

  it("are made once, follow what the program says, and end with it", async () => {
    await wish([ship]);
    await bench.fake.control.forgetCalls({});
    await wish([ship]);
    const writes = async () =>
      (await bench.fake.control.calls({})).flatMap(({ fields }) =>
        fields.filter((field) => /^(create|update|delete)Promotion$/u.test(field)),
      );
    expect(await writes()).toEqual([]);
    await wish([{ ...ship, minSubtotalMinor: null }]);
    expect(await writes()).toEqual(["updatePromotion"]);
    await lift("silver", "Silver");
    expect(await pays("silver", "5.00")).toBe("5");
    await wish([]);
    expect(await pays("silver", "5.00")).toBe("9.9");
  });

  it("wait where the merchant has not allowed promotions", async () => {
    bench.tokens.set(
      STORE,
      (await bench.fake.control.issueToken({ store: STORE, scopes: ["read_store_profile"] })).token,
    );
    expect(await wish([ship])).toMatchObject({ kind: "refused", lacksPermission: true });
    bench.tokens.set(STORE, (await bench.fake.control.issueToken({ store: STORE })).token);
  });
});
