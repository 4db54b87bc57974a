import { assert } from "#app/domain/assert.ts";
import type { Instant } from "#app/domain/calendar.ts";
import { shopifyEnv } from "#app/env.server.ts";
import { log } from "#app/log.server.ts";
import { sendLoginCode } from "./ecwid/auth/send-login-code.server.ts";
import { issueShopperToken } from "./ecwid/auth/shopper-token.ts";
import { storeOfVisit, verifyVisit } from "./ecwid/auth/verify-visit.ts";
import { createEcwid, signingKeys } from "./ecwid/ecwid.server.ts";
import type { AdminDoor } from "./admin-port.ts";
import type { Platform, PlatformName, ReadHeader, VerifiedWebhook } from "./platform.ts";
import { appSecrets } from "./shopify/auth/app-secrets.server.ts";
import { verifyProxyVisit } from "./shopify/auth/verify-proxy-visit.ts";
import { verifyShopifyWebhook } from "./shopify/auth/verify-webhook.ts";
import { createShopify, type ShopifyApp } from "./shopify/shopify-here.server.ts";

/** The adapters, each made when it is first asked for, so that no page needs another's settings. */
function once<Made>(make: () => Made): () => Made {
  let made: { value: Made } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** Shopify ends its own requests after about this time. */
const ANSWER_LIMIT_MS = 10_000;

const shopify = once(() => createShopify(ANSWER_LIMIT_MS));
const ecwid = once(() => createEcwid(ANSWER_LIMIT_MS));

/** A platform's line: its adapter, and the doors by which its deliveries and a merchant come in. */
interface Entry {
  /** Null where this installation does not serve it. */
  readonly serve: () => { readonly platform: Platform; readonly admin: AdminDoor } | null;
  readonly webhooks: {
    readonly address: string;
    readonly verify: (readHeader: ReadHeader, body: Uint8Array) => VerifiedWebhook;
  };
}

/** Whoever asks for a page is asked in this order whether it comes from their admin; Shopify's takes the rest. */
const PLATFORMS: Readonly<Record<PlatformName, Entry>> = {
  ecwid: { serve: ecwid, webhooks: { address: "/webhooks/ecwid", verify: verifyEcwidDelivery } },
  shopify: { serve: shopify, webhooks: { address: "/webhooks", verify: verifyShopifyDelivery } },
};

/** The adapter of that name; null where this installation has none. */
export function findPlatform(name: string): Platform | null {
  const entry = new Map<string, Entry>(Object.entries(PLATFORMS)).get(name);
  return entry?.serve()?.platform ?? null;
}

/** Where platforms post what happens in their shops, and how each is known to be who it says. */
export const webhookDoors = Object.values(PLATFORMS).map(({ webhooks }) => webhooks);

/** The door of the admin that a request for one of the merchant's pages comes from. */
export function adminDoorOf(request: Request): AdminDoor {
  for (const { serve } of Object.values(PLATFORMS)) {
    const door = serve()?.admin;
    if (door?.recognises(request) === true) return door;
  }
  throw new Response(null, { status: 401 });
}

/** Is this event Ecwid's? Nothing is where Ecwid is not served. */
function verifyEcwidDelivery(readHeader: ReadHeader, body: Uint8Array): VerifiedWebhook {
  const served = ecwid();
  if (served === null) return { ok: false, status: 400, reason: "Ecwid is not served here" };
  return served.verifyDelivery(readHeader, body);
}

/** A shopper: at a Shopify shop sent on and signed by its app proxy, at an Ecwid store with a token of ours. */
export interface StorefrontVisit {
  readonly platform: PlatformName;
  readonly shopKey: string;
  /** Who is logged in, or has proven to be who they say; null for everybody else. */
  readonly customerId: string | null;
}

export type VerifiedVisit =
  | { readonly ok: true; readonly visit: StorefrontVisit }
  | { readonly ok: false; readonly status: 400 | 401; readonly reason: string };

/**
 * Is this query one that Shopify has passed on, or a visit to an Ecwid store? Accepts previous secrets too
 * while new ones spread.
 */
export function verifyStorefrontVisit(
  query: string,
  now: Instant,
  authorization: string | null = null,
): VerifiedVisit {
  const storeId = storeOfVisit(query);
  if (storeId !== null) {
    const visited = verifyVisit(storeId, authorization, signingKeys(), now);
    if (!visited.ok) return visited;
    return { ok: true, visit: { platform: "ecwid", ...visited } };
  }
  const verified = verifyProxyVisit(query, appSecrets(), now);
  if (!verified.ok) return verified;
  const { shopKey, customerId } = verified;
  return { ok: true, visit: { platform: "shopify", shopKey, customerId } };
}

/** What is needed to make a shopper of an Ecwid store known. */
export const shopperProof = {
  platform: "ecwid" satisfies PlatformName,
  findCustomer: async (storeId: string, address: string): Promise<string | null> => {
    const found = await ecwid()?.findCustomer(storeId, address);
    if (found === undefined || found.kind === "data") return found?.data ?? null;
    log.warn("shopper_not_found_out", { shopKey: storeId, reason: found.reason });
    return null;
  },
  key: (): Buffer => {
    const [key] = signingKeys();
    assert(key !== undefined, "there is a key");
    return key;
  },
  issueToken: (shopper: { storeId: string; customerId: string }, now: Instant) =>
    issueShopperToken(shopper, signingKeys(), now),
  sendLoginCode: (mail: { storeId: string; address: string; code: string }) => sendLoginCode(mail),
};

/** Whether an Ecwid store's front lies at this origin: then its pages may read what is answered to them. */
export const isStorefrontOrigin = async (storeId: string, origin: string): Promise<boolean> =>
  (await ecwid()?.isOriginOf(storeId, origin)) ?? false;

/** The shop whose front asks by itself, and not through a proxy of its platform's; null: none does. */
export function shopAskedFor(query: string): string | null {
  const storeId = storeOfVisit(query);
  return storeId !== null && /^\d{1,15}$/u.test(storeId) ? storeId : null;
}

/** How an Ecwid store installs the app and opens it; null where Ecwid is not served. */
export const ecwidHere = () => ecwid();
export { TOKEN as ECWID_TOKEN } from "./ecwid/ecwid.server.ts";

/** Shopify's library answers its own addresses. */
export const authenticateAtShopify = (request: Request) => shopify().app(request).authenticate.admin(request);
export const login: ShopifyApp["login"] = (request) => shopify().app().login(request);

export function shopifyApiKey(): string {
  return shopifyEnv().SHOPIFY_API_KEY;
}

/** Is this delivery Shopify's? Accepts the previous secret too while a new one spreads. */
export function verifyShopifyDelivery(readHeader: ReadHeader, body: Uint8Array): VerifiedWebhook {
  return verifyShopifyWebhook(readHeader, body, appSecrets());
}

export { flowActions, type FlowWish, readFlowListening, readFlowWish } from "./shopify/deliver/flow.ts";
export { readSurfaceVisitor, verifyFlowRequest } from "./shopify/auth/surfaces.server.ts";
