import type { LoaderFunctionArgs } from "@remix-run/node";
import { log } from "#app/log.server.ts";
import { findPlatform } from "#app/platforms/registry.server.ts";
import { admitStaff } from "./admin/admin-visitor.server.ts";

/** What the merchant's plan at the shop lacks. A shop that does not answer is warned of nothing. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { shop } = await admitStaff(request);
  const ask = findPlatform(shop.platform)?.planLacks ?? null;
  if (ask === null) throw new Response(null, { status: 400 });
  const asked = await ask(shop.shopKey);
  if (asked.kind === "data") return { lacks: asked.data };
  log.warn("plan_not_found_out", { shopId: shop.shopId, reason: asked.reason });
  return { lacks: [] };
}
