import type { LoaderFunctionArgs } from "@remix-run/node";
import { log } from "#app/log.server.ts";
import { findPlatform } from "#app/platforms/registry.server.ts";
import { admitStaff } from "./admin/admin-visitor.server.ts";

/** What the merchant calls statuses of their own. Null: the shop does not say. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { shop } = await admitStaff(request);
  const find = findPlatform(shop.platform)?.findOwnStatuses ?? null;
  if (find === null) throw new Response(null, { status: 400 });
  const found = await find(shop.shopKey);
  if (found.kind === "data") return { statuses: found.data };
  log.warn("own_statuses_not_found_out", { shopId: shop.shopId, reason: found.reason });
  return { statuses: null };
}
