import { createHmac } from "node:crypto";
import type { Letter } from "../../shop/delivery-post.ts";
import { postToApp, type Sent } from "../../shop/web/post-to-app.ts";

const TOTAL_MS = 10_000;
const CONNECT_MS = 3_000;

export interface EcwidLetter extends Letter {
  readonly url: string;
  /** UNIX seconds. */
  readonly eventCreated: number;
}

/** The signature covers the moment and the id of the event, and nothing else of it. */
export function signatureOf(eventCreated: number, eventId: string, secret: string): string {
  return createHmac("sha256", secret).update(`${eventCreated}.${eventId}`, "utf8").digest("base64");
}

/** One attempt. Extra headers win, so that a test can spoil any of them. */
export function sendEvent(
  letter: EcwidLetter,
  secret: string,
  extra: Readonly<Record<string, string>> = {},
): Promise<Sent> {
  const headers = {
    "content-type": "application/json; charset=UTF-8",
    "user-agent": "Ecwid-Webhooks",
    "x-ecwid-webhook-signature": signatureOf(letter.eventCreated, letter.webhookId, secret),
    ...extra,
  };
  return postToApp({ url: letter.url, headers, body: letter.body, connectMs: CONNECT_MS, totalMs: TOTAL_MS });
}
