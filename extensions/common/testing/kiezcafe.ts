import type { StorefrontMember, StorefrontReward, StorefrontState } from "../../../storefront/state.ts";

const NOW = Date.UTC(2026, 4, 12, 10);
const day = (month: number, date: number): number => Date.UTC(2026, month - 1, date, 10);

const plain = {
  name: null,
  percent: null,
  variable: null,
  minSubtotalMinor: null,
  someProducts: false,
  validDays: 90,
  tiers: [],
} as const;

export const fiveOff: StorefrontReward = {
  ...plain,
  id: "five",
  kind: "amountOff",
  valueMinor: 500,
  cost: 300,
  minSubtotalMinor: 2000,
  claim: { ok: true },
};

export const asYouChoose: StorefrontReward = {
  ...plain,
  id: "chosen",
  name: "Rabatt nach Wahl",
  kind: "amountOff",
  valueMinor: null,
  cost: null,
  variable: { points: 100, valueMinor: 100, step: 100, min: 100, max: 300 },
  claim: { ok: true },
};

const tasting: StorefrontReward = {
  ...plain,
  id: "tasting",
  name: "Verkostung",
  kind: "experience",
  valueMinor: null,
  cost: 400,
  claim: { ok: false, reason: "points", missing: 80 },
};

const forGold: StorefrontReward = {
  ...plain,
  id: "gold-only",
  name: "Röstkurs",
  kind: "experience",
  valueMinor: null,
  cost: 100,
  tiers: ["Gold"],
  claim: { ok: false, reason: "tier" },
};

export const anna: StorefrontMember = {
  kind: "member",
  firstName: "Anna",
  available: 320,
  pending: 120,
  debt: 0,
  worthMinor: 320,
  maturing: { points: 120, at: day(5, 20) },
  expiring: { points: 40, at: day(7, 1) },
  tier: {
    levelId: "silver",
    name: "Silber",
    until: Date.UTC(2026, 11, 31, 23),
    graceUntil: null,
    keepMissing: null,
    metric: 25_400,
    percent: 54,
    next: { levelId: "gold", missing: 4_600 },
  },
  nextStep: { kind: "claim", rewardId: "five" },
  codes: [
    {
      code: "KC-OPEN",
      rewardId: "five",
      name: null,
      kind: "amountOff",
      valueMinor: 500,
      percent: null,
      minSubtotalMinor: 2000,
      points: 300,
      state: "open",
      expiresAt: day(8, 10),
    },
    {
      code: "KC-USED",
      rewardId: "five",
      name: null,
      kind: "amountOff",
      valueMinor: 500,
      percent: null,
      minSubtotalMinor: 2000,
      points: 300,
      state: "used",
      expiresAt: null,
    },
  ],
  history: {
    entries: [
      {
        key: "order:1042:award:1",
        at: day(5, 6),
        kind: "order_earned",
        points: 58,
        subject: "#1042",
        reward: null,
        reason: null,
        units: 3,
        pendingUntil: day(5, 20),
        expiresAt: null,
      },
    ],
    before: "41",
  },
};

/** What the app tells Anna of Kiezcafé, a coffee roaster in Berlin, on 12 May 2026. */
export const annasState: StorefrontState = {
  at: NOW,
  currency: "EUR",
  currencyDigits: 2,
  timezone: "Europe/Berlin",
  referral: null,
  program: {
    name: "Kiezbohnen",
    pointsName: { one: "Bohne", other: "Bohnen" },
    worth: { points: 100, valueMinor: 100 },
    tiers: {
      metric: "spend",
      window: "rolling",
      windowMonths: 12,
      graceDays: 30,
      levels: [
        { id: "bronze", name: "Bronze", from: 0, multiplier: "1", entryPoints: 0, perks: [] },
        { id: "silver", name: "Silber", from: 20_000, multiplier: "1.25", entryPoints: 100, perks: [] },
        {
          id: "gold",
          name: "Gold",
          from: 30_000,
          multiplier: "1.5",
          entryPoints: 0,
          perks: ["Kostenloser Versand"],
        },
      ],
    },
    rewards: [tasting, forGold, fiveOff, asYouChoose],
    ways: [
      {
        id: "spend",
        kind: "spend",
        activity: null,
        points: 1,
        perMinor: 100,
        bonus: false,
        firstOrder: false,
        minSubtotalMinor: null,
        someProducts: false,
        limit: null,
        until: null,
        done: false,
      },
    ],
    terms: {
      maturity: { kind: "afterPaid", days: 14 },
      expiry: { kind: "perLot", months: 12, day: null },
      spentPoints: "proportional",
    },
  },
  viewer: anna,
};

/** The same shop, seen by somebody who is signed in and not in the program. */
export const strangersState: StorefrontState = {
  ...annasState,
  viewer: { kind: "stranger", firstName: "Jo" },
};

/** Anna after she had `points` taken or given: what the app answers a change with. */
export function annasStateWith(member: Partial<StorefrontMember>): StorefrontState {
  return { ...annasState, viewer: { ...anna, ...member } };
}
