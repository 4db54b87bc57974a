import type { insightTexts } from "../i18n/customers/insight-texts.ts";

/** What became of points in a time. */
export interface ShownPoints {
  readonly opening: number;
  readonly earned: number;
  readonly takenBack: number;
  readonly spent: number;
  readonly returned: number;
  readonly expired: number;
  readonly adjusted: number;
  readonly closing: number;
}

/** What happened in a time, as pages are given it. */
export interface ShownWindow {
  readonly from: string;
  readonly until: string;
  readonly revenueMinor: number;
  readonly orders: number;
  readonly customers: number;
  readonly averageOrderMinor: number | null;
  readonly ordersPerCustomer: number | null;
  readonly repeatRate: number | null;
  readonly churnRate: number | null;
  readonly activeRate: number | null;
  readonly topDecileShare: number | null;
  readonly lorenz: readonly number[] | null;
  readonly gini: number | null;
  readonly membersShare: { readonly revenue: number | null; readonly customers: number | null };
  readonly unnamed: { readonly orders: number };
  readonly points: ShownPoints | null;
  readonly redemptionRate: number | null;
  readonly rewards: ShownRewards | null;
}

/** What rewards took off orders. */
export interface ShownRewards {
  readonly orders: number;
  readonly costMinor: number;
  readonly unclearOrders: number;
}

export type FigureKind = "money" | "count" | "share" | "number";

interface FigureLine {
  readonly name: keyof (typeof insightTexts)["en"]["names"];
  readonly kind: FigureKind;
  readonly isMain: boolean;
  readonly of: (window: ShownWindow) => number | null;
}

/** Every figure in the order in which it is read. */
export const figureLines: readonly FigureLine[] = [
  { name: "revenue", kind: "money", isMain: true, of: ({ revenueMinor }) => revenueMinor },
  { name: "orders", kind: "count", isMain: true, of: ({ orders }) => orders },
  { name: "customers", kind: "count", isMain: true, of: ({ customers }) => customers },
  { name: "average", kind: "money", isMain: true, of: ({ averageOrderMinor }) => averageOrderMinor },
  { name: "perCustomer", kind: "number", isMain: false, of: ({ ordersPerCustomer }) => ordersPerCustomer },
  { name: "repeat", kind: "share", isMain: true, of: ({ repeatRate }) => repeatRate },
  { name: "churn", kind: "share", isMain: true, of: ({ churnRate }) => churnRate },
  { name: "active", kind: "share", isMain: true, of: ({ activeRate }) => activeRate },
  { name: "top", kind: "share", isMain: false, of: ({ topDecileShare }) => topDecileShare },
  { name: "membersRevenue", kind: "share", isMain: true, of: ({ membersShare }) => membersShare.revenue },
  {
    name: "membersCustomers",
    kind: "share",
    isMain: false,
    of: ({ membersShare }) => membersShare.customers,
  },
  { name: "rewardOrders", kind: "count", isMain: false, of: ({ rewards }) => rewards?.orders ?? null },
  { name: "rewardCost", kind: "money", isMain: false, of: ({ rewards }) => rewards?.costMinor ?? null },
  { name: "rewardShare", kind: "share", isMain: false, of: rewardShare },
  { name: "unnamed", kind: "count", isMain: false, of: ({ unnamed }) => unnamed.orders },
];

/** What rewards took ÷ what was brought in. */
export function rewardShare({ rewards, revenueMinor }: Pick<ShownWindow, "rewards" | "revenueMinor">) {
  return rewards === null || revenueMinor === 0 ? null : rewards.costMinor / revenueMinor;
}
