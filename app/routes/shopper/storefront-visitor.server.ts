import type { z } from "zod";
import { database, type Database } from "#app/db/client.ts";
import type { MemberId } from "#app/domain/books/ids.ts";
import type { Instant } from "#app/domain/calendar.ts";
import { parseCleanJson } from "#app/domain/clean-text.ts";
import { log } from "#app/log.server.ts";
import { verifyStorefrontVisit } from "#app/platforms/registry.server.ts";
import { storefrontShop, storefrontShopper, type Shopper } from "#app/queries/storefront/storefront-shop.ts";
import type { StorefrontAnswer, StorefrontRefusal } from "#storefront/state.ts";
import { refusal } from "./shopper-deeds.server.ts";
import { refusalStatus } from "./storefront-refusal.server.ts";

/** Who asks: somebody in a shop's front, passed on and signed by the platform. */
export interface StorefrontVisitor {
  readonly database: Database;
  readonly shopId: number;
  /** Null: nobody is logged in. */
  readonly shopper: Shopper | null;
  /** What the page is read in; null where it was not said. */
  readonly language: string | null;
  readonly now: Instant;
}

export type StorefrontCustomer = StorefrontVisitor & { readonly shopper: Shopper };
export type StorefrontMemberVisitor = StorefrontVisitor & {
  readonly shopper: Shopper & { readonly memberId: MemberId };
};

/** Checks the platform's signature and finds shop and shopper; everything else is refused here. */
export async function admitVisitor(request: Request): Promise<StorefrontVisitor> {
  const now = Date.now();
  const { search, searchParams } = new URL(request.url);
  const verified = verifyStorefrontVisit(search.slice(1), now, request.headers.get("authorization"));
  if (!verified.ok) {
    log.warn("visit_refused", { status: verified.status, reason: verified.reason });
    throw new Response(null, { status: verified.status });
  }
  const { platform, shopKey, customerId } = verified.visit;
  const db = await database();
  const shop = await storefrontShop(db, platform, shopKey);
  if (shop === null) throw refuse("program_missing");
  const { shopId } = shop;
  const shopper = customerId === null ? null : await storefrontShopper(db, shopId, customerId);
  return { database: db, shopId, shopper, language: searchParams.get("language"), now };
}

/** Lets only customers of the shop in who are logged in. */
export async function admitCustomer(request: Request): Promise<StorefrontCustomer> {
  const visitor = await admitVisitor(request);
  const { shopper } = visitor;
  if (shopper === null) throw refuse("not_signed_in");
  return { ...visitor, shopper };
}

/** Lets only members of the program in. */
export async function admitMember(request: Request): Promise<StorefrontMemberVisitor> {
  const visitor = await admitCustomer(request);
  const { memberId } = visitor.shopper;
  if (memberId === null) throw refuse("not_a_member");
  return { ...visitor, shopper: { ...visitor.shopper, memberId } };
}

/**
 * The wish in a changing request. Only JSON is taken: another site's form cannot send that without
 * asking the browser first, so that nobody changes anything on a shopper's behalf.
 */
export async function readWish<Shape extends z.ZodType>(
  request: Request,
  shape: Shape,
): Promise<z.infer<Shape>> {
  const isJson = request.headers.get("content-type")?.startsWith("application/json") === true;
  if (request.method !== "POST" || !isJson) throw refuse("invalid_request");
  const read = shape.safeParse(parseCleanJson(await request.text()));
  if (!read.success) throw refuse("invalid_request");
  return read.data;
}

/** What a person sees is theirs alone: nothing on the way keeps it. */
export function answer(body: object, status = 200): Response {
  return Response.json(body, { status, headers: { "Cache-Control": "no-store" } });
}

/** What a deed led to: all that the panel shows after it, or why it was refused. */
export function answerDeed(deed: StorefrontAnswer): Response {
  return answer(deed, deed.ok ? 200 : refusalStatus(deed.refusal));
}

export function refuse(reason: StorefrontRefusal): Response {
  return answerDeed(refusal(reason));
}
