import type { Shop } from "../../shop/records.ts";
import { gid } from "../world.ts";
import { wireTime, type Wire } from "./wire.ts";

/** The body of app/uninstalled and shop/update. */
export function shopBody(shop: Shop): Wire {
  const email = `hello@${shop.domain.replace(".myshopify.com", ".example")}`;
  const created = wireTime(shop.createdAt, shop.timezone);
  return {
    id: BigInt(shop.id),
    name: shop.name,
    email,
    domain: shop.domain,
    province: null,
    country: shop.country,
    address1: "Oderberger Straße 12",
    zip: "10435",
    city: "Berlin",
    source: null,
    phone: "",
    latitude: null,
    longitude: null,
    primary_locale: shop.locale,
    address2: null,
    created_at: created,
    updated_at: created,
    country_code: shop.country,
    country_name: shop.country,
    currency: shop.currency,
    customer_email: email,
    timezone: `(GMT+01:00) ${shop.timezone}`,
    iana_timezone: shop.timezone,
    shop_owner: "Mara Lindner",
    money_format: "{{amount}}",
    money_with_currency_format: `{{amount}} ${shop.currency}`,
    weight_unit: "kg",
    province_code: null,
    taxes_included: shop.taxesIncluded,
    auto_configure_tax_inclusivity: null,
    tax_shipping: null,
    county_taxes: null,
    plan_display_name: "Basic",
    plan_name: "basic",
    has_discounts: true,
    has_gift_cards: true,
    myshopify_domain: shop.domain,
    google_apps_domain: null,
    google_apps_login_enabled: null,
    money_in_emails_format: "{{amount}}",
    money_with_currency_in_emails_format: `{{amount}} ${shop.currency}`,
    eligible_for_payments: true,
    requires_extra_payments_agreement: false,
    password_enabled: false,
    has_storefront: true,
    finances: true,
    primary_location_id: 655441491,
    checkout_api_supported: true,
    multi_location_enabled: false,
    setup_required: false,
    pre_launch_enabled: false,
    enabled_presentment_currencies: [shop.currency],
    marketing_sms_consent_enabled_at_checkout: false,
    transactional_sms_disabled: false,
  };
}

export function scopesUpdatedBody(shop: Shop, previous: readonly string[], at: number): Wire {
  return {
    id: BigInt(shop.installationId),
    shop_id: gid("Shop", shop.id),
    previous,
    current: shop.scopes,
    updated_at: new Date(at).toISOString(),
  };
}
