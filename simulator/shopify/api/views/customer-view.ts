import { totalsOf } from "../../../shop/order-totals.ts";
import type { Customer, Marketing } from "../../../shop/records.ts";
import { gid } from "../../world.ts";
import { time, type ApiContext, type Args, type View } from "../api-context.ts";
import { connection, sortedBy } from "../connection.ts";
import { search, type Searchable } from "../search.ts";
import { metafieldsOf } from "./metafield-view.ts";
import { moneyV2 } from "./money-view.ts";
import { orderView, searchOrders, visibleOrders } from "./order-view.ts";
import { storeCreditAccountView } from "./store-credit-view.ts";

const SEARCH: Searchable<Customer> = {
  id: (one) => Number(one.id),
  email: (one) => one.email,
  first_name: (one) => one.firstName,
  last_name: (one) => one.lastName,
  tag: (one) => one.tags,
  state: (one) => one.state,
  created_at: (one) => one.createdAt,
  updated_at: (one) => one.updatedAt,
  customer_date: (one) => one.createdAt,
};

export function customersConnection(context: ApiContext, args: Args): View {
  const found = search(Object.values(context.shop.customers), args["query"], SEARCH);
  const key =
    args["sortKey"] === "UPDATED_AT" ? "updatedAt" : args["sortKey"] === "CREATED_AT" ? "createdAt" : null;
  const sorted = sortedBy(found, (one) => (key === null ? 0 : one[key]));
  return connection(context, sorted, args, (one) => customerView(context, one));
}

function marketingView(marketing: Marketing | undefined): View {
  return {
    marketingState: (marketing?.state ?? "not_subscribed").toUpperCase(),
    marketingUpdatedAt: marketing === undefined ? null : time(marketing.updatedAt),
  };
}

export function customerView(context: ApiContext, one: Customer): View {
  const { shop } = context;
  const id = gid("Customer", one.id);
  const orders = Object.values(shop.orders).filter((order) => order.customerId === one.id);
  const name = [one.firstName, one.lastName].filter((part) => part !== null).join(" ");
  return {
    __typename: "Customer",
    id,
    legacyResourceId: one.id,
    firstName: one.firstName,
    lastName: one.lastName,
    displayName: name === "" ? (one.email ?? "") : name,
    email: one.email,
    phone: null,
    note: null,
    locale: one.locale,
    state: one.state.toUpperCase(),
    tags: one.tags,
    verifiedEmail: one.verifiedEmail,
    validEmailAddress: one.email !== null,
    taxExempt: false,
    createdAt: time(one.createdAt),
    updatedAt: time(one.updatedAt),
    defaultAddress: null,
    defaultPhoneNumber: null,
    defaultEmailAddress:
      one.email === null
        ? null
        : {
            emailAddress: one.email,
            validFormat: true,
            ...marketingView(one.marketing?.email),
          },
    numberOfOrders: String(orders.length),
    amountSpent: () =>
      moneyV2(
        orders.reduce((sum, order) => sum + totalsOf(order).currentTotal, 0),
        shop.currency,
      ),
    lastOrder: () => {
      const newest = sortedBy(orders, (order) => order.createdAt).at(-1);
      return newest === undefined ? null : orderView(context, newest);
    },
    orders: (args: Args) => {
      const visible = visibleOrders(context).filter((order) => order.customerId === one.id);
      return searchOrders(context, visible, args);
    },
    storeCreditAccounts: (args: Args) => {
      const accounts = Object.values(shop.storeCredit).filter((account) => account.customerId === one.id);
      return connection(
        context,
        sortedBy(accounts, () => 0),
        args,
        (account) => storeCreditAccountView(context, account),
      );
    },
    ...metafieldsOf(context, id),
  };
}
