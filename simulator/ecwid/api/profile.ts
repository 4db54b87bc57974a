import { json } from "../../shop/web/http.ts";
import { decimalsOf } from "../../shop/money.ts";
import { dateText } from "../wire.ts";
import { FULFILMENT_STATUSES, PAYMENT_STATUSES, type Store } from "../records.ts";
import type { Endpoint } from "./endpoint.ts";
import { Question } from "./question.ts";

export const profileEndpoints: readonly Endpoint[] = [
  {
    name: "profile",
    method: "GET",
    path: "profile",
    scope: "read_store_profile",
    answer: ({ ask, store }) =>
      new Question(ask, []).trimmed({
        generalInfo: {
          storeId: Number(store.id),
          storeUrl: `http://${ask.host}/shop/${store.id}`,
          websitePlatform: "instantsite",
        },
        account: {
          accountName: store.name,
          accountEmail: "merchant@example.com",
          whiteLabel: false,
          suspended: store.suspended,
          availableFeatures: store.features,
        },
        settings: { closed: false, storeName: store.name, askConsentToTrackInStorefront: false },
        formatsAndUnits: {
          currency: store.currency,
          currencyPrecision: decimalsOf(store.currency),
          timezone: store.timezone,
        },
        languages: { enabledLanguages: [store.language], defaultLanguage: store.language },
        taxSettings: { pricesIncludeTax: store.taxesIncluded },
      }),
  },
  {
    name: "orderStatuses",
    method: "GET",
    path: "profile/order_statuses",
    scope: "read_store_profile",
    answer: ({ store }) =>
      json(200, {
        items: [
          ...PAYMENT_STATUSES.map((status) => statusView(store, status, "PAYMENT_STATUS")),
          ...FULFILMENT_STATUSES.map((status) => statusView(store, status, "FULFILLMENT_STATUS")),
        ],
      }),
  },
  {
    name: "token",
    method: "GET",
    path: "application/token",
    scope: null,
    answer: ({ token }) => json(200, { permissions: token.scopes, created: dateText(token.createdAt) }),
  },
  {
    name: "application",
    method: "GET",
    path: "application",
    scope: null,
    answer: () => json(200, { subscriptionStatus: "ACTIVE" }),
  },
];

/** A custom status is in use once the merchant has named it, and only custom ones have a name. */
function statusView(store: Store, status: string, type: string) {
  const name = store.statusNames[status];
  const isCustom = status.startsWith("CUSTOM_");
  return {
    statusId: status,
    orderStatusType: type,
    ...(isCustom ? {} : { defaultStatus: true }),
    enabled: !isCustom || name !== undefined,
    sendNotificationWhenStatusIsAssigned: true,
    ...(name === undefined ? {} : { name, nameTranslated: { [store.language]: name } }),
  };
}
