import { IncomingMessage, type ServerResponse } from "node:http";
import { type BodyLimit, tooLarge } from "./body-limit.ts";
import { readRawBody } from "./read-raw-body.ts";
import { withoutNul } from "./without-nul.ts";

/** How long a body may take, unless it is a large one that is handed on as it comes. */
const BODY_LIMIT_MS = 30_000;
/** Somebody who is still sending hears the answer only while somebody still listens. */
const LINGER_MS = 2_000;

/** More was sent than is taken; whoever reads the body meets this in place of the rest. */
class BodyTooLarge extends Error {
  override readonly name = "BodyTooLarge";
}

/** What a request says of its own length; null where it does not say (or there is no body). */
export function declaredBytes({ headers }: IncomingMessage): number | null {
  const declared = headers["content-length"];
  return declared === undefined ? null : Number(declared);
}

/**
 * The request with a body of at most so many bytes, whether it says its length or not. A small body is
 * read before anything is done with it; a large one is handed on as it comes, and ends in an error at the
 * limit. Null: it was too large, and is answered; or nobody is there any more.
 */
export async function boundRequest(
  request: IncomingMessage,
  response: ServerResponse,
  limit: BodyLimit,
): Promise<IncomingMessage | null> {
  if (!hasBody(request)) return request;
  if (limit.isStreamed) return streamed(request, response, limit);
  const body = await readBody(request, response, limit);
  if (body === null) return null;
  const clean = withoutNul(body, request.headers["content-type"]);
  const whole = emptyLike(request);
  whole.headers = { ...request.headers, "content-length": String(clean.length) };
  whole.push(clean);
  whole.push(null);
  whole.complete = true;
  return whole;
}

/** The bytes as they came. Null: there were too many, which is answered; or nobody is there any more. */
export async function readBody(
  request: IncomingMessage,
  response: ServerResponse,
  limit: BodyLimit,
): Promise<Uint8Array | null> {
  const body = await readInTime(request, limit);
  if (body === "gone") return null;
  if (body === null) refuseBody(request, response, limit);
  return body;
}

/** 413, and what is still being sent is thrown away for a moment, so that the sender hears it. */
export function refuseBody(request: IncomingMessage, response: ServerResponse, limit: BodyLimit): void {
  response.writeHead(413, { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" });
  response.end(tooLarge(limit));
  const linger = setTimeout(() => request.socket.destroy(), LINGER_MS).unref();
  request.on("error", () => undefined);
  request.on("end", () => {
    clearTimeout(linger);
  });
  request.resume();
}

function hasBody({ headers }: IncomingMessage): boolean {
  const length = headers["content-length"];
  return headers["transfer-encoding"] !== undefined || (length !== undefined && length !== "0");
}

/** The bytes as they came; null: too many of them; gone: whoever sent them is not there any more. */
async function readInTime(
  request: IncomingMessage,
  { bytes }: BodyLimit,
): Promise<Uint8Array | null | "gone"> {
  const limit = setTimeout(() => request.socket.destroy(), BODY_LIMIT_MS).unref();
  try {
    return await readRawBody(request, bytes);
  } catch {
    return "gone";
  } finally {
    clearTimeout(limit);
  }
}

/** Counts what passes, takes no more than its reader asks for, and breaks off at the limit. */
function streamed(request: IncomingMessage, response: ServerResponse, limit: BodyLimit): IncomingMessage {
  const counted = emptyLike(request);
  let length = 0;
  counted._read = () => request.resume();
  request.on("data", (chunk: Buffer) => {
    length += chunk.length;
    if (length > limit.bytes) {
      request.removeAllListeners("data");
      // Its end must not take the connection with it: the sender is still to hear why.
      counted.complete = true;
      if (!response.headersSent) refuseBody(request, response, limit);
      counted.destroy(new BodyTooLarge(tooLarge(limit).trim()));
    } else if (!counted.push(chunk)) request.pause();
  });
  request.on("end", () => {
    counted.complete = true;
    counted.push(null);
  });
  request.on("error", (error) => counted.destroy(error));
  request.pause();
  return counted;
}

/** The same request without its body. */
function emptyLike(request: IncomingMessage): IncomingMessage {
  const copy = new IncomingMessage(request.socket);
  // The bytes are pushed by whoever has read them, not by the connection.
  copy._read = () => undefined;
  const { method, url, headers, rawHeaders, httpVersion, httpVersionMajor, httpVersionMinor } = request;
  return Object.assign(copy, {
    method,
    url,
    headers,
    rawHeaders,
    httpVersion,
    httpVersionMajor,
    httpVersionMinor,
  });
}
