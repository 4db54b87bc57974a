import type { Metafield } from "../../../shop/records.ts";
import { gid, type World } from "../../world.ts";
import { text, time, type ApiContext, type Args, type View } from "../api-context.ts";
import { connection, sortedBy } from "../connection.ts";

/** `$app` and `$app:x` name the app's own namespaces; left out, a namespace is the app's own. */
export function fullNamespace(world: World, namespace: string | null): string {
  const own = `app--${world.settings.appId}`;
  if (namespace === null || namespace === "$app") return own;
  return namespace.startsWith("$app:") ? `${own}--${namespace.slice("$app:".length)}` : namespace;
}

export function metafieldKey(ownerId: string, namespace: string, key: string): string {
  return `${ownerId} ${namespace} ${key}`;
}

export function metafieldView(one: Metafield): View {
  return {
    __typename: "Metafield",
    id: gid("Metafield", one.id),
    legacyResourceId: one.id,
    namespace: one.namespace,
    key: one.key,
    type: one.type,
    value: one.value,
    jsonValue: () => jsonOf(one),
    compareDigest: one.digest,
    createdAt: time(one.createdAt),
    updatedAt: time(one.updatedAt),
    sizeInBytes: Buffer.byteLength(one.value),
  };
}

function jsonOf(one: Metafield): unknown {
  const isJson =
    one.type === "json" ||
    one.type === "money" ||
    one.type.startsWith("list.") ||
    one.type === "number_integer" ||
    one.type === "boolean";
  return isJson ? JSON.parse(one.value) : one.value;
}

/** The `metafield` and `metafields` fields of any owner. */
export function metafieldsOf(context: ApiContext, ownerId: string): View {
  const { shop, world } = context;
  return {
    metafield: (args: Args) => {
      const dotted =
        text(args, "namespace") === null ? /^(.+)\.([^.]+)$/.exec(text(args, "key") ?? "") : null;
      const namespace = fullNamespace(world, dotted?.[1] ?? text(args, "namespace"));
      const found = shop.metafields[metafieldKey(ownerId, namespace, dotted?.[2] ?? text(args, "key") ?? "")];
      return found === undefined ? null : metafieldView(found);
    },
    metafields: (args: Args) => {
      const namespace = text(args, "namespace");
      const wanted = namespace === null ? null : fullNamespace(world, namespace);
      const own = Object.values(shop.metafields).filter(
        (one) => one.ownerId === ownerId && (wanted === null || one.namespace === wanted),
      );
      return connection(
        context,
        sortedBy(own, () => 0),
        args,
        metafieldView,
      );
    },
  };
}
