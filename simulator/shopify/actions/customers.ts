import {
  customerBody,
  customerDeletedBody,
  customersMergedBody,
  emailMarketingBody,
  smsMarketingBody,
} from "../bodies/customer-body.ts";
import type { ControlParsed } from "../control-commands.ts";
import { Refusal } from "../../shop/refusal.ts";
import { gid } from "../world.ts";
import type { Customer, Shop } from "../../shop/records.ts";
import { announce, type Stage } from "./announce.ts";

function findCustomer(shop: Shop, customerId: string): Customer {
  const customer = shop.customers[customerId];
  if (customer === undefined) throw new Refusal(`There is no customer ${customerId}`);
  return customer;
}

export function createCustomer(stage: Stage, wish: ControlParsed<"createCustomer">): { customerId: string } {
  const { world } = stage;
  const shop = world.shop(wish.shop);
  const at = wish.at ?? world.now();
  const address = wish.email?.toLowerCase() ?? null;
  const taken =
    address !== null && Object.values(shop.customers).some((one) => one.email?.toLowerCase() === address);
  if (taken) throw new Refusal(`Email has already been taken: ${address}`);
  const customer: Customer = {
    id: world.newId(),
    email: wish.email,
    firstName: wish.firstName,
    lastName: wish.lastName,
    tags: wish.tags,
    state: wish.state,
    verifiedEmail: wish.verifiedEmail,
    locale: wish.locale,
    createdAt: at,
    updatedAt: at,
  };
  shop.customers[customer.id] = customer;
  announce(stage, shop, wish, [["customers/create", customerBody(shop, customer)]]);
  return { customerId: customer.id };
}

export function updateCustomer(stage: Stage, wish: ControlParsed<"updateCustomer">): void {
  const shop = stage.world.shop(wish.shop);
  const customer = findCustomer(shop, wish.customerId);
  if (wish.email !== undefined) customer.email = wish.email;
  if (wish.firstName !== undefined) customer.firstName = wish.firstName;
  if (wish.lastName !== undefined) customer.lastName = wish.lastName;
  if (wish.tags !== undefined) customer.tags = wish.tags;
  customer.updatedAt = wish.at ?? stage.world.now();
  announce(stage, shop, wish, [["customers/update", customerBody(shop, customer)]]);
}

/** Told on a topic of its own: since 2025-01 no body of a customer has it. */
export function setMarketing(stage: Stage, wish: ControlParsed<"setMarketing">): void {
  const shop = stage.world.shop(wish.shop);
  const customer = findCustomer(shop, wish.customerId);
  const marketing = { state: wish.state, updatedAt: wish.at ?? stage.world.now() };
  const changed = { ...customer, marketing: { ...customer.marketing, [wish.channel]: marketing } };
  shop.customers[customer.id] = changed;
  const told =
    wish.channel === "email"
      ? (["customers/email_marketing_consent_update", emailMarketingBody(shop, changed, marketing)] as const)
      : (["customers/marketing_consent_update", smsMarketingBody(shop, changed, marketing)] as const);
  announce(stage, shop, wish, [told]);
}

export function deleteCustomer(stage: Stage, wish: ControlParsed<"deleteCustomer">): void {
  const shop = stage.world.shop(wish.shop);
  const customer = findCustomer(shop, wish.customerId);
  removeCustomer(shop, customer.id);
  announce(stage, shop, wish, [["customers/delete", customerDeletedBody(customer.id)]]);
}

/** The kept customer takes over orders and tags; the other one is gone from the API at once. */
export function mergeCustomers(stage: Stage, wish: ControlParsed<"mergeCustomers">): void {
  const shop = stage.world.shop(wish.shop);
  const kept = findCustomer(shop, wish.keptCustomerId);
  const ended = findCustomer(shop, wish.endedCustomerId);
  if (kept.id === ended.id) throw new Refusal("A customer cannot be merged with itself");
  kept.tags = [...new Set([...kept.tags, ...ended.tags])];
  kept.email ??= ended.email;
  kept.updatedAt = wish.at ?? stage.world.now();
  for (const order of Object.values(shop.orders)) {
    if (order.customerId === ended.id) shop.orders[order.id] = { ...order, customerId: kept.id };
  }
  removeCustomer(shop, ended.id);
  announce(stage, shop, wish, [["customers/merge", customersMergedBody(kept.id, ended.id)]]);
}

function removeCustomer(shop: Shop, customerId: string): void {
  Reflect.deleteProperty(shop.customers, customerId);
  const owner = gid("Customer", customerId);
  for (const [key, metafield] of Object.entries(shop.metafields)) {
    if (metafield.ownerId === owner) Reflect.deleteProperty(shop.metafields, key);
  }
}

export function requestCustomerData(stage: Stage, wish: ControlParsed<"requestCustomerData">): void {
  tellPrivacy(stage, wish, "customers/data_request", {
    ordersField: "orders_requested",
    extra: {
      data_request: { id: BigInt(stage.world.newId()) },
    },
  });
}

export function redactCustomer(stage: Stage, wish: ControlParsed<"redactCustomer">): void {
  tellPrivacy(stage, wish, "customers/redact", { ordersField: "orders_to_redact", extra: {} });
}

function tellPrivacy(
  stage: Stage,
  wish: ControlParsed<"redactCustomer">,
  topic: string,
  {
    ordersField,
    extra,
  }: { readonly ordersField: string; readonly extra: { readonly [key: string]: { readonly id: bigint } } },
): void {
  const shop = stage.world.shop(wish.shop);
  const orders = Object.values(shop.orders).filter((order) => order.customerId === wish.customerId);
  const body = {
    shop_id: BigInt(shop.id),
    shop_domain: shop.domain,
    customer: {
      id: BigInt(wish.customerId),
      email: shop.customers[wish.customerId]?.email ?? null,
      phone: null,
    },
    [ordersField]: orders.map((order) => BigInt(order.id)),
    ...extra,
  };
  announce(stage, shop, { ...wish, deliver: true }, [[topic, body]]);
}
