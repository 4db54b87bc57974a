import { offsetMinutes } from "../../bodies/wire.ts";
import { gid } from "../../world.ts";
import { time, type ApiContext, type Args, type View } from "../api-context.ts";
import { connection, sortedBy } from "../connection.ts";
import { metafieldsOf } from "./metafield-view.ts";

export function shopView(context: ApiContext): View {
  const { shop } = context;
  const id = gid("Shop", shop.id);
  const offset = offsetMinutes(context.world.now(), shop.timezone);
  const domain = {
    id: gid("Domain", shop.id),
    host: shop.domain,
    url: `https://${shop.domain}`,
    sslEnabled: true,
    localization: { defaultLocale: shop.locale, alternateLocales: [], country: null },
  };
  return {
    __typename: "Shop",
    id,
    name: shop.name,
    email: `hello@${shop.domain.replace(".myshopify.com", ".example")}`,
    contactEmail: `hello@${shop.domain.replace(".myshopify.com", ".example")}`,
    shopOwnerName: "Mara Lindner",
    myshopifyDomain: shop.domain,
    primaryDomain: domain,
    domains: [domain],
    url: `https://${shop.domain}`,
    currencyCode: shop.currency,
    enabledPresentmentCurrencies: [shop.currency],
    currencyFormats: {
      moneyFormat: "{{amount}}",
      moneyWithCurrencyFormat: `{{amount}} ${shop.currency}`,
      moneyInEmailsFormat: "{{amount}}",
      moneyWithCurrencyInEmailsFormat: `{{amount}} ${shop.currency}`,
    },
    ianaTimezone: shop.timezone,
    timezoneAbbreviation: shop.timezone,
    timezoneOffset: `${offset < 0 ? "-" : "+"}${String(Math.abs(offset) / 60).padStart(2, "0")}00`,
    timezoneOffsetMinutes: offset,
    taxesIncluded: shop.taxesIncluded,
    taxShipping: true,
    setupRequired: false,
    unitSystem: "METRIC_SYSTEM",
    weightUnit: "KILOGRAMS",
    createdAt: time(shop.createdAt),
    updatedAt: time(shop.createdAt),
    plan: { publicDisplayName: "Basic", displayName: "Basic", partnerDevelopment: false, shopifyPlus: false },
    billingAddress: { countryCodeV2: shop.country, city: "Berlin", zip: "10435", country: shop.country },
    ...metafieldsOf(context, id),
  };
}

/** Shopify names leave to read beside the leave to write that includes it. */
function withImplied(scopes: readonly string[]): string[] {
  return [...new Set(scopes.flatMap((one) => [one, one.replace(/^write_/u, "read_")]))];
}

export function appInstallationView(context: ApiContext): View {
  const { shop, world } = context;
  const id = gid("AppInstallation", shop.installationId);
  const scope = (handle: string): View => ({ handle, description: handle.replaceAll("_", " ") });
  return {
    __typename: "AppInstallation",
    id,
    accessScopes: withImplied(shop.scopes).map(scope),
    activeSubscriptions: [],
    launchUrl: `https://admin.shopify.com/store/${shop.domain.replace(".myshopify.com", "")}/apps/${world.settings.appHandle}`,
    uninstallUrl: null,
    app: {
      id: gid("App", world.settings.appId),
      apiKey: world.settings.apiKey,
      handle: world.settings.appHandle,
      title: world.settings.appName,
      availableAccessScopes: world.settings.config.scopes.map(scope),
    },
    ...metafieldsOf(context, id),
  };
}

export function subscriptionsConnection(context: ApiContext, args: Args): View {
  const topics = args["topics"];
  const wanted = (topic: string): boolean => !Array.isArray(topics) || topics.includes(topicName(topic));
  const own = Object.values(context.shop.subscriptions).filter((one) => wanted(one.topic));
  return connection(
    context,
    sortedBy(own, () => 0),
    args,
    (one) => ({
      __typename: "WebhookSubscription",
      id: gid("WebhookSubscription", one.id),
      legacyResourceId: one.id,
      topic: topicName(one.topic),
      uri: one.uri,
      callbackUrl: one.uri,
      includeFields: one.includeFields,
      format: "JSON",
      filter: null,
      name: null,
      metafieldNamespaces: [],
      createdAt: time(one.createdAt),
      updatedAt: time(one.createdAt),
    }),
  );
}

/** "orders/paid" ↔ ORDERS_PAID. */
function topicName(topic: string): string {
  return topic.toUpperCase().replaceAll(/[/.]/g, "_");
}
