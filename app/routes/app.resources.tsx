import type { LoaderFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { log } from "#app/log.server.ts";
import { findPlatform } from "#app/platforms/registry.server.ts";
import { admitStaff } from "./admin/admin-visitor.server.ts";

const question = z.object({ kind: z.enum(["product", "collection"]), search: z.string().max(100) });

/** Goods of the shop to pick from, where its admin has no picker of its own. Null: the shop does not say. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { shop } = await admitStaff(request);
  const asked = question.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  const find = findPlatform(shop.platform)?.findResources ?? null;
  if (!asked.success || find === null) throw new Response(null, { status: 400 });
  const found = await find(shop.shopKey, asked.data.kind, asked.data.search);
  if (found.kind === "data") return { resources: found.data };
  log.warn("resources_not_found_out", { shopId: shop.shopId, reason: found.reason });
  return { resources: null };
}
