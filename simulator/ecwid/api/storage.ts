import { json } from "../../shop/web/http.ts";
import type { Call, Endpoint } from "./endpoint.ts";
import { ApiRefusal, wrongParameter } from "./errors.ts";

const PRIVATE_BYTES = 1024 * 1024;
const PUBLIC_BYTES = 256 * 1024;

/** The app's own keys; `public` can be read by anyone on the storefront. The body is the value as it is. */
export const storageEndpoints: readonly Endpoint[] = [
  {
    name: "listStorage",
    method: "GET",
    path: "storage",
    scope: "read_store_profile",
    answer: ({ store }) =>
      json(
        200,
        Object.entries(store.storage).map(([key, value]) => ({ key, value })),
      ),
  },
  {
    name: "readStorage",
    method: "GET",
    path: "storage/:id",
    scope: "read_store_profile",
    answer: ({ store, id }) => {
      const value = store.storage[id];
      if (value === undefined) throw new ApiRefusal(404, "OTHER", "Key not found");
      return json(200, { key: id, value });
    },
  },
  { name: "writeStorage", method: "PUT", path: "storage/:id", scope: "update_store_profile", answer: write },
  { name: "writeStorage", method: "POST", path: "storage/:id", scope: "update_store_profile", answer: write },
  {
    name: "deleteStorage",
    method: "DELETE",
    path: "storage/:id",
    scope: "update_store_profile",
    answer: ({ fake, store, id }) => {
      const known = store.storage[id] !== undefined;
      Reflect.deleteProperty(store.storage, id);
      fake.world.changed();
      return json(200, { deleteCount: known ? 1 : 0 });
    },
  },
];

function write({ fake, store, id, ask }: Call) {
  if (ask.body.length > (id === "public" ? PUBLIC_BYTES : PRIVATE_BYTES)) {
    throw wrongParameter("The value is too long");
  }
  store.storage[id] = ask.body.toString("utf8");
  fake.world.changed();
  return json(200, { success: true });
}
