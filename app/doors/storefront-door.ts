import { createHash } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Statements } from "#app/db/database.ts";
import type { MemberId } from "#app/domain/books/ids.ts";
import type { Instant } from "#app/domain/calendar.ts";
import { describeError, log } from "#app/log.server.ts";
import { storefrontStateOf, type StateViewer, type Visit } from "#app/queries/storefront/storefront-sight.ts";
import type { StorefrontRefusal, StorefrontState } from "#storefront/state.ts";

/** Who visits: by the platform's signature, or by our own token. */
export type VerifyVisit = (
  query: string,
  now: Instant,
  authorization: string | null,
) =>
  | { readonly ok: true; readonly visit: Visit }
  | { readonly ok: false; readonly status: 400 | 401; readonly reason: string };

export interface StorefrontDoorParts {
  readonly verify: VerifyVisit;
  readonly database: Statements;
  /** Takes a member through a publication, or what is due, that has not come to them yet. */
  readonly bringUpToDate: (shopId: number, memberId: MemberId, now: Instant) => Promise<unknown>;
  readonly now: () => Instant;
}

const DAY_MS = 86_400_000;

/**
 * What the panel asks when it opens, and the only thing shoppers ask that changes nothing and is asked
 * all day long: who is it (by Shopify's signature, or by our own token, and nothing else), one statement, JSON. Everything a
 * shopper does goes to the pages.
 */
export function createStorefrontDoor(parts: StorefrontDoorParts) {
  const { verify, now } = parts;
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (request.method !== "GET" && request.method !== "HEAD") {
      response.setHeader("Allow", "GET, HEAD");
      send(response, 405, null);
      return;
    }
    const at = now();
    const query = queryOf(request);
    const verified = verify(query, at, request.headers.authorization ?? null);
    if (!verified.ok) {
      log.warn("visit_refused", { status: verified.status, reason: verified.reason });
      send(response, verified.status, null);
      return;
    }
    const visit = { ...verified.visit, language: languageOf(query) };
    const state = await readState(parts, visit, at).catch((error: unknown) => {
      log.warn("state_not_read", { reason: describeError(error) });
      return undefined;
    });
    if (state === undefined) refuse(response, 503, "unavailable");
    else if (state === null) refuse(response, 404, "program_missing");
    else if (visit.customerId === null) sendState(request, response, state);
    else sendOwnState(response, state);
  };
}

/** Whoever is looked at goes first: what was read of somebody who was behind is read anew. */
async function readState(
  { database, bringUpToDate }: StorefrontDoorParts,
  visit: Visit & StateViewer,
  at: Instant,
): Promise<StorefrontState | null> {
  const { state, behind } = await storefrontStateOf(database, visit, at);
  if (behind === null) return state;
  await bringUpToDate(behind.shopId, behind.memberId, at);
  return (await storefrontStateOf(database, visit, at)).state;
}

/** What is somebody's own is kept nowhere on the way, so that nobody after them at the same browser sees it. */
function sendOwnState(response: ServerResponse, state: StorefrontState): void {
  response.setHeader("Cache-Control", "no-store");
  send(response, 200, JSON.stringify(state));
}

/**
 * Of visitors nothing is known: the browser keeps their answer and asks each time whether it still holds.
 * The tag covers all but the moment of asking, which moves on its own; of that, the day counts.
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

/** What the page is read in. No secret and nothing that could do harm: it only picks among words. */
function languageOf(query: string): string | null {
  return new URLSearchParams(query).get("language");
}

/** As it came: the signature is over what these very characters say. */
export function queryOf({ url }: IncomingMessage): string {
  const start = url?.indexOf("?") ?? -1;
  return url === undefined || start < 0 ? "" : url.slice(start + 1);
}
