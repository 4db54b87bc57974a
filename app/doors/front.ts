import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { describeError, log } from "#app/log.server.ts";
import { addressOf, pathOf } from "./address.ts";
import { queryOf } from "./storefront-door.ts";
import { bodyLimitOf } from "./body-limit.ts";
import { boundRequest, declaredBytes, refuseBody } from "./bound-request.ts";

type Door = (request: IncomingMessage, response: ServerResponse) => Promise<void> | void;

export interface FrontParts {
  /** By the address a platform posts to. */
  readonly webhooks: ReadonlyMap<string, Door>;
  /** The state of a shopper, asked through the shop's own domain. */
  readonly storefront: Door;
  /** What the widget saw a shopper do. */
  readonly seen: Door;
  /** A shopper who proves to be known, where the platform vouches for nobody. */
  readonly shoppers: (
    wish: "code" | "proof",
    request: IncomingMessage,
    response: ServerResponse,
  ) => Promise<void> | void;
  /** The shop whose front asks by itself, and not through a proxy of the platform's, by the query. Null: none does. */
  readonly shopAskedFor: (query: string) => string | null;
  /** Whether the front of a shop lies at this origin, where it is asked from there and not through a proxy. */
  readonly isStorefrontOrigin: (shopKey: string, origin: string) => Promise<boolean>;
  readonly health: { live(response: ServerResponse): void; ready(response: ServerResponse): Promise<void> };
  /** Remix, behind everything else. */
  readonly pages: { answer(request: IncomingMessage, response: ServerResponse): void };
}

/** Behind most load balancers (60 s), so that it is never we who drop a connection in use. */
const KEEP_ALIVE_MS = 65_000;
/** A large upload takes its time; every other body has its own, shorter limit. */
const REQUEST_LIMIT_MS = 15 * 60_000;

/**
 * The app's own server. The hot doors answer here, from raw bytes, in a tenth of what a request costs
 * in Remix; all other paths go to the pages.
 */
export function createFront(parts: FrontParts): Server {
  const server = createServer((request, response) => {
    void passOn(parts, request, response);
  });
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  server.headersTimeout = KEEP_ALIVE_MS + 1_000;
  server.requestTimeout = REQUEST_LIMIT_MS;
  // Who asks before sending is told before anything is sent.
  server.on("checkContinue", (request: IncomingMessage, response: ServerResponse) => {
    const address = addressOf(request);
    const isTaken = address !== null && Number(declaredBytes(request)) <= bodyLimitOf(address).bytes;
    if (isTaken) response.writeContinue();
    void passOn(parts, request, response);
  });
  return server;
}

async function passOn(parts: FrontParts, request: IncomingMessage, response: ServerResponse): Promise<void> {
  sayWhatIsUnsaid(response);
  const address = addressOf(request);
  if (address === null) {
    response.writeHead(400).end();
    return;
  }
  try {
    const limit = bodyLimitOf(address);
    if (Number(declaredBytes(request)) > limit.bytes) refuseBody(request, response, limit);
    else await answer(parts, address, request, response);
  } catch (error) {
    log.warn("request_failed", {
      method: request.method,
      path: pathOf(request),
      reason: describeError(error),
    });
    if (!response.headersSent) response.statusCode = 500;
    response.end();
  }
}

async function answer(
  parts: FrontParts,
  address: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (WIDGET_SCRIPT.test(address)) response.setHeader("Access-Control-Allow-Origin", "*");
  const asked = frontAsking(parts, address, request);
  if (asked !== null) {
    await letItsFrontRead(parts, asked, request, response);
    if (request.method === "OPTIONS") {
      response.setHeader("Access-Control-Allow-Methods", "GET, POST");
      response.setHeader("Access-Control-Allow-Headers", "authorization, content-type, if-none-match");
      response.setHeader("Access-Control-Max-Age", "600");
      response.writeHead(204).end();
      return;
    }
  }
  const webhooks = parts.webhooks.get(address);
  if (webhooks !== undefined) {
    await webhooks(request, response);
    return;
  }
  switch (address) {
    case "/storefront/state":
      await parts.storefront(request, response);
      return;
    case "/storefront/seen":
      await parts.seen(request, response);
      return;
    case "/shoppers/code":
      await parts.shoppers("code", request, response);
      return;
    case "/shoppers/proof":
      await parts.shoppers("proof", request, response);
      return;
    case "/healthz":
      parts.health.live(response);
      return;
    case "/readyz":
      await parts.health.ready(response);
      return;
    default: {
      const bounded = await boundRequest(request, response, bodyLimitOf(address));
      if (bounded === null) return;
      bounded.url = bounded.url?.replaceAll("%00", "");
      parts.pages.answer(bounded, response);
    }
  }
}

/** The widget's own scripts are the same for everybody, and every shop loads them. */
const WIDGET_SCRIPT = /^\/storefront\/regulars-[a-z-]+\.js$/u;

function frontAsking({ shopAskedFor }: FrontParts, address: string, request: IncomingMessage): string | null {
  if (!address.startsWith("/shoppers/") && !address.startsWith("/storefront/")) return null;
  return shopAskedFor(queryOf(request));
}

/** Only the pages of that very shop may read what is answered; they bring a token and no cookie. */
async function letItsFrontRead(
  { isStorefrontOrigin }: FrontParts,
  shop: string,
  { headers: { origin } }: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  response.setHeader("Vary", "Origin");
  if (origin === undefined || !(await isStorefrontOrigin(shop, origin))) return;
  response.setHeader("Access-Control-Allow-Origin", origin);
}

const UNSAID = {
  "Content-Security-Policy": "frame-ancestors 'none'",
  "Cache-Control": "no-store",
} as const;

/**
 * Whatever says nothing of who may show it in a frame is shown in none, and what says nothing of how long it
 * may be kept is kept nowhere: what the pages ask for behind a page is people's as much as the page.
 */
function sayWhatIsUnsaid(response: ServerResponse): void {
  const writeHead = response.writeHead.bind(response);
  Reflect.set(response, "writeHead", (...about: unknown[]): unknown => {
    for (const [name, value] of Object.entries(UNSAID)) {
      if (!response.hasHeader(name)) response.setHeader(name, value);
    }
    const answered: unknown = Reflect.apply(writeHead, response, about);
    return answered;
  });
}
