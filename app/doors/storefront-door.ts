import { createHash } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Statements } from "#app/db/database.ts";
import type { Instant } from "#app/domain/calendar.ts";
import { describeError, log } from "#app/log.server.ts";
import { storefrontStateOf, type Visit } from "#app/queries/storefront-sight.ts";
import type { StorefrontRefusal, StorefrontState } from "#app/queries/storefront-state.ts";

type VerifyVisit = (
  query: string,
  now: Instant,
) =>
  | { readonly ok: true; readonly visit: Visit }
  | { readonly ok: false; readonly status: 400 | 401; readonly reason: string };

export interface StorefrontDoorParts {
  readonly verify: VerifyVisit;
  readonly database: Statements;
  readonly now: () => Instant;
}

const DAY_MS = 86_400_000;

/**
 * What the panel asks when it opens, and the only thing shoppers ask that changes nothing and is asked
 * all day long: who is it (by Shopify's signature and nothing else), one statement, JSON. Everything a
 * shopper does goes to the pages.
 */
export function createStorefrontDoor({ verify, database, now }: StorefrontDoorParts) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (request.method !== "GET" && request.method !== "HEAD") {
      response.setHeader("Allow", "GET, HEAD");
      send(response, 405, null);
      return;
    }
    const at = now();
    const verified = verify(queryOf(request), at);
    if (!verified.ok) {
      log.warn("visit_refused", { status: verified.status, reason: verified.reason });
      send(response, verified.status, null);
      return;
    }
    const state = await storefrontStateOf(database, verified.visit, at).catch((error: unknown) => {
      log.warn("state_not_read", { reason: describeError(error) });
      return undefined;
    });
    if (state === undefined) refuse(response, 503, "unavailable");
    else if (state === null) refuse(response, 404, "program_missing");
    else sendState(request, response, state);
  };
}

/**
 * The browser keeps the answer for this one person and asks each time whether it still holds. The tag
 * covers all but the moment of asking, which moves on its own; of that, the day counts.
 */
function sendState(
  request: IncomingMessage,
  response: ServerResponse,
  { at, ...state }: StorefrontState,
): void {
  const text = JSON.stringify(state);
  const digest = createHash("sha256")
    .update(`${String(Math.floor(at / DAY_MS))} ${text}`)
    .digest("base64url");
  const tag = `W/"${digest}"`;
  response.setHeader("ETag", tag);
  response.setHeader("Cache-Control", "private, no-cache");
  if (request.headers["if-none-match"] === tag) send(response, 304, null);
  else send(response, 200, `{"at":${String(at)},${text.slice(1)}`);
}

function refuse(response: ServerResponse, status: 404 | 503, refusal: StorefrontRefusal): void {
  response.setHeader("Cache-Control", "no-store");
  send(response, status, JSON.stringify({ ok: false, refusal, missing: null }));
}

function send(response: ServerResponse, status: number, json: string | null): void {
  response.statusCode = status;
  if (json === null) {
    response.end();
    return;
  }
  response.setHeader("Content-Type", "application/json; charset=utf-8");
  response.setHeader("Content-Length", Buffer.byteLength(json));
  response.end(json);
}

/** As it came: the signature is over what these very characters say. */
function queryOf({ url }: IncomingMessage): string {
  const start = url?.indexOf("?") ?? -1;
  return url === undefined || start < 0 ? "" : url.slice(start + 1);
}
