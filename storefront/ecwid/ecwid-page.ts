/** What of Ecwid's storefront API is used here: https://docs.ecwid.com, "Storefront JS API". */
export interface EcwidApi {
  readonly OnAPILoaded: Announcement<undefined>;
  readonly OnPageLoaded: Announcement<EcwidPageInfo>;
  readonly OnCartChanged: Announcement<EcwidCart>;
  readonly OnSetProfile: Announcement<EcwidCustomer | null>;
  readonly Customer: { get(tell: (customer: EcwidCustomer | null) => void): void };
  readonly Cart: { get(tell: (cart: EcwidCart) => void): void };
  getOwnerId(): number;
  getAppPublicConfig(clientId: string): string | null | undefined;
  getStorefrontLang?(): string | null | undefined;
}

interface Announcement<About> {
  add(hear: (about: About) => void): void;
}

/** `type`: CATEGORY, PRODUCT, CART, CHECKOUT_… */
export interface EcwidPageInfo {
  readonly type: string;
  readonly productId?: number;
  readonly categoryId?: number;
}

/** What the page says of whoever is logged in. Anybody can change it: it greets, and proves nothing. */
export interface EcwidCustomer {
  readonly id?: number;
  readonly email?: string;
}

export interface EcwidCart {
  readonly items?: readonly {
    readonly quantity: number;
    readonly product: { readonly id: number; readonly price: number };
  }[];
  readonly couponName?: string | null;
}

declare global {
  interface Window {
    Ecwid?: EcwidApi;
  }
}
