import type { Instant } from "../../calendar.ts";
import type { Customer, DoneActivity, Person, Sent } from "./customer.ts";
import type { CustomerHistory } from "./customer-history.ts";
import type { Facets, People, Told } from "./people.ts";
import type { ToldOrder } from "./told-order.ts";

/** Everybody there is at an instant, and the orders that belong to nobody. */
export interface Gathered {
  /** By id, in the order of code units. */
  readonly customers: readonly Customer[];
  readonly unnamed: readonly ToldOrder[];
}

interface Parts {
  readonly told: Told[];
  readonly orders: ToldOrder[];
}

/** Brings together what was told of each: guests' orders with the customer who carries the address, merges followed. */
export function gatherCustomers(history: CustomerHistory, at: Instant): Gathered {
  const { people } = history;
  const parts = new Map<string, Parts>();
  const partsOf = (key: string): Parts => {
    let found = parts.get(key);
    if (found === undefined) {
      found = { told: [], orders: [] };
      parts.set(key, found);
    }
    return found;
  };
  const livingKeys = new Map<string, string>();
  const livingKey = (key: string): string => {
    let living = livingKeys.get(key);
    if (living === undefined) {
      living = people.livingKey(key);
      livingKeys.set(key, living);
    }
    return living;
  };
  for (const told of people.told.values()) partsOf(livingKey(told.key)).told.push(told);
  const unnamed: ToldOrder[] = [];
  for (const { order, owner } of history.orders.values()) {
    if (owner === null) unnamed.push(order);
    else if (order.toldAt <= at || (order.paidAt !== null && order.paidAt <= at))
      partsOf(livingKey(owner)).orders.push(order);
  }
  const customers = [...parts].map(([key, { told, orders }]) => customerOf(people, key, { told, orders }));
  return { customers: customers.sort(byId), unnamed };
}

/** One of them, by all that was told so far; null where nothing was. */
export function gatherCustomer(history: CustomerHistory, id: string): Customer | null {
  const { people } = history;
  const living = people.livingKey(id);
  const keys = people.keysOf(living);
  const told = keys.flatMap((key) => people.told.get(key) ?? []);
  const orders = keys.flatMap((key) => history.ordersOf(key));
  return told.length === 0 && orders.length === 0 ? null : customerOf(people, living, { told, orders });
}

/** Who somebody is, and nothing of what they did. */
export function gatherPerson({ people }: CustomerHistory, id: string): Person {
  return personOf(people.keysOf(people.livingKey(id)).flatMap((key) => people.told.get(key) ?? []));
}

function customerOf({ objecting }: People, key: string, { told, orders }: Parts): Customer {
  const own = told.find((one) => one.key === key);
  let since: Instant | null = null;
  for (const { id, namedAt } of told) if (id !== null && (since === null || namedAt < since)) since = namedAt;
  return {
    id: key,
    email: own?.email ?? latestAddress(told),
    memberSince: since,
    leftAt: own?.leftAt ?? null,
    person: personOf(told),
    orders: orders.length < 2 ? orders : orders.sort(byPayment),
    activities: activitiesOf(told),
    mails: told.every(({ mails }) => mails === null) ? NONE : mailsOf(told),
    surveys:
      told.length === 1 && told[0]?.surveys.length === 0
        ? NONE
        : told.flatMap(({ surveys }) => surveys).sort(byTime),
    objects: objecting.size > 0 && told.some((one) => objecting.has(one.key)),
  };
}

const NONE: readonly never[] = [];

function mailsOf(told: readonly Told[]): readonly Sent[] {
  return told.flatMap(({ mails }) => (mails === null ? [] : mails)).sort(byTime);
}

function latestAddress(told: readonly Told[]): string | null {
  let latest: Told | null = null;
  for (const one of told)
    if (one.email !== null && (latest === null || one.emailAt > latest.emailAt)) latest = one;
  return latest === null ? null : latest.email;
}

/** Nothing is known of them. */
export const NOBODY: Person = {
  tags: [],
  birthday: null,
  country: null,
  region: null,
  language: null,
  consentEmail: null,
  consentSms: null,
  phone: null,
  zone: null,
};

function personOf(told: readonly Told[]): Person {
  const person: Record<keyof Person, Person[keyof Person]> = { ...NOBODY };
  const latest: Facets = new Map();
  for (const { facets } of told) {
    if (facets === null) continue;
    for (const [facet, noted] of facets) {
      const other = latest.get(facet);
      if (other === undefined || noted.at > other.at) latest.set(facet, noted);
    }
  }
  if (latest.size === 0) return NOBODY;
  for (const [facet, { value }] of latest) person[facet] = value;
  return personIn(person);
}

/** Each facet is of its own kind, as it was noted. */
function personIn(facets: Record<keyof Person, Person[keyof Person]>): Person {
  const text = (value: unknown) => (typeof value === "string" ? value : null);
  const flag = (value: unknown) => (typeof value === "boolean" ? value : null);
  const { tags } = facets;
  return {
    tags: Array.isArray(tags) ? tags : NOBODY.tags,
    birthday: text(facets.birthday),
    country: text(facets.country),
    region: text(facets.region),
    language: text(facets.language),
    consentEmail: flag(facets.consentEmail),
    consentSms: flag(facets.consentSms),
    phone: text(facets.phone),
    zone: text(facets.zone),
  };
}

/** Somebody of whom nothing is looked at but their orders. */
export function buyerOf(id: string, orders: readonly ToldOrder[]): Customer {
  return {
    ...{ id, email: null, memberSince: null, leftAt: null, person: NOBODY },
    orders: [...orders].sort(byPayment),
    ...{ activities: NONE, surveys: NONE, mails: NONE, objects: false },
  };
}

function activitiesOf(told: readonly Told[]): readonly DoneActivity[] {
  const keyed = new Map<string, DoneActivity>();
  const all: DoneActivity[] = [];
  for (const { keyedActivities, activities } of told) {
    for (const activity of activities) all.push(activity);
    for (const [key, activity] of keyedActivities ?? NONE) {
      const known = keyed.get(key);
      if (known === undefined || activity.at < known.at) keyed.set(key, activity);
    }
  }
  if (all.length === 0 && keyed.size === 0) return NONE;
  return [...all, ...keyed.values()].sort(byTime);
}

function byTime(a: { readonly at: Instant }, b: { readonly at: Instant }): number {
  return a.at - b.at;
}

/** Unpaid ones last. */
function byPayment(a: ToldOrder, b: ToldOrder): number {
  const difference = (a.paidAt ?? Number.MAX_VALUE) - (b.paidAt ?? Number.MAX_VALUE);
  return difference !== 0 ? difference : a.id < b.id ? -1 : 1;
}

function byId(a: Customer, b: Customer): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
