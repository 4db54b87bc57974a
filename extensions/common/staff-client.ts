import type { Asked } from "../../storefront/panel/ask-app.ts";
import type { StorefrontAnswer } from "../../storefront/state.ts";
import type { AskApp } from "./ask-app.ts";
import type { Opened } from "./shopper-client.ts";

/** Points given or taken by hand. `sparesDebt`: given to be spent, what is owed stays owed. */
export interface Adjustment {
  readonly points: number;
  readonly reason: string;
  readonly sparesDebt: boolean;
}

/** What staff may ask about one customer. `key` names the click: asking again never posts twice. */
export interface StaffClient {
  readonly open: () => Promise<Asked<Opened>>;
  readonly adjust: (adjustment: Adjustment, key: string) => Promise<Asked<StorefrontAnswer>>;
  readonly claim: (rewardId: string, points: number | null, key: string) => Promise<Asked<StorefrontAnswer>>;
}

/** `customer` is Shopify's id: a number, or a GID ending in one. */
export function makeStaffClient(
  { read, change }: AskApp,
  surface: "admin" | "pos",
  customer: string,
): StaffClient {
  return {
    open: () => read(`/api/${surface}/member?customer=${encodeURIComponent(customer)}`),
    adjust: ({ points, reason, sparesDebt }, key) =>
      change("/api/admin/adjust", { customer, points, reason, sparesDebt, key }),
    claim: (rewardId, points, key) => change("/api/pos/claim", { customer, rewardId, points, key }),
  };
}
