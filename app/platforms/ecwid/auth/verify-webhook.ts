import { createHmac, timingSafeEqual } from "node:crypto";
import { z } from "zod";
import type { Instant } from "#app/domain/calendar.ts";
import { parseBody } from "../../parse-body.ts";
import type { ReadHeader, VerifiedWebhook } from "../../platform.ts";
import { id } from "../fields.ts";

/** Ecwid tries for a day; whatever is much older is somebody else's second try. */
const OLDEST_MS = 48 * 60 * 60_000;
/** Clocks differ. */
const AHEAD_MS = 60 * 60_000;

const NAME = /^[a-z_]{1,40}\.[A-Za-z_]{1,60}$/u;

const envelope = z.object({
  eventId: z.string().min(1).max(100),
  eventCreated: z.int().nonnegative(),
  storeId: id.pipe(z.string().regex(/^\d{1,15}$/u)),
  eventType: z.string().regex(NAME),
  entityId: id.pipe(z.string().max(64)).nullish(),
  data: z.object({ orderId: id.pipe(z.string().max(64)).nullish() }).nullish(),
});

/**
 * Is this an event of Ecwid's? The signature is made with the app's secret and covers the moment and the id
 * of the event, and nothing else of it: not the store, not the kind, not whom it is about. So all of that is
 * a hint, written down under a topic that does nothing but make us ask the store itself; what else the body
 * says (an address) is not kept. The address of the request counts for nothing.
 */
export function verifyEcwidWebhook(
  readHeader: ReadHeader,
  body: Uint8Array,
  secret: string,
  now: Instant,
): VerifiedWebhook {
  const signature = readHeader("x-ecwid-webhook-signature");
  if (signature === null) return refuse(400, "signature missing");
  const parsed = envelope.safeParse(parseBody(Buffer.from(body).toString("utf8")));
  if (!parsed.success) return refuse(400, "no event of a store");
  const { eventId, eventCreated, storeId, eventType, entityId, data } = parsed.data;
  if (!isSigned(`${String(eventCreated)}.${eventId}`, signature, secret))
    return refuse(401, "signature wrong");
  const createdAt = eventCreated * 1000;
  if (createdAt < now - OLDEST_MS || createdAt > now + AHEAD_MS) return refuse(400, "the event is too old");
  return {
    ok: true,
    delivery: {
      platform: "ecwid",
      shopKey: storeId,
      topic: `event/${eventType}`,
      deliveryId: eventId,
      triggeredAt: createdAt,
      body: JSON.stringify({ eventId, entityId: entityId ?? null, orderId: data?.orderId ?? null }),
    },
  };
}

function isSigned(text: string, signature: string, secret: string): boolean {
  const given = Buffer.from(signature, "base64");
  const expected = createHmac("sha256", secret).update(text, "utf8").digest();
  return given.length === expected.length && timingSafeEqual(given, expected);
}

function refuse(status: 400 | 401, reason: string): VerifiedWebhook {
  return { ok: false, status, reason };
}
