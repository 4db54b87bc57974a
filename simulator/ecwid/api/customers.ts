import { z } from "zod";
import { json } from "../../shop/web/http.ts";
import { changeCustomer } from "../actions/customers.ts";
import { extraFieldsOf, withExtraFields } from "../actions/extra-fields.ts";
import type { Customer, Store } from "../records.ts";
import { dateText } from "../wire.ts";
import type { Call, Endpoint } from "./endpoint.ts";
import { ApiRefusal, wrongParameter } from "./errors.ts";
import { bodyOf, Question } from "./question.ts";

const GROUPS = { name: "CUSTOMER_GROUPS", errorCode: "CUSTOMER_GROUPS_FEATURE_NOT_AVAILABLE" };

const change = z.strictObject({
  customerGroupId: z.int().nonnegative().optional(),
  email: z.string().optional(),
  name: z.string().optional(),
  extrafields: z.array(z.strictObject({ key: z.string(), value: z.string() })).optional(),
});

const groupBody = z.strictObject({ name: z.string().min(1) });

export const customerEndpoints: readonly Endpoint[] = [
  {
    name: "searchCustomers",
    method: "GET",
    path: "customers",
    scope: "read_customers",
    answer: ({ ask, store }) => {
      const question = new Question(ask, ["email", "useExactEmailMatch", "createdFrom", "updatedFrom"]);
      const email = question.text("email")?.toLowerCase() ?? null;
      const exactly = question.text("useExactEmailMatch") === "true";
      const updatedFrom = question.date("updatedFrom");
      const createdFrom = question.date("createdFrom");
      const found = Object.values(store.customers).filter((one) => {
        const address = one.email.toLowerCase();
        return (
          // By itself the address is a fuzzy search: a part of it will do.
          (email === null || (exactly ? address === email : address.includes(email))) &&
          (updatedFrom === null || one.updatedAt >= updatedFrom) &&
          (createdFrom === null || one.registeredAt >= createdFrom)
        );
      });
      return question.page(found.map((one) => customerView(one, store)));
    },
  },
  {
    name: "deletedCustomers",
    method: "GET",
    path: "customers/deleted",
    scope: "read_customers",
    answer: ({ ask, store }) =>
      new Question(ask, []).page(
        store.deletedCustomers.map(({ id, at }) => ({ id: Number(id), date: dateText(at) })),
      ),
  },
  {
    name: "readCustomer",
    method: "GET",
    path: "customers/:id",
    scope: "read_customers",
    answer: (call) => new Question(call.ask, []).trimmed(customerView(customerOf(call), call.store)),
  },
  {
    name: "updateCustomer",
    method: "PUT",
    path: "customers/:id",
    scope: "update_customers",
    answer: (call) => {
      const { fake, store } = call;
      const customer = customerOf(call);
      const { customerGroupId, extrafields, ...said } = bodyOf(call.ask, change);
      if (customerGroupId !== undefined && customerGroupId !== 0) {
        if (store.groups[String(customerGroupId)] === undefined)
          throw wrongParameter("There is no such group");
      }
      const group =
        customerGroupId === undefined
          ? {}
          : { groupId: customerGroupId === 0 ? null : String(customerGroupId) };
      const fields = extrafields?.map(({ key, value }) => [key, value] as const);
      const unknown = fields?.find(([key]) => store.extraFields?.[key] === undefined);
      if (unknown !== undefined) throw wrongParameter(`There is no extra field ${unknown[0]}`);
      const extra =
        fields === undefined
          ? {}
          : { extraFields: withExtraFields(store, customer, Object.fromEntries(fields)) };
      const kept = Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
      changeCustomer(fake, store, customer.id, {
        said: { ...kept, ...group, ...extra },
        told: { at: fake.world.now(), deliver: true },
      });
      return json(200, { updateCount: 1 });
    },
  },
  {
    name: "searchGroups",
    method: "GET",
    path: "customer_groups",
    scope: "read_customers",
    feature: GROUPS,
    answer: ({ ask, store }) => {
      const groups = [{ id: "0", name: "General" }, ...Object.values(store.groups)];
      return new Question(ask, []).page(groups.map(({ id, name }) => ({ id: Number(id), name })));
    },
  },
  {
    name: "createGroup",
    method: "POST",
    path: "customer_groups",
    scope: "create_customers",
    feature: GROUPS,
    answer: ({ ask, fake, store }) => {
      const { name } = bodyOf(ask, groupBody);
      const id = fake.world.newId();
      store.groups[id] = { id, name };
      fake.world.changed();
      return json(200, { id: Number(id) });
    },
  },
  {
    name: "updateGroup",
    method: "PUT",
    path: "customer_groups/:id",
    scope: "update_customers",
    feature: GROUPS,
    answer: ({ ask, fake, store, id }) => {
      const group = store.groups[id];
      if (group === undefined)
        throw new ApiRefusal(404, "CUSTOMER_GROUP_NOT_FOUND", `Customer group ${id} not found`);
      group.name = bodyOf(ask, groupBody).name;
      fake.world.changed();
      return json(200, { updateCount: 1 });
    },
  },
];

function customerOf({ store, id }: Call): Customer {
  const customer = store.customers[id];
  if (customer === undefined)
    throw new ApiRefusal(404, "CUSTOMER_NOT_FOUND", `Customer with id = ${id} not found`);
  return customer;
}

function customerView(one: Customer, store: Store): Readonly<Record<string, unknown>> {
  const group = one.groupId === null ? undefined : store.groups[one.groupId];
  const orders = Object.values(store.orders).filter(({ customerId }) => customerId === one.id);
  return {
    id: Number(one.id),
    email: one.email,
    name: one.name,
    registered: dateText(one.registeredAt),
    updated: dateText(one.updatedAt),
    customerGroupId: group === undefined ? 0 : Number(group.id),
    customerGroupName: group === undefined ? "General" : group.name,
    billingPerson: { name: one.name },
    shippingAddresses: [],
    contacts: [{ contact: one.email, type: "EMAIL", default: true }],
    acceptMarketing: one.acceptMarketing,
    lang: store.language,
    stats: { numberOfOrders: orders.length },
    totalOrderCount: orders.length,
    extrafields: extraFieldsOf(store, one),
  };
}
