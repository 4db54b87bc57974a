import { shopifyEnv } from "#app/env.server.ts";
import { appSecrets } from "./app-secrets.server.ts";
import { readSessionToken, type SurfaceVisitor } from "./session-token.ts";
import { isSigned } from "./verify-webhook.ts";

const FLOW_BODY_MAX_BYTES = 50_000;

/** Whom the session token of a surface's request vouches for; null: nobody. */
export function readSurfaceVisitor(request: Request): SurfaceVisitor | null {
  const token = /^Bearer (.+)$/u.exec(request.headers.get("authorization") ?? "none")?.[1];
  if (token === undefined) return null;
  const { SHOPIFY_API_KEY: apiKey } = shopifyEnv();
  const read = readSessionToken(token, { apiKey, secrets: appSecrets(), now: Date.now() });
  return read.ok ? read.visitor : null;
}

/** The body of a request of Flow's, or why it is not one; the status is what Flow is answered with. */
export type FlowRequest =
  | { readonly ok: true; readonly body: string }
  | { readonly ok: false; readonly status: 400 | 401 | 413; readonly reason: string };

/** Only what Flow has signed, over the raw bytes, is read at all. */
export async function verifyFlowRequest(request: Request): Promise<FlowRequest> {
  const body = new Uint8Array(await request.arrayBuffer());
  if (body.length > FLOW_BODY_MAX_BYTES) return { ok: false, status: 413, reason: "The body is too large." };
  const signature = request.headers.get("x-shopify-hmac-sha256");
  if (signature === null) return { ok: false, status: 400, reason: "The signature is missing." };
  if (!isSigned(body, signature, appSecrets())) {
    return { ok: false, status: 401, reason: "The signature is wrong." };
  }
  return { ok: true, body: new TextDecoder().decode(body) };
}
