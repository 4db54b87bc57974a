import type { LoaderFunctionArgs } from "@remix-run/node";
import { log } from "#app/log.server.ts";
import { findPlatform } from "#app/platforms/registry.server.ts";
import { admitStaff } from "./admin/admin-visitor.server.ts";

/** What the shop's front holds of the widget, asked of the shop itself. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { shop } = await admitStaff(request);
  const ask = findPlatform(shop.platform)?.widgetInShop ?? null;
  if (ask === null) throw new Response(null, { status: 400 });
  const asked = await ask(shop.shopKey);
  if (asked.kind === "data") return { state: asked.data };
  log.warn("widget_not_read_back", { shopId: shop.shopId, reason: asked.reason });
  return { state: "unknown" };
}
