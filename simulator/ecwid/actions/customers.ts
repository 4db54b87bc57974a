import { Refusal } from "../../shop/refusal.ts";
import type { ControlParsed } from "../control-commands.ts";
import type { Fake } from "../fake.ts";
import type { Customer, Store } from "../records.ts";
import { withExtraFields } from "./extra-fields.ts";
import { announce } from "../webhooks/announce.ts";

interface Told {
  readonly at: number;
  readonly deliver: boolean;
}

export function findCustomer(store: Store, id: string): Customer {
  const customer = store.customers[id];
  if (customer === undefined) throw new Refusal(`There is no customer ${id}`);
  return customer;
}

/** One customer per address and store. */
export function customerByEmail(store: Store, email: string): Customer | null {
  const wanted = email.trim().toLowerCase();
  return Object.values(store.customers).find((one) => one.email.toLowerCase() === wanted) ?? null;
}

export function createCustomer(
  fake: Fake,
  wish: ControlParsed<"createCustomer">,
): { readonly customerId: string } {
  const store = fake.world.store(wish.store);
  if (customerByEmail(store, wish.email) !== null) throw new Refusal(`${wish.email} has an account`);
  const at = wish.at ?? fake.world.now();
  return { customerId: addCustomer(fake, store, wish, { at, deliver: wish.deliver }).id };
}

export function addCustomer(
  fake: Fake,
  store: Store,
  said: Pick<Customer, "email" | "name" | "acceptMarketing">,
  told: Told,
): Customer {
  const { email, name, acceptMarketing } = said;
  const customer: Customer = {
    id: fake.world.newId(),
    email,
    name,
    acceptMarketing,
    groupId: null,
    registeredAt: told.at,
    updatedAt: told.at,
  };
  store.customers[customer.id] = customer;
  tell(fake, store, customer, { verb: "created", told });
  return customer;
}

export function updateCustomer(fake: Fake, wish: ControlParsed<"updateCustomer">): void {
  const store = fake.world.store(wish.store);
  const { email, name, groupId, acceptMarketing, extraFields } = wish;
  const said = {
    ...(email === undefined ? {} : { email }),
    ...(name === undefined ? {} : { name }),
    ...(groupId === undefined ? {} : { groupId }),
    ...(acceptMarketing === undefined ? {} : { acceptMarketing }),
    ...(extraFields === undefined
      ? {}
      : { extraFields: withExtraFields(store, findCustomer(store, wish.customerId), extraFields) }),
  };
  changeCustomer(fake, store, wish.customerId, {
    said,
    told: {
      at: wish.at ?? fake.world.now(),
      deliver: wish.deliver,
    },
  });
}

export function changeCustomer(
  fake: Fake,
  store: Store,
  customerId: string,
  {
    said,
    told,
  }: {
    readonly said: Partial<Pick<Customer, "email" | "name" | "groupId" | "acceptMarketing" | "extraFields">>;
    readonly told: Told;
  },
): void {
  const customer = findCustomer(store, customerId);
  Object.assign(customer, said, { updatedAt: Math.max(told.at, customer.updatedAt) });
  tell(fake, store, customer, { verb: "updated", told });
}

export function deleteCustomer(fake: Fake, wish: ControlParsed<"deleteCustomer">): void {
  const { world } = fake;
  const store = world.store(wish.store);
  const customer = findCustomer(store, wish.customerId);
  const at = wish.at ?? world.now();
  Reflect.deleteProperty(store.customers, customer.id);
  store.deletedCustomers.push({ id: customer.id, at });
  tell(fake, store, customer, { verb: "deleted", told: { at, deliver: wish.deliver } });
}

export function requestPrivacy(fake: Fake, wish: ControlParsed<"requestPrivacy">): void {
  const store = fake.world.store(wish.store);
  announce(fake, store, {
    type: `customer.personalData${wish.wish}Request`,
    entityId: wish.customerId,
    at: wish.at ?? fake.world.now(),
  });
}

function tell(
  fake: Fake,
  store: Store,
  customer: Customer,
  { verb, told: { at, deliver } }: { readonly verb: "created" | "updated" | "deleted"; readonly told: Told },
): void {
  fake.world.changed();
  if (!deliver) return;
  const data = { customerEmail: customer.email };
  announce(fake, store, { type: `customer.${verb}`, entityId: customer.id, data, at });
}
