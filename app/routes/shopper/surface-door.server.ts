import { z } from "zod";
import { bringUpToDate } from "#app/commands/members/bring-up-to-date.ts";
import { database } from "#app/db/client.ts";
import { cleanTexts, parseCleanJson } from "#app/domain/clean-text.ts";
import { readSurfaceVisitor } from "#app/platforms/registry.server.ts";
import { storefrontShopper } from "#app/queries/storefront/storefront-shop.ts";
import { languageOfShopper, surfaceShop, tillMayAdjust } from "#app/queries/shops/surface-shop.ts";
import { refusal, type RefusalAnswer, type ShopperVisit } from "./shopper-deeds.server.ts";
import { refusalStatus } from "./storefront-refusal.server.ts";

/** A visit from a surface that Shopify hosts, with the shop's permanent domain. */
export interface SurfaceVisit extends ShopperVisit {
  readonly shopKey: string;
}

export interface StaffVisit extends SurfaceVisit {
  /** Who is written into the audit: the platform's number of a member of staff, no name. */
  readonly actor: string;
}

type Answer = object | RefusalAnswer;

/** Surfaces run in a sandbox without an address of their own; what they may do hangs on the token alone. */
const CROSS_ORIGIN = {
  "Access-Control-Allow-Origin": "*",
  "Access-Control-Allow-Methods": "GET, POST, OPTIONS",
  "Access-Control-Allow-Headers": "Authorization, Content-Type",
  "Access-Control-Max-Age": "7200",
} as const;

const WISH_MAX_LENGTH = 10_000;

/** Shopify's id of a customer: a number, or a global id that ends in one. */
const customer = z
  .string()
  .regex(/^(gid:\/\/shopify\/Customer\/)?\d{1,19}$/u)
  .transform((id) => id.slice(id.lastIndexOf("/") + 1));

/**
 * Answers the customer of the session token, about that customer and nobody else. The wish is the
 * query of a GET, the JSON body of a POST.
 */
export function answerShopper<Shape extends z.ZodType>(
  request: Request,
  shape: Shape,
  answer: (visit: SurfaceVisit, wish: z.output<Shape>) => Promise<Answer>,
): Promise<Response> {
  return guarded(request, async () => {
    const visitor = readSurfaceVisitor(request);
    if (visitor?.kind !== "shopper") return refusal("not_signed_in");
    const wish = shape.safeParse(await readWish(request));
    if (!wish.success) return refusal("invalid_request");
    const visit = await visitOf(request, visitor.shopKey, visitor.customerId);
    return visit === null ? refusal("program_missing") : answer(visit, wish.data);
  });
}

/** Answers staff in the admin or at the till about the customer they name. */
export function answerStaff<Shape extends z.ZodType>(
  request: Request,
  shape: Shape,
  answer: (visit: StaffVisit, wish: z.output<Shape>) => Promise<Answer>,
): Promise<Response> {
  return answerStaffWho(() => Promise.resolve(true), request, shape, answer);
}

/** Answers staff in the admin, and at tills only where the merchant lets tills do it, whoever is signed in there. */
export function answerAdminStaff<Shape extends z.ZodType>(
  request: Request,
  shape: Shape,
  answer: (visit: StaffVisit, wish: z.output<Shape>) => Promise<Answer>,
): Promise<Response> {
  return answerStaffWho(({ database, shopId }) => tillMayAdjust(database, shopId), request, shape, answer);
}

function answerStaffWho<Shape extends z.ZodType>(
  mayTill: (visit: SurfaceVisit) => Promise<boolean>,
  request: Request,
  shape: Shape,
  answer: (visit: StaffVisit, wish: z.output<Shape>) => Promise<Answer>,
): Promise<Response> {
  return guarded(request, async () => {
    const visitor = readSurfaceVisitor(request);
    if (visitor?.kind !== "staff") return refusal("not_signed_in");
    const asked = await readWish(request);
    const named = z.object({ customer }).safeParse(asked);
    const wish = shape.safeParse(asked);
    if (!named.success || !wish.success) return refusal("invalid_request");
    const visit = await visitOf(request, visitor.shopKey, named.data.customer);
    if (visit === null) return refusal("program_missing");
    if (visitor.at === "till" && !(await mayTill(visit))) return refusal("not_signed_in");
    return answer({ ...visit, actor: `shopify:user:${visitor.userId}` }, wish.data);
  });
}

/** What the loader of a route that only changes things answers: the browser's question before a POST. */
export function answerBeforePost(request: Request): Response {
  if (request.method === "OPTIONS") return new Response(null, { status: 204, headers: CROSS_ORIGIN });
  return new Response(null, { status: 405, headers: { ...CROSS_ORIGIN, Allow: "POST, OPTIONS" } });
}

async function guarded(request: Request, answer: () => Promise<Answer>): Promise<Response> {
  if (request.method === "OPTIONS") return answerBeforePost(request);
  const body = await answer();
  const status = "refusal" in body ? refusalStatus(body.refusal) : 200;
  return Response.json(body, { status, headers: { ...CROSS_ORIGIN, "Cache-Control": "no-store" } });
}

async function visitOf(request: Request, shopKey: string, customerId: string): Promise<SurfaceVisit | null> {
  const db = await database();
  const shopId = await surfaceShop(db, "shopify", shopKey);
  if (shopId === null) return null;
  const shopper = await storefrontShopper(db, shopId, customerId);
  const language = await languageOfShopper(db, shopId, new URL(request.url).searchParams.get("language"));
  const now = Date.now();
  if (shopper.memberId !== null) await bringUpToDate(db, shopId, [shopper.memberId], now);
  return { database: db, shopId, shopKey, shopper, language, now };
}

async function readWish(request: Request): Promise<unknown> {
  if (request.method === "GET") return cleanTexts(Object.fromEntries(new URL(request.url).searchParams));
  const text = await request.text();
  return text.length > WISH_MAX_LENGTH ? null : parseCleanJson(text);
}
