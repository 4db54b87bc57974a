import type { IncomingMessage } from "node:http";

/** Without the query: it may carry an id token, and paths are what gets logged. */
export function pathOf(request: IncomingMessage): string {
  const url = request.url ?? "/";
  const end = url.indexOf("?");
  return end < 0 ? url : url.slice(0, end);
}

/**
 * The one spelling of an address that doors and limits go by. Remix takes `/Webhooks`, `/webhooks/` and
 * `/%77ebhooks` for the same address, so whoever guards it must as well. Null: it cannot be read.
 */
export function addressOf(request: IncomingMessage): string | null {
  try {
    const path = decodeURIComponent(pathOf(request)).toLowerCase();
    return `/${path
      .split("/")
      .filter((part) => part !== "")
      .join("/")}`;
  } catch {
    return null;
  }
}
