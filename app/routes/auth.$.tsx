import type { LoaderFunctionArgs } from "@remix-run/node";
import { authenticateAtShopify } from "#app/platforms/registry.server.ts";

/** Shopify's library answers its own addresses here: the session token's bounce page, leaving the frame. */
export async function loader({ request }: LoaderFunctionArgs) {
  await authenticateAtShopify(request);
  return null;
}
