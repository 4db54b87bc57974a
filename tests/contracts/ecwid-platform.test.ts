import { z } from "zod";
import { Refusal } from "#simulator/shop/refusal.ts";
import type { FakeEcwid } from "#simulator/ecwid/start-fake-ecwid.ts";
import { type EcwidBench, openEcwidBench, STORE } from "#tests/support/ecwid-bench.ts";
import { platformBattery } from "./platform-battery.ts";
import type { Bench, Misfortune } from "./platform-bench.ts";

platformBattery({
  name: "Ecwid",
  can: {
    storeCredit: false,
    giftCards: false,
    sharedCodes: false,
    boundCodes: false,
    memberStates: false,
    renewedTokens: false,
  },
  open: async () => {
    const bench = await openEcwidBench();
    const { customerId } = await bench.fake.control.createCustomer({
      store: STORE,
      email: "anna@example.com",
      deliver: false,
    });
    return ecwidBench(bench, customerId);
  },
});

const anything = z.unknown();

function ecwidBench(bench: EcwidBench, customerId: string): Bench {
  const { fake, platform } = bench;
  const { control } = fake;
  return {
    platform,
    shopKey: STORE,
    customerId,
    tagPrefix: "",
    goneCustomerId: "999999999",
    strangerShopKey: "4711",
    close: () => bench.close(),
    strike: (misfortune) => strike(fake, misfortune),
    calm: async () => {
      await control.behave({});
      bench.waitOut();
    },
    takeCode: async (code) => {
      await bench.client.ask(STORE, {
        method: "POST",
        path: "discount_coupons",
        body: { kind: "json", value: { name: "Summer", code, discountType: "PERCENT", discount: 10 } },
        answer: anything,
      });
    },
    countCodes: async (code) => {
      const coupons = await control.coupons({ store: STORE });
      return coupons.filter((one) => one.code === code).length;
    },
    useCode: (code) => useCode(fake, customerId, code),
    readMember: () => Promise.resolve(null),
    storeCredit: () => Promise.resolve(null),
    giftCards: () => Promise.resolve([]),
  };
}

async function useCode({ control }: FakeEcwid, customerId: string, code: string): Promise<string | null> {
  const cart = {
    store: STORE,
    customerId,
    lines: [{ title: "Coffee", price: "30.00" }],
    shipping: "4.90",
    deliver: false,
  };
  try {
    const { couponDiscount } = await control.placeOrder({ ...cart, coupon: code });
    return Number(couponDiscount).toFixed(2);
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

async function strike({ control }: FakeEcwid, misfortune: Misfortune): Promise<void> {
  const write = { store: STORE, on: "write" };
  switch (misfortune) {
    case "too_many_requests":
      await control.misbehave({ ...write, kind: "http_429" });
      return;
    case "throttled":
      await control.misbehave({ store: STORE, kind: "http_429", retryAfter: "1" });
      return;
    case "server_error":
      await control.misbehave({ ...write, kind: "http_503" });
      return;
    case "lost_before":
      await control.misbehave({ ...write, kind: "hang_up_before" });
      return;
    case "lost_after":
      await control.misbehave({ ...write, kind: "hang_up_after" });
      return;
    // A token of Ecwid's never ends by itself: there is nothing to renew.
    case "token_expired":
    case "refresh_refused":
      await control.revokeTokens({ store: STORE });
      return;
    case "uninstalled_midway":
      await control.uninstallApp({ store: STORE, deliver: false });
      return;
  }
}
