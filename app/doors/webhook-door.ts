import type { IncomingMessage, ServerResponse } from "node:http";
import type { Instant } from "#app/domain/calendar.ts";
import type { InboxWriter } from "#app/db/inbox/inbox.ts";
import { describeError, log } from "#app/log.server.ts";
import type { Delivery, ReadHeader, VerifiedWebhook } from "#app/platforms/platform.ts";
import { WEBHOOK_LIMIT } from "./body-limit.ts";
import { readBody } from "./bound-request.ts";

/** Shopify waits five seconds in all. An answer that comes too late is a failure it counts anyway. */
const WRITE_LIMIT_MS = 4_000;

export type Verify = (readHeader: ReadHeader, body: Uint8Array) => VerifiedWebhook;

export interface WebhookDoorParts {
  readonly verify: Verify;
  readonly inbox: InboxWriter;
  readonly now: () => Instant;
}

/**
 * Verify, write down, answer. 200 means committed. Only a delivery's envelope is read here, by the platform's own
 * `verify-webhook`: what lacks one is answered with 400. Its body is read by the worker, which parks with its
 * reason what makes no sense.
 */
export function createWebhookDoor({ verify, inbox, now }: WebhookDoorParts) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (request.method !== "POST") {
      response.setHeader("Allow", "POST");
      answer(response, 405);
      return;
    }
    const body = await readBody(request, response, WEBHOOK_LIMIT);
    if (body === null) return;
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
    (outcome): 200 => {
      // Shopify would only say it again, and again nobody would have asked for it.
      if (outcome === "unknown_shop") log.info("delivery_of_unknown_shop", { topic: delivery.topic });
      return 200;
    },
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
