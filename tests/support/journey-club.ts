import { at, join, journey, line } from "./journey-story.ts";

/** One pass gives a point: the lot's cause shows its key. */
export const one = { steps: [{ give: { points: 1 } }] };
export const j = (trigger: object, more: object = {}) => journey("j", trigger, { ...one, ...more });

export const tiers = {
  graceDays: 30,
  levels: [
    { id: "bronze", from: "0" },
    { id: "silver", from: "100.00" },
    { id: "gold", from: "200.00" },
  ],
} as const;
export const rolling = { ...tiers, window: { kind: "rolling", months: 1 } } as const;
export const rewards = [
  { id: "ten", kind: "amountOff", value: "10.00", cost: 100 },
  { id: "five", kind: "amountOff", value: "5.00", cost: 50, validDays: 10 },
] as const;
export const vip = { memberships: [{ id: "vip", products: ["vip"], months: 1, graceDays: 3, benefits: {} }] };
export const hello = join(at("2026-01-05"));
export const friend = { id: "m9", email: "friend@example.com" };
export const refer = {
  at: at("2026-01-06"),
  type: "refer",
  advocate: "m1",
  friend: { ...friend, proven: true },
};
export const referral = {
  referral: { advocate: { points: 5 }, qualify: { minSubtotal: "30.00", maturityDays: 14 }, linkDays: 30 },
};
export const weekly = {
  challenges: [{ id: "c", every: "week", goal: { count: "units", atLeast: 3 }, give: { points: 1 } }],
} as const;
export const streak = {
  challenges: [
    {
      id: "s",
      kind: "streak",
      every: "week",
      length: 2,
      goal: { count: "purchases", atLeast: 1 },
      give: { points: 1 },
      repeat: true,
    },
  ],
} as const;
export const stamps = {
  challenges: [{ id: "t", kind: "stamps", per: 3, give: { points: 1 }, repeat: true }],
} as const;
export const cart = (when: string, more: object = {}) =>
  line("cart", when, { cart: { id: "c1", at: when, lines: [{}], subtotal: "40.00", ...more } });
export const look = (when: string, key: string, tags: readonly string[] = ["new"]) =>
  line("activity", when, { activity: "product_view", key, line: { product: "p1", tags } });
export const tier = (when: string, level: string) => line("tier", when, { level, reason: "test" });
export const expiring = { expiry: { kind: "perLot", months: 1 } } as const;
