import type { z } from "zod";
import { database, type Database } from "#app/db/client.ts";
import type { MemberId } from "#app/domain/books.ts";
import type { Instant } from "#app/domain/calendar.ts";
import { authenticateStorefront } from "#app/platforms/registry.server.ts";
import {
  storefrontShop,
  storefrontShopper,
  storefrontState,
  type Shopper,
} from "#app/queries/storefront-shop.ts";
import type { StorefrontAnswer, StorefrontRefusal } from "#app/queries/storefront-state.ts";

/** Who asks: somebody in a shop's front, passed on and signed by the platform. */
export interface StorefrontVisitor {
  readonly database: Database;
  readonly shop: { readonly shopId: number };
  /** Null: nobody is logged in. */
  readonly shopper: Shopper | null;
  readonly now: Instant;
}

export type StorefrontMemberVisitor = StorefrontVisitor & {
  readonly shopper: Shopper & { readonly memberId: MemberId };
};

const STATUS: Readonly<Partial<Record<StorefrontRefusal, number>>> = {
  not_signed_in: 401,
  not_a_member: 403,
  invalid_request: 400,
  program_missing: 404,
  reward_unknown: 404,
  code_unknown: 404,
  unavailable: 503,
};
const CONFLICT = 409;

/** Checks the platform's signature and finds shop and shopper; everything else is refused here. */
export async function admitVisitor(request: Request): Promise<StorefrontVisitor> {
  const visit = await authenticateStorefront(request);
  const db = await database();
  const shop = await storefrontShop(db, visit.platform, visit.shopKey);
  if (shop === null) throw refuse("program_missing");
  const { customerId } = visit;
  const shopper = customerId === null ? null : await storefrontShopper(db, shop.shopId, customerId);
  return { database: db, shop, shopper, now: Date.now() };
}

/** Lets only members of the program in. */
export async function admitMember(request: Request): Promise<StorefrontMemberVisitor> {
  const visitor = await admitVisitor(request);
  const { shopper } = visitor;
  if (shopper === null) throw refuse("not_signed_in");
  const { memberId } = shopper;
  if (memberId === null) throw refuse("not_a_member");
  return { ...visitor, shopper: { ...shopper, memberId } };
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
  const read = shape.safeParse(await request.json().catch(() => null));
  if (!read.success) throw refuse("invalid_request");
  return read.data;
}

/** What a person sees is theirs alone: nothing on the way keeps it. */
export function answer(body: object, status = 200): Response {
  return Response.json(body, { status, headers: { "Cache-Control": "no-store" } });
}

export function refuse(refusal: StorefrontRefusal, missing: number | null = null): Response {
  const body: StorefrontAnswer = { ok: false, refusal, missing };
  return answer(body, STATUS[refusal] ?? CONFLICT);
}

/** What was changed, with all that the panel shows after it. */
export async function answerChanged(request: Request, code: string | null): Promise<Response> {
  const { database: db, shop, shopper, now } = await admitVisitor(request);
  const state = await storefrontState(db, shop.shopId, shopper, now);
  if (state === null) return refuse("program_missing");
  const body: StorefrontAnswer = { ok: true, code, state };
  return answer(body);
}
