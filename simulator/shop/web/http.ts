import type { IncomingMessage, ServerResponse } from "node:http";

const LIMIT_BYTES = 20 * 1024 * 1024;
/** For what was written to reach the caller before the line breaks. */
const FLUSH_MS = 20;

export interface Ask {
  readonly method: string;
  /** Path and query, on a made-up origin. */
  readonly url: URL;
  readonly host: string;
  readonly headers: IncomingMessage["headers"];
  readonly body: Buffer;
}

export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string | readonly string[]>>;
  readonly body: string | Buffer;
  /** Wait before answering; the caller may have gone by then. */
  readonly delayMs?: number;
  /** Drop the connection instead of answering. */
  readonly hangUp?: boolean;
  /** Send the body and drop the connection as if there were more to come. */
  readonly breaksOff?: boolean;
}

export async function readAsk(request: IncomingMessage): Promise<Ask> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > LIMIT_BYTES) throw new Error("The request is too large");
    chunks.push(chunk);
  }
  const forwarded = request.headers["x-forwarded-host"];
  return {
    method: request.method ?? "GET",
    url: new URL(request.url ?? "/", "http://fake.invalid"),
    host: (typeof forwarded === "string" ? forwarded : (request.headers.host ?? "")).toLowerCase(),
    headers: request.headers,
    body: Buffer.concat(chunks),
  };
}

export async function give(response: ServerResponse, answer: Answer): Promise<void> {
  if (answer.delayMs !== undefined) await pause(answer.delayMs, response);
  if (response.destroyed) return;
  if (answer.hangUp === true) {
    response.destroy();
    return;
  }
  for (const [name, value] of Object.entries(answer.headers ?? {})) {
    response.setHeader(name, typeof value === "string" ? value : [...value]);
  }
  response.statusCode = answer.status;
  if (answer.breaksOff !== true) {
    response.end(answer.body);
    return;
  }
  response.write(answer.body, () => setTimeout(() => response.destroy(), FLUSH_MS));
}

function pause(delayMs: number, response: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, delayMs);
    timer.unref();
    response.once("close", () => {
      clearTimeout(timer);
      resolve();
    });
  });
}

export function json(status: number, value: unknown, headers: Readonly<Record<string, string>> = {}): Answer {
  return {
    status,
    headers: { "content-type": "application/json; charset=utf-8", ...headers },
    body: JSON.stringify(value),
  };
}

export function html(status: number, body: string, headers: Answer["headers"] = {}): Answer {
  return {
    status,
    headers: { "content-type": "text/html; charset=utf-8", "cache-control": "no-store", ...headers },
    body,
  };
}

export function redirect(to: string, headers: Answer["headers"] = {}): Answer {
  return { status: 302, headers: { location: to, ...headers }, body: "" };
}

/** null when the body is no JSON. */
export function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString("utf8"));
  } catch {
    return null;
  }
}

/** A JSON body or a form, as OAuth endpoints take both. */
export function parseFields(ask: Ask): unknown {
  const type = ask.headers["content-type"] ?? "";
  if (!type.includes("application/x-www-form-urlencoded")) return parseJson(ask.body);
  return Object.fromEntries(new URLSearchParams(ask.body.toString("utf8")));
}
