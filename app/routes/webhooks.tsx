import type { ActionFunctionArgs } from "@remix-run/node";
import { database } from "#app/db/client.ts";
import { createInboxWriter } from "#app/db/inbox.ts";
import { verifyShopifyDelivery } from "#app/platforms/registry.server.ts";

/**
 * The documented door for Shopify's deliveries: verify, write down, answer. In production the server in
 * front of Remix (app/doors) answers this address itself, with the same check and the same inbox.
 */
export async function action({ request }: ActionFunctionArgs) {
  if (request.method !== "POST") return new Response(null, { status: 405, headers: { Allow: "POST" } });
  const body = new Uint8Array(await request.arrayBuffer());
  const verified = verifyShopifyDelivery((name) => request.headers.get(name), body);
  if (!verified.ok) return new Response(null, { status: verified.status });
  await createInboxWriter(await database()).write(verified.delivery, Date.now());
  return new Response(null, { status: 200 });
}

export function loader() {
  return new Response(null, { status: 405, headers: { Allow: "POST" } });
}
