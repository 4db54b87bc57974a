import type { IncomingMessage, ServerResponse } from "node:http";
import type { Instant } from "#app/domain/calendar.ts";
import type { InboxWriter } from "#app/db/inbox.ts";
import { describeError, log } from "#app/log.server.ts";
import type { Delivery } from "#app/platforms/platform.ts";
import { readRawBody } from "./read-raw-body.ts";

/** Shopify's largest deliveries are a few megabytes: orders with hundreds of lines. */
const BODY_LIMIT_BYTES = 10 * 1024 * 1024;
/** Shopify waits five seconds in all. An answer that comes too late is a failure it counts anyway. */
const WRITE_LIMIT_MS = 4_000;

export type Verified =
  | { readonly ok: true; readonly delivery: Delivery }
  | { readonly ok: false; readonly status: 400 | 401; readonly reason: string };

export type Verify = (readHeader: (name: string) => string | null, body: Uint8Array) => Verified;

export interface WebhookDoorParts {
  readonly verify: Verify;
  readonly inbox: InboxWriter;
  readonly now: () => Instant;
}

/**
 * Verify, write down, answer. 200 means committed. A delivery is never read here: what is signed but
 * makes no sense is written down like the rest and parked by the worker with its reason.
 */
export function createWebhookDoor({ verify, inbox, now }: WebhookDoorParts) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (request.method !== "POST") {
      response.setHeader("Allow", "POST");
      answer(response, 405);
      return;
    }
    const body = await readRawBody(request, BODY_LIMIT_BYTES).catch(() => undefined);
    // Nobody is left to be answered.
    if (body === undefined) return;
    if (body === null) {
      response.setHeader("Connection", "close");
      answer(response, 413);
      return;
    }
    const verified = verify((name) => oneHeader(request, name), body);
    if (!verified.ok) {
      log.warn("delivery_refused", { status: verified.status, reason: verified.reason });
      answer(response, verified.status);
      return;
    }
    answer(response, await writeDown(inbox, verified.delivery, now()));
  };
}

async function writeDown(inbox: InboxWriter, delivery: Delivery, at: Instant): Promise<200 | 500 | 503> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<503>((resolve) => {
    timer = setTimeout(() => {
      resolve(503);
    }, WRITE_LIMIT_MS);
  });
  const written = inbox.write(delivery, at).then(
    (): 200 => 200,
    (error: unknown): 500 => {
      log.warn("delivery_not_written", { topic: delivery.topic, reason: describeError(error) });
      return 500;
    },
  );
  try {
    return await Promise.race([written, late]);
  } finally {
    clearTimeout(timer);
  }
}

function oneHeader(request: IncomingMessage, name: string): string | null {
  const value = request.headers[name];
  return typeof value === "string" ? value : null;
}

function answer(response: ServerResponse, status: number): void {
  response.statusCode = status;
  response.end();
}
