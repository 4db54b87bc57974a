import { afterAll, beforeAll, beforeEach, describe, expect } from "vitest";
import { FIRST_CHOICES } from "#app/domain/shops/merchant-choices.ts";
import type { StandingPerk } from "#app/domain/program/standing-perks.ts";
import type { MemberState } from "#app/platforms/platform.ts";
import { type EcwidBench, openEcwidBench, STORE } from "#tests/support/ecwid-bench.ts";
import { perkBattery } from "./perk-battery.ts";

describe("perks that an Ecwid shop applies by itself", () => {
  let bench: EcwidBench;
  const customers: Record<string, string> = {};

  beforeAll(async () => {
    bench = await openEcwidBench([{ store: STORE, name: "Bench", currency: "EUR" }]);
    for (const name of ["silver", "gold", "bronze"]) {
      const made = { store: STORE, email: `${name}@example.com`, deliver: false };
      customers[name] = (await bench.fake.control.createCustomer(made)).customerId;
    }
    await lift("silver", "Silver");
    await lift("gold", "Gold");
  });
  afterAll(() => bench.close());
  beforeEach(async () => {
    await bench.fake.control.behave({});
    await wish([]);
    await bench.fake.control.forgetCalls({});
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

  const pays = async (name: string, price: string) => {
    const placed = await bench.fake.control.placeOrder({
      store: STORE,
      customerId: String(customers[name]),
      lines: [{ title: "Coffee", price }],
      shipping: "4.90",
      deliver: false,
    });
    return Math.round(100 * Number(placed.total));
  };

  const written = async () => {
    const calls = await bench.fake.control.calls({});
    await bench.fake.control.forgetCalls({});
    return calls.flatMap(({ fields }) =>
      fields.filter((field) => /^(create|update|delete)Promotion$/u.test(field)),
    );
  };

  const allow = async (isAllowed: boolean) => {
    const { token } = await bench.fake.control.issueToken(
      isAllowed ? { store: STORE } : { store: STORE, scopes: ["read_store_profile"] },
    );
    bench.tokens.set(STORE, token);
  };

  perkBattery(() => ({ wish, pays, written, allow }));
});
