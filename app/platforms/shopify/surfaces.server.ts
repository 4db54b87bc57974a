import { shopifyEnv } from "#app/env.server.ts";
import { readFlowWish, type FlowAction, type FlowWish } from "./flow.ts";
import { readSessionToken, type SurfaceVisitor } from "./session-token.ts";
import { isSigned } from "./verify-webhook.ts";

const FLOW_BODY_MAX_BYTES = 50_000;

/** Whom the session token of a surface's request vouches for; null: nobody. */
export function readSurfaceVisitor(request: Request): SurfaceVisitor | null {
  const token = /^Bearer (.+)$/u.exec(request.headers.get("authorization") ?? "none")?.[1];
  if (token === undefined) return null;
  const { SHOPIFY_API_KEY: apiKey } = shopifyEnv();
  const read = readSessionToken(token, { apiKey, secrets: secrets(), now: Date.now() });
  return read.ok ? read.visitor : null;
}

export type ReadFlowRequest =
  | { readonly ok: true; readonly wish: FlowWish }
  | { readonly ok: false; readonly status: 400 | 401 | 413; readonly reason: string };

/** What a workflow asks for, once its signature over the raw bytes is found right. */
export function readFlowRequest(action: FlowAction, headers: Headers, body: Uint8Array): ReadFlowRequest {
  if (body.length > FLOW_BODY_MAX_BYTES) return { ok: false, status: 413, reason: "The body is too large." };
  const signature = headers.get("x-shopify-hmac-sha256");
  if (signature === null) return { ok: false, status: 400, reason: "The signature is missing." };
  if (!isSigned(body, signature, secrets()))
    return { ok: false, status: 401, reason: "The signature is wrong." };
  const read = readFlowWish(action, new TextDecoder().decode(body));
  return read.ok ? read : { ok: false, status: 400, reason: read.reason };
}

/** Shopify may sign with the previous secret too while a new one spreads. */
function secrets(): string[] {
  const { SHOPIFY_API_SECRET, SHOPIFY_API_SECRET_PREVIOUS } = shopifyEnv();
  return [SHOPIFY_API_SECRET, SHOPIFY_API_SECRET_PREVIOUS].filter((secret) => secret !== undefined);
}
