import { shopifyEnv } from "#app/env.server.ts";
import { appSecrets } from "./app-secrets.server.ts";
import { readSessionToken, type ReadSessionToken, type SurfaceVisitor } from "./session-token.ts";
import { isSigned } from "./verify-webhook.ts";

const FLOW_BODY_MAX_BYTES = 50_000;

/** Whom the session token of a surface's request vouches for; null: nobody. */
export function readSurfaceVisitor(request: Request): SurfaceVisitor | null {
  const token = bearerOf(request);
  if (token === null) return null;
  const read = readToken(token);
  return read.ok ? read.visitor : null;
}

/** Staff's session token: in a header of what a page asks, in the address when a page is opened. */
export function staffTokenOf(request: Request): string | null {
  return bearerOf(request) ?? new URL(request.url).searchParams.get("id_token");
}

/**
 * Whether a request to the admin brings a token that will never do: forged, for another app, a shopper's
 * or a till's. One secret signs them all, and Shopify's library asks only for whom the token was made.
 * One that is out of date, or none, is the library's to have renewed.
 */
export function isForeignToAdmin(request: Request): boolean {
  const token = staffTokenOf(request);
  if (token === null) return false;
  const read = readToken(token);
  return read.ok ? read.visitor.kind !== "staff" || read.visitor.at !== "admin" : !read.isUntimely;
}

function bearerOf(request: Request): string | null {
  return /^Bearer (.+)$/u.exec(request.headers.get("authorization") ?? "none")?.[1] ?? null;
}

function readToken(token: string): ReadSessionToken {
  const { SHOPIFY_API_KEY: apiKey } = shopifyEnv();
  return readSessionToken(token, { apiKey, secrets: appSecrets(), now: Date.now() });
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
