import { z } from "zod";
import { json } from "../../shop/web/http.ts";
import { addExtraField } from "../actions/extra-fields.ts";
import { EXTRA_FIELD_TYPES, type ExtraField } from "../records.ts";
import { dateText } from "../wire.ts";
import type { Call, Endpoint } from "./endpoint.ts";
import { ApiRefusal } from "./errors.ts";
import { bodyOf, Question } from "./question.ts";

const created = z.strictObject({
  title: z.string().min(1).max(255),
  type: z.enum(EXTRA_FIELD_TYPES).default("TEXT"),
  shownOnOrderDetails: z.boolean().default(false),
});

const changed = z.strictObject({
  title: z.string().min(1).max(255).optional(),
  shownOnOrderDetails: z.boolean().optional(),
});

const PATH = "store_extrafields/customers";

/** Fields of the merchant's own on every customer. */
export const extraFieldEndpoints: readonly Endpoint[] = [
  {
    name: "searchExtraFields",
    method: "GET",
    path: PATH,
    scope: "read_customers_extrafields",
    answer: ({ ask, store }) =>
      new Question(ask, []).trimmed({ items: Object.values(store.extraFields ?? {}).map(fieldView) }),
  },
  {
    name: "readExtraField",
    method: "GET",
    path: `${PATH}/:id`,
    scope: "read_customers_extrafields",
    answer: (call) => json(200, fieldView(fieldOf(call))),
  },
  {
    name: "createExtraField",
    method: "POST",
    path: PATH,
    scope: "update_customers_extrafields",
    answer: ({ ask, fake, store }) => {
      const { key } = addExtraField(fake.world, store, bodyOf(ask, created));
      return json(200, { createCount: 1, key });
    },
  },
  {
    name: "updateExtraField",
    method: "PUT",
    path: `${PATH}/:id`,
    scope: "update_customers_extrafields",
    answer: (call) => {
      const said = Object.entries(bodyOf(call.ask, changed)).filter(([, value]) => value !== undefined);
      const { world } = call.fake;
      Object.assign(fieldOf(call), Object.fromEntries(said), { updatedAt: world.now() });
      world.changed();
      return json(200, { updateCount: 1 });
    },
  },
  {
    name: "deleteExtraField",
    method: "DELETE",
    path: `${PATH}/:id`,
    scope: "update_customers_extrafields",
    answer: (call) => {
      const { key } = fieldOf(call);
      Reflect.deleteProperty(call.store.extraFields ?? {}, key);
      for (const { extraFields } of Object.values(call.store.customers))
        Reflect.deleteProperty(extraFields ?? {}, key);
      call.fake.world.changed();
      return json(200, { deleteCount: 1 });
    },
  },
];

function fieldOf({ store, id }: Call): ExtraField {
  const field = store.extraFields?.[id];
  if (field === undefined)
    throw new ApiRefusal(404, "EXTRA_FIELD_NOT_FOUND", `Extra field with key = ${id} not found`);
  return field;
}

function fieldView({ key, title, type, shownOnOrderDetails, createdAt, updatedAt }: ExtraField) {
  return {
    ...{ key, title, entityTypes: ["CUSTOMERS"], type, shownOnOrderDetails, linkedWithCheckoutField: false },
    createdDate: dateText(createdAt),
    lastModifiedDate: dateText(updatedAt),
  };
}
