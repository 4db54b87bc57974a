import { randomBytes } from "node:crypto";
import { Refusal } from "../../shop/refusal.ts";
import type { Customer, ExtraField, Store } from "../records.ts";
import type { World } from "../world.ts";

/** The merchant adds a field to every customer; its key is Ecwid's. */
export function addExtraField(
  world: World,
  store: Store,
  said: Pick<ExtraField, "title" | "type" | "shownOnOrderDetails">,
): ExtraField {
  const key = randomBytes(6).toString("base64url").replaceAll(/[-_]/gu, "x").slice(0, 7);
  const field = { ...said, key, createdAt: world.now(), updatedAt: world.now() };
  store.extraFields = { ...store.extraFields, [key]: field };
  world.changed();
  return field;
}

/** Values by the fields' keys; one that is empty takes the value away. */
export function withExtraFields(
  store: Store,
  customer: Customer,
  values: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  for (const key of Object.keys(values)) {
    if (store.extraFields?.[key] === undefined) throw new Refusal(`There is no extra field ${key}`);
  }
  const all = Object.entries({ ...customer.extraFields, ...values });
  return Object.fromEntries(all.filter(([, value]) => value !== ""));
}

/** As the API writes them into a customer: only those that have a value. */
export function extraFieldsOf(store: Store, customer: Customer) {
  return Object.entries(customer.extraFields ?? {}).flatMap(([key, value], orderBy) => {
    const field = store.extraFields?.[key];
    if (field === undefined) return [];
    return [{ key, title: field.title, value, type: field.type, entityTypes: ["CUSTOMERS"], orderBy }];
  });
}
