import type { ControlInput, ControlName } from "./control-commands.ts";

export interface OrderAnswer {
  readonly orderId: string;
  readonly name: string;
  readonly total: string;
  readonly lineIds: readonly string[];
}

export interface RefundAnswer {
  readonly refundId: string;
  readonly amount: string;
}

export interface TokenAnswer {
  readonly access_token: string;
  readonly scope: string;
  readonly expires_in?: number;
  readonly refresh_token?: string;
  readonly refresh_token_expires_in?: number;
}

/** One webhook as the fake sent it, with every attempt's answer. */
export interface DeliveryAnswer {
  readonly webhookId: string;
  readonly eventId: string;
  readonly shop: string;
  readonly topic: string;
  readonly triggeredAt: number;
  readonly state: "waiting" | "delivered" | "given_up" | "lost";
  /** HTTP status per attempt; 0 = no answer. */
  readonly attempts: readonly number[];
  readonly body: string;
}

/** One call of the app's, seen from the API's side. */
export interface CallAnswer {
  readonly shop: string;
  readonly path: string;
  /** Root fields of the document, e.g. ["metafieldsSet"]; ["token"] at the token endpoint. */
  readonly fields: readonly string[];
  readonly status: number;
  readonly at: number;
  readonly variables: unknown;
}

export interface CustomerAnswer {
  readonly customerId: string;
  readonly email: string | null;
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly tags: readonly string[];
  /** "namespace.key" → value as written; the app's own namespace is "$app". */
  readonly metafields: Readonly<Record<string, string>>;
  readonly storeCredit: Readonly<Record<string, string>>;
  readonly orderIds: readonly string[];
}

export interface DiscountAnswer {
  readonly discountId: string;
  readonly title: string;
  readonly kind: "basic" | "free_shipping" | "buy_x_get_y";
  readonly active: boolean;
  readonly codes: readonly { readonly code: string; readonly used: number }[];
  /** The mutation's input as the app sent it. */
  readonly input: unknown;
}

export interface OrderDetailAnswer extends OrderAnswer {
  readonly customerId: string | null;
  readonly cancelledAt: number | null;
  readonly financialStatus: string;
  readonly discountCodes: readonly string[];
  readonly refundIds: readonly string[];
  readonly lines: readonly {
    readonly lineId: string;
    readonly title: string;
    readonly quantity: number;
    readonly refundable: number;
    readonly price: string;
  }[];
  /** The body an orders/updated delivery would carry now. */
  readonly body: string;
}

export interface ShopAnswer {
  readonly domain: string;
  readonly shopId: string;
  readonly installed: boolean;
  readonly scopes: readonly string[];
  readonly customers: number;
  readonly orders: number;
  readonly products: readonly {
    readonly productId: string;
    readonly variantIds: readonly string[];
    readonly title: string;
    readonly price: string;
  }[];
  readonly giftCards: readonly {
    readonly code: string;
    readonly balance: string;
    readonly customerId: string | null;
  }[];
}

type Nothing = { readonly ok: true };

export interface ControlAnswers {
  createShop: { readonly domain: string; readonly shopId: string };
  createProduct: { readonly productId: string; readonly variantIds: readonly string[] };
  changeProduct: Nothing;
  deleteProduct: Nothing;
  createCustomer: { readonly customerId: string };
  updateCustomer: Nothing;
  setMarketing: Nothing;
  deleteCustomer: Nothing;
  mergeCustomers: Nothing;
  placeOrder: OrderAnswer;
  payOrder: Nothing;
  fulfilOrder: Nothing;
  cancelOrder: Nothing;
  editOrder: OrderAnswer;
  deleteOrder: Nothing;
  deleteDiscount: Nothing;
  deactivateDiscount: Nothing;
  removeCode: Nothing;
  refundOrder: RefundAnswer;
  uninstallApp: Nothing;
  installApp: Nothing;
  changeScopes: Nothing;
  requestCustomerData: Nothing;
  redactCustomer: Nothing;
  redactShop: Nothing;
  sessionToken: { readonly token: string };
  issueToken: TokenAnswer;
  expireTokens: Nothing;
  signProxyQuery: { readonly query: string };
  misbehave: Nothing;
  misbehaveWebhooks: Nothing;
  behave: Nothing;
  postWebhook: { readonly status: number; readonly webhookId: string; readonly ms: number };
  resendDelivery: { readonly status: number };
  settle: { readonly settled: boolean; readonly waiting: number };
  deliveries: readonly DeliveryAnswer[];
  calls: readonly CallAnswer[];
  forgetCalls: Nothing;
  shopState: ShopAnswer;
  customer: CustomerAnswer | null;
  order: OrderDetailAnswer | null;
  discounts: readonly DiscountAnswer[];
  flowTriggers: readonly { readonly handle: string; readonly payload: unknown }[];
  setAppUrl: Nothing;
  advanceClock: { readonly now: number };
  setPlan: Nothing;
}

/** The same in process (`fake.control`) and over HTTP (`connectControl(url)`). */
export type Control = {
  readonly [N in ControlName]: (input: ControlInput<N>) => Promise<ControlAnswers[N]>;
};
