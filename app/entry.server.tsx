import { PassThrough } from "node:stream";
import {
  createReadableStreamFromReadable,
  type EntryContext,
  type HandleErrorFunction,
} from "@remix-run/node";
import { RemixServer } from "@remix-run/react";
import { renderToPipeableStream } from "react-dom/server";
import { logError } from "#app/log.server.ts";
import { adminDoorOf } from "#app/platforms/registry.server.ts";

const RENDER_LIMIT_MS = 5_000;

/** Renders a whole document at once: the pages wait for their queries, so there is nothing to stream. */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
): Promise<Response> {
  headers.set("Content-Type", "text/html; charset=utf-8");
  headers.set("Cache-Control", "no-store");
  headers.set("Referrer-Policy", "strict-origin-when-cross-origin");
  headers.set("X-Content-Type-Options", "nosniff");
  adminDoorOf(request).addHeaders(request, headers);

  return new Promise((resolve, reject) => {
    let answerStatus = status;
    const rendering = renderToPipeableStream(<RemixServer context={remixContext} url={request.url} />, {
      onAllReady() {
        const body = new PassThrough();
        resolve(new Response(createReadableStreamFromReadable(body), { status: answerStatus, headers }));
        rendering.pipe(body);
        clearTimeout(limit);
      },
      onShellError(error) {
        clearTimeout(limit);
        reject(error instanceof Error ? error : new Error(String(error)));
      },
      onError(error) {
        answerStatus = 500;
        logError("page_not_rendered", error);
      },
    });
    const limit = setTimeout(() => rendering.abort(), RENDER_LIMIT_MS);
  });
}

/** What a route did not expect. Remix would print all of it; the log keeps what may be kept. */
export const handleError: HandleErrorFunction = (error, { request }) => {
  if (request.signal.aborted) return;
  logError("route_failed", error, { method: request.method, path: new URL(request.url).pathname });
};
