import type { IncomingMessage, ServerResponse } from "node:http";
import { createRequestHandler } from "@remix-run/express";
import type { ServerBuild } from "@remix-run/node";
import express from "express";
import { log, logError } from "#app/log.server.ts";
import { pathOf } from "./address.ts";

export interface PagesParts {
  readonly build: ServerBuild | (() => Promise<ServerBuild>);
  readonly mode: "development" | "production" | "test";
  /** Where the browser's files lie; null in development, where Vite serves them. */
  readonly clientDirectory: string | null;
  /** Vite in development. */
  readonly before: express.RequestHandler | null;
}

/** Everything that is no hot door: the browser's files, then Remix. */
export function createPages({ build, mode, clientDirectory, before }: PagesParts) {
  const app = express();
  app.disable("x-powered-by");
  // The app stands behind a proxy that ends TLS; Remix must see the address the browser sees.
  app.set("trust proxy", true);
  app.use(logWhenAnswered);
  if (before !== null) app.use(before);
  if (clientDirectory !== null) {
    app.use("/assets", express.static(`${clientDirectory}/assets`, { immutable: true, maxAge: "1y" }));
    app.use(express.static(clientDirectory, { maxAge: "1h" }));
  }
  const answer = createRequestHandler({ build, mode });
  app.all("*", (request, response, next) => {
    void answer(request, response, next);
  });
  app.use(answerFailure);
  return (request: IncomingMessage, response: ServerResponse): void => {
    app(request, response);
  };
}

const logWhenAnswered: express.RequestHandler = (request, response, next) => {
  const startedAt = performance.now();
  const path = pathOf(request);
  response.on("finish", () => {
    log.info("answered", {
      method: request.method,
      path,
      status: response.statusCode,
      ms: Math.round(performance.now() - startedAt),
    });
  });
  next();
};

/** What nobody below has answered: it goes to our own log, and nobody outside is told what it was. */
const answerFailure: express.ErrorRequestHandler = (error: unknown, request, response, _next) => {
  const status = statusOf(error);
  if (status >= 500) logError("request_failed", error, { method: request.method, path: pathOf(request) });
  if (response.headersSent) {
    response.destroy();
    return;
  }
  response.status(status).set("cache-control", "no-store").end();
};

/** Express says which requests cannot be answered at all, such as an address of broken escapes. */
function statusOf(error: unknown): number {
  const status = error instanceof Error && "status" in error ? Number(error.status) : 500;
  return status >= 400 && status < 500 ? status : 500;
}
