import type { IncomingMessage, ServerResponse } from "node:http";
import { z } from "zod";
import { noteSeenInFront } from "#app/commands/activities/note-seen-in-front.ts";
import type { Database } from "#app/db/database.ts";
import type { Instant } from "#app/domain/calendar.ts";
import { parseCleanJson } from "#app/domain/clean-text.ts";
import { describeError, log } from "#app/log.server.ts";
import { storefrontShop, storefrontShopper } from "#app/queries/storefront/storefront-shop.ts";
import type { Visit } from "#app/queries/storefront/storefront-sight.ts";
import { AskingLimit } from "./asking-limit.ts";
import { readBody } from "./bound-request.ts";
import { queryOf, type VerifyVisit } from "./storefront-door.ts";

export interface SeenDoorParts {
  readonly verify: VerifyVisit;
  readonly database: Database;
  readonly now: () => Instant;
}

const LIMIT = { bytes: 1_024, isStreamed: false };
/** Nobody looks at pages faster; whoever does is a script. */
const PER_SHOPPER = { told: 60, windowMs: 10 * 60_000 };

/** As the shop numbers its products. */
const product = z.string().regex(/^\d{1,19}$/u);
/** Without its query, which may say anything. */
const page = z
  .string()
  .max(200)
  .regex(/^\/[^\s?#]*$/u);
const seen = z.discriminatedUnion("activity", [
  z.strictObject({ activity: z.literal("page_visit"), about: page }),
  z.strictObject({ activity: z.literal("product_view"), about: product }),
  z.strictObject({ activity: z.literal("add_to_cart"), about: product }),
  z.strictObject({ activity: z.literal("search"), about: z.literal("") }),
]);

/**
 * Where the widget tells what a shopper does in the shop's front. Only of whom the platform, or our own token,
 * says that it is them: the page itself is believed in what was done and in nothing else. Nobody waits for the
 * answer, which says nothing of points.
 */
export function createSeenDoor({ verify, database, now }: SeenDoorParts) {
  const limit = new AskingLimit(PER_SHOPPER.told, PER_SHOPPER.windowMs);
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (request.method !== "POST") {
      response.setHeader("Allow", "POST");
      answer(response, 405);
      return;
    }
    const body = await readBody(request, response, LIMIT);
    if (body === null) return;
    const at = now();
    const verified = verify(queryOf(request), at, request.headers.authorization ?? null);
    if (!verified.ok) {
      log.warn("visit_refused", { status: verified.status, reason: verified.reason });
      answer(response, verified.status);
      return;
    }
    try {
      answer(response, await take({ database, limit }, verified.visit, { request, body, at }));
    } catch (error) {
      log.warn("seen_not_written", { reason: describeError(error) });
      answer(response, 503);
    }
  };
}

/** The status it is answered with. */
async function take(
  { database, limit }: { readonly database: Database; readonly limit: AskingLimit },
  { platform, shopKey, customerId }: Visit,
  {
    request,
    body,
    at,
  }: { readonly request: IncomingMessage; readonly body: Uint8Array; readonly at: Instant },
): Promise<number> {
  if (customerId === null) return 401;
  // Another site's page cannot send this without asking the browser first.
  if (request.headers["content-type"]?.startsWith("application/json") !== true) return 400;
  const said = seen.safeParse(parseCleanJson(Buffer.from(body).toString("utf8")));
  if (!said.success) return 400;
  if (!limit.takes(`${platform} ${shopKey} ${customerId}`, at)) return 429;
  const shop = await storefrontShop(database, platform, shopKey);
  if (shop === null) return 404;
  const { shopId } = shop;
  const { memberId } = await storefrontShopper(database, shopId, customerId);
  // Whoever is no member has done nothing that anybody counts.
  if (memberId !== null) await noteSeenInFront(database, { shopId, memberId, ...said.data, now: at });
  return 204;
}

function answer(response: ServerResponse, status: number): void {
  response.statusCode = status;
  response.setHeader("Cache-Control", "no-store");
  response.end();
}
