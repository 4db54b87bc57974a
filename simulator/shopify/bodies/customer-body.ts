import type { Customer, Marketing, Shop } from "../../shop/records.ts";
import { gid } from "../world.ts";
import { wireTime, type Wire } from "./wire.ts";

const CITY = { DE: ["Berlin", "10437", "Germany"], US: ["Portland", "97205", "United States"] } as const;

function address(shop: Shop, customer: Customer): Wire {
  const [city, zip, country] = shop.country === "US" ? CITY.US : CITY.DE;
  const name = [customer.firstName, customer.lastName].filter(Boolean).join(" ");
  return {
    id: BigInt(customer.id) + 5_000_000n,
    customer_id: BigInt(customer.id),
    first_name: customer.firstName,
    last_name: customer.lastName,
    company: null,
    address1: "Oderberger Straße 12",
    address2: null,
    city,
    province: "",
    country,
    zip,
    phone: "",
    name,
    province_code: null,
    country_code: shop.country,
    country_name: country,
    default: true,
  };
}

function core(shop: Shop, customer: Customer): { readonly [key: string]: Wire } {
  return {
    id: BigInt(customer.id),
    created_at: wireTime(customer.createdAt, shop.timezone),
    updated_at: wireTime(customer.updatedAt, shop.timezone),
    first_name: customer.firstName,
    last_name: customer.lastName,
    state: customer.state,
    note: null,
    verified_email: customer.verifiedEmail,
    multipass_identifier: null,
    tax_exempt: false,
    email: customer.email,
    phone: null,
    currency: shop.currency,
  };
}

/** Body of customers/create, update, enable and disable. Tags and totals are not in it since 2026-07. */
export function customerBody(shop: Shop, customer: Customer): Wire {
  return {
    ...core(shop, customer),
    addresses: [address(shop, customer)],
    tax_exemptions: [],
    admin_graphql_api_id: gid("Customer", customer.id),
    default_address: address(shop, customer),
  };
}

/** The customer inside an order's body. */
export function orderCustomer(shop: Shop, customer: Customer): Wire {
  return {
    ...core(shop, customer),
    tax_exemptions: [],
    admin_graphql_api_id: gid("Customer", customer.id),
    default_address: address(shop, customer),
  };
}

export function orderAddress(shop: Shop, customer: Customer | null): Wire {
  if (customer === null) return null;
  const [city, zip, country] = shop.country === "US" ? CITY.US : CITY.DE;
  return {
    first_name: customer.firstName,
    address1: "Oderberger Straße 12",
    phone: "",
    city,
    zip,
    province: null,
    country,
    last_name: customer.lastName,
    address2: null,
    company: null,
    latitude: null,
    longitude: null,
    name: [customer.firstName, customer.lastName].filter(Boolean).join(" "),
    country_code: shop.country,
    province_code: null,
  };
}

function marketingBody(shop: Shop, { state, updatedAt }: Marketing): { readonly [key: string]: Wire } {
  const optInLevel = state === "not_subscribed" ? null : "single_opt_in";
  return { state, opt_in_level: optInLevel, consent_updated_at: wireTime(updatedAt, shop.timezone) };
}

/** Body of customers/email_marketing_consent_update. */
export function emailMarketingBody(shop: Shop, { id, email }: Customer, marketing: Marketing): Wire {
  return {
    customer_id: BigInt(id),
    email_address: email,
    email_marketing_consent: marketingBody(shop, marketing),
  };
}

/** Body of customers/marketing_consent_update, which is about text messages. */
export function smsMarketingBody(shop: Shop, { id }: Customer, marketing: Marketing): Wire {
  return {
    id: BigInt(id),
    phone: null,
    sms_marketing_consent: { ...marketingBody(shop, marketing), consent_collected_from: "SHOPIFY" },
  };
}

export function customerDeletedBody(customerId: string): Wire {
  return { id: BigInt(customerId), tax_exemptions: [], admin_graphql_api_id: gid("Customer", customerId) };
}

export function customersMergedBody(keptId: string, endedId: string): Wire {
  return {
    admin_graphql_api_customer_kept_id: gid("Customer", keptId),
    admin_graphql_api_customer_deleted_id: gid("Customer", endedId),
    admin_graphql_api_job_id: null,
    status: "completed",
    errors: [],
  };
}
