import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { describeError, log } from "#app/log.server.ts";

type Door = (request: IncomingMessage, response: ServerResponse) => Promise<void> | void;

export interface FrontParts {
  readonly webhooks: Door;
  /** The state of a shopper, asked through the shop's own domain. */
  readonly storefront: Door;
  readonly health: { live(response: ServerResponse): void; ready(response: ServerResponse): Promise<void> };
  /** Remix, behind everything else. */
  readonly pages: { answer(request: IncomingMessage, response: ServerResponse): void };
}

/** Behind most load balancers (60 s), so that it is never we who drop a connection in use. */
const KEEP_ALIVE_MS = 65_000;
const REQUEST_LIMIT_MS = 30_000;

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
  return server;
}

async function passOn(parts: FrontParts, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const path = pathOf(request);
  try {
    switch (path) {
      case "/webhooks":
        await parts.webhooks(request, response);
        return;
      case "/storefront/state":
        await parts.storefront(request, response);
        return;
      case "/healthz":
        parts.health.live(response);
        return;
      case "/readyz":
        await parts.health.ready(response);
        return;
      default:
        parts.pages.answer(request, response);
    }
  } catch (error) {
    log.warn("request_failed", { method: request.method, path, reason: describeError(error) });
    if (!response.headersSent) response.statusCode = 500;
    response.end();
  }
}

/** Without the query: it may carry an id token, and paths are what gets logged. */
export function pathOf(request: IncomingMessage): string {
  const url = request.url ?? "/";
  const end = url.indexOf("?");
  return end < 0 ? url : url.slice(0, end);
}
