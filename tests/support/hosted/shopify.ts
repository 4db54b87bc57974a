import { translateFrom } from "../../../extensions/common/testing/translate.ts";

export interface Hosting {
  readonly language: string;
  readonly german: "du" | "Sie";
  /** The surface's own locale file. */
  readonly sentences: unknown;
}

const later = (text: string) => () => Promise.resolve(text);
const nothing = (): void => undefined;

/** The global that Shopify gives its surfaces, as much of it as ours ask for. */
export function hostShopify({ language, german, sentences }: Hosting): void {
  const shopify = {
    i18n: { translate: translateFrom(sentences) },
    localization: { extensionLanguage: { value: { isoCode: language } } },
    settings: { value: { german_address: german } },
    sessionToken: { get: later("token") },
    auth: { idToken: later("token") },
    session: { getSessionToken: later("token") },
    data: { selected: [{ id: "gid://shopify/Customer/7001" }] },
    customer: { id: 7001 },
    cart: { addCartCodeDiscount: () => Promise.resolve() },
    navigation: { navigate: nothing },
    action: { presentModal: nothing },
    close: nothing,
  };
  Object.assign(globalThis, { shopify });
}
