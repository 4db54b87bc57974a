import type { IncomingMessage, ServerResponse } from "node:http";
import { createRequestHandler } from "@remix-run/express";
import type { ServerBuild } from "@remix-run/node";
import express from "express";
import { log } from "#app/log.server.ts";
import { pathOf } from "./front.ts";

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
