import type { Asked } from "../../storefront/panel/ask-app.ts";
import type {
  StorefrontAnswer,
  StorefrontCodes,
  StorefrontRefusal,
  StorefrontState,
} from "../../storefront/state.ts";
import type { StorefrontExplanation, StorefrontHistory } from "../../storefront/state-history.ts";
import type { AskApp } from "./ask-app.ts";
import type { SpokenByShop } from "./shopper-words.ts";

export type Refused = { readonly ok: false; readonly refusal: StorefrontRefusal };

/**
 * `shop` is the shop's permanent domain, where a code is put into the cart; `formal`: the shop speaks to
 * German shoppers with Sie; `languages`: those it offers, and the one for everybody else.
 */
export type Opened =
  ({ readonly ok: true; readonly shop: string; readonly state: StorefrontState } & SpokenByShop) | Refused;

/** What the signed-in customer may ask: about themselves and nobody else. */
export interface ShopperClient {
  readonly open: () => Promise<Asked<Opened>>;
  readonly history: (before: string) => Promise<Asked<StorefrontHistory | Refused>>;
  /** Codes that are over, before those of the state. */
  readonly codes: (before: string) => Promise<Asked<StorefrontCodes | Refused>>;
  readonly explain: (key: string) => Promise<Asked<StorefrontExplanation | Refused>>;
  /** `key` names the click, so that asking again never takes points twice. */
  readonly claim: (rewardId: string, points: number | null, key: string) => Promise<Asked<StorefrontAnswer>>;
  readonly cancelCode: (code: string) => Promise<Asked<StorefrontAnswer>>;
  readonly join: () => Promise<Asked<StorefrontAnswer>>;
}

export function makeShopperClient({ read, change }: AskApp): ShopperClient {
  return {
    open: () => read("/api/customer/state"),
    history: (before) => read(`/api/customer/history?before=${encodeURIComponent(before)}`),
    codes: (before) => read(`/api/customer/codes?before=${encodeURIComponent(before)}`),
    explain: (key) => read(`/api/customer/explanation?key=${encodeURIComponent(key)}`),
    claim: (rewardId, points, key) => change("/api/customer/claim", { rewardId, points, key }),
    cancelCode: (code) => change("/api/customer/cancel-code", { code }),
    join: () => change("/api/customer/join", {}),
  };
}
