import type { ActionFunctionArgs } from "@remix-run/node";
import { listenToNotice } from "#app/commands/outbox/listen-to-notice.ts";
import { database } from "#app/db/client.ts";
import { readFlowListening, verifyFlowRequest } from "#app/platforms/registry.server.ts";
import { surfaceShop } from "#app/queries/shops/surface-shop.ts";

/**
 * Flow says that a shop has switched on its first workflow with one of our triggers, or switched off
 * its last. Without a 2xx the merchant cannot switch it on.
 */
export async function action({ request }: ActionFunctionArgs) {
  const verified = await verifyFlowRequest(request);
  if (!verified.ok) return new Response(verified.reason, { status: verified.status });
  const read = readFlowListening(verified.body);
  if (!read.ok) return new Response(read.reason, { status: 400 });
  const { shopKey, ...word } = read.word;
  const db = await database();
  const shopId = await surfaceShop(db, "shopify", shopKey);
  if (shopId === null) return new Response("Regulars is not installed in this shop.", { status: 404 });
  await listenToNotice(db, { shopId, ...word });
  return new Response(null, { status: 200 });
}
