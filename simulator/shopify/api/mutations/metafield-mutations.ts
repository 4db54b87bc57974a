import { createHash } from "node:crypto";
import { z } from "zod";
import { announce } from "../../actions/announce.ts";
import { customerBody } from "../../bodies/customer-body.ts";
import type { Metafield } from "../../../shop/records.ts";
import { gid, idOf } from "../../world.ts";
import { requireScope, type ApiContext, type Args, type View } from "../api-context.ts";
import { fullNamespace, metafieldKey, metafieldView } from "../views/metafield-view.ts";
import { whyNotOfType } from "./metafield-types.ts";

const MOST_PER_CALL = 25;

const setInput = z.object({
  ownerId: z.string(),
  namespace: z.string().nullish(),
  key: z.string(),
  value: z.string(),
  type: z.string().nullish(),
  compareDigest: z.string().nullish(),
});

type SetInput = z.output<typeof setInput>;
interface SetError {
  readonly field: readonly string[] | null;
  readonly message: string;
  readonly code: string;
  readonly elementIndex: number | null;
}

/** Which write scope an owner's metafields and tags need. */
const OWNERS: Readonly<Record<string, { readonly ownerType: string; readonly scope: string | null }>> = {
  Customer: { ownerType: "CUSTOMER", scope: "write_customers" },
  Order: { ownerType: "ORDER", scope: "write_orders" },
  Product: { ownerType: "PRODUCT", scope: "write_products" },
  DiscountCodeNode: { ownerType: "DISCOUNT", scope: "write_discounts" },
  Shop: { ownerType: "SHOP", scope: null },
  AppInstallation: { ownerType: "API_PERMISSION", scope: null },
};

export const metafieldMutations = (context: ApiContext): Readonly<Record<string, (args: Args) => View>> => ({
  metafieldsSet: (args) => setAll(context, args),
  metafieldDefinitionCreate: (args) => createDefinition(context, args),
});

/** All or nothing, as documented. */
function setAll(context: ApiContext, args: Args): View {
  const inputs = z.array(setInput).parse(args["metafields"]);
  if (inputs.length > MOST_PER_CALL) {
    const message = `Exceeded the maximum metafields input limit of ${MOST_PER_CALL}.`;
    const error = { field: ["metafields"], message, code: "LESS_THAN_OR_EQUAL_TO", elementIndex: null };
    return { metafields: null, userErrors: [error] };
  }
  const prepared = inputs.map((input, index) => prepare(context, input, index));
  const userErrors = prepared.flatMap((one) => ("error" in one ? [one.error] : []));
  if (userErrors.length > 0) return { metafields: null, userErrors };
  const metafields = prepared.flatMap((one) => ("metafield" in one ? [one.metafield] : []));
  for (const one of metafields)
    context.shop.metafields[metafieldKey(one.ownerId, one.namespace, one.key)] = one;
  return { metafields: metafields.map(metafieldView), userErrors };
}

function prepare(
  context: ApiContext,
  input: SetInput,
  index: number,
): { metafield: Metafield } | { error: SetError } {
  const { shop, world } = context;
  const fail = (field: string, code: string, message: string): { error: SetError } => ({
    error: { field: ["metafields", String(index), field], code, message, elementIndex: null },
  });
  const ownerKind = /^gid:\/\/shopify\/(\w+)\/\d+$/.exec(input.ownerId)?.[1] ?? "";
  const owner = OWNERS[ownerKind];
  if (owner === undefined) return fail("ownerId", "INVALID", "Owner type is not supported");
  if (owner.scope !== null) requireScope(context, "metafieldsSet", owner.scope);
  if (!exists(context, input.ownerId)) return fail("ownerId", "INVALID", "Owner does not exist");
  const namespace = fullNamespace(world, input.namespace ?? null);
  if (namespace.startsWith("app--") && !namespace.startsWith(`app--${world.settings.appId}`)) {
    return fail(
      "namespace",
      "APP_NOT_AUTHORIZED",
      "Access to this namespace and key on Metafields for this resource type is not allowed.",
    );
  }
  if (input.key.length < 2) return fail("key", "TOO_SHORT", "Key is too short (minimum is 2 characters)");
  if (input.key.length > 64) return fail("key", "TOO_LONG", "Key is too long (maximum is 64 characters)");
  if (input.value === "") return fail("value", "BLANK", "Value can't be blank.");
  const existing = shop.metafields[metafieldKey(input.ownerId, namespace, input.key)];
  const type = input.type ?? definedType(context, owner.ownerType, namespace, input.key) ?? existing?.type;
  if (type === undefined) return fail("type", "BLANK", "Type can't be blank");
  const problem = whyNotOfType(type, input.value);
  if (problem !== null)
    return fail(problem.code === "INVALID_TYPE" ? "type" : "value", problem.code, problem.message);
  if (input.compareDigest !== undefined && input.compareDigest !== (existing?.digest ?? null)) {
    return fail(
      "compareDigest",
      "STALE_OBJECT",
      "The resource has been updated since it was loaded. Try again with an updated compareDigest value.",
    );
  }
  const now = world.now();
  return {
    metafield: {
      id: existing?.id ?? world.newId(),
      ownerId: input.ownerId,
      namespace,
      key: input.key,
      type,
      value: input.value,
      digest: createHash("sha256").update(`${type} ${input.value}`).digest("hex"),
      createdAt: existing?.createdAt ?? now,
      updatedAt: now,
    },
  };
}

function exists(context: ApiContext, ownerId: string): boolean {
  const { shop } = context;
  if (ownerId === gid("Shop", shop.id) || ownerId === gid("AppInstallation", shop.installationId))
    return true;
  const id = /\/(\d+)$/.exec(ownerId)?.[1] ?? "";
  switch (ownerId) {
    case gid("Customer", id):
      return shop.customers[id] !== undefined;
    case gid("Order", id):
      return shop.orders[id] !== undefined;
    case gid("Product", id):
      return shop.products[id] !== undefined;
    case gid("DiscountCodeNode", id):
      return shop.discounts[id] !== undefined;
    default:
      return false;
  }
}

/** Types the app declared: in its configuration file, or by metafieldDefinitionCreate. */
function definedType(
  context: ApiContext,
  ownerType: string,
  namespace: string,
  key: string,
): string | undefined {
  const shipped = context.world.settings.config.definitions.find(
    (one) =>
      one.ownerType === ownerType && one.key === key && namespace === fullNamespace(context.world, "$app"),
  );
  const own = Object.values(context.shop.definitions).find(
    (one) => one.ownerType === ownerType && one.key === key && one.namespace === namespace,
  );
  return shipped?.type ?? own?.type;
}

function createDefinition(context: ApiContext, args: Args): View {
  const { shop, world } = context;
  const input = z
    .object({
      key: z.string(),
      name: z.string(),
      namespace: z.string().nullish(),
      ownerType: z.string(),
      type: z.string(),
      description: z.string().nullish(),
    })
    .parse(args["definition"]);
  const scope = Object.values(OWNERS).find((one) => one.ownerType === input.ownerType)?.scope;
  if (scope !== null && scope !== undefined) requireScope(context, "metafieldDefinitionCreate", scope);
  const namespace = fullNamespace(world, input.namespace ?? null);
  if (definedType(context, input.ownerType, namespace, input.key) !== undefined) {
    const message = `Key is in use for ${input.ownerType} metafields on the '${namespace}' namespace.`;
    return {
      createdDefinition: null,
      userErrors: [{ field: ["definition", "key"], code: "TAKEN", message }],
    };
  }
  const definition = { ...input, namespace, id: world.newId(), description: input.description ?? null };
  shop.definitions[definition.id] = definition;
  const id = gid("MetafieldDefinition", definition.id);
  const type = { name: input.type, category: input.type.split("_")[0] };
  return { createdDefinition: { ...definition, id, type }, userErrors: [] };
}

export const mutationsOnTags = (context: ApiContext): Readonly<Record<string, (args: Args) => View>> => ({
  tagsAdd: (args) => changeTags(context, "tagsAdd", args, (old, given) => [...new Set([...old, ...given])]),
  tagsRemove: (args) =>
    changeTags(context, "tagsRemove", args, (old, given) => old.filter((tag) => !given.includes(tag))),
});

function changeTags(
  context: ApiContext,
  field: string,
  args: Args,
  change: (old: readonly string[], given: readonly string[]) => string[],
): View {
  const { shop, world } = context;
  const gidGiven = String(args["id"]);
  const tags = z.array(z.string()).parse(args["tags"]);
  const customerId = idOf("Customer", gidGiven);
  if (customerId === null) {
    requireScope(context, field, "write_orders");
    const order = shop.orders[idOf("Order", gidGiven) ?? ""];
    if (order === undefined)
      return { node: null, userErrors: [{ field: ["id"], message: "Order does not exist" }] };
    order.tags.splice(0, order.tags.length, ...change(order.tags, tags));
    return { node: { __typename: "Order", id: gidGiven, tags: order.tags }, userErrors: [] };
  }
  requireScope(context, field, "write_customers");
  const customer = shop.customers[customerId];
  if (customer === undefined)
    return { node: null, userErrors: [{ field: ["id"], message: "Customer does not exist" }] };
  customer.tags = change(customer.tags, tags);
  customer.updatedAt = world.now();
  // Shopify tells of a change an app made itself, too.
  announce(context, shop, { deliver: true }, [["customers/update", customerBody(shop, customer)]]);
  return { node: { __typename: "Customer", id: gidGiven, tags: customer.tags }, userErrors: [] };
}
