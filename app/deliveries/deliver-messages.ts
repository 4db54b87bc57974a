import { randomUUID } from "node:crypto";
import type { Database } from "#app/db/client.ts";
import { isSuppressed, readConsents, suppressAddress } from "#app/db/messages/consents.ts";
import { readJourneySettings } from "#app/db/journeys/stored-journeys.ts";
import { readLetter } from "#app/db/messages/letters.ts";
import {
  giveMessageUp,
  markNotTaken,
  markSent,
  nameMessage,
  readMessage,
  type StoredMessage,
} from "#app/db/messages/message-rows.ts";
import { addressDigest, readRecipient, type Recipient } from "#app/db/messages/recipients.ts";
import { postponeEffect, settleEffect, type TakenEffect } from "#app/db/outbox/outbox-batch.ts";
import type { Shop } from "#app/db/shops/shops.ts";
import type { Instant } from "#app/domain/calendar.ts";
import { givesUpAt } from "#app/domain/journeys/sending/frequency.ts";
import { quietUntil } from "#app/domain/journeys/local-time.ts";
import { log } from "#app/log.server.ts";
import { type Letter, renderLetter } from "#app/messages/letter/render-letter.ts";
import type { MailParts } from "#app/messages/mail.server.ts";
import type { Handover } from "#app/messages/transports/mail-transport.ts";
import { letterToBe } from "#app/queries/messages/letter-facts.ts";

export interface MessageParts {
  readonly database: Database;
  /** Null: this installation has no mail server. */
  readonly mail: MailParts | null;
}

/** What becomes of a message that does not go now. */
type Verdict =
  | { readonly kind: "over"; readonly state: "skipped" | "failed"; readonly reason: string }
  | { readonly kind: "later"; readonly reason: string; readonly at: Instant };

const skipped = (reason: string): Verdict => ({ kind: "over", state: "skipped", reason });
const failed = (reason: string): Verdict => ({ kind: "over", state: "failed", reason });

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Links into the shop stop working then; those out of the list never do. */
const LINKS_HOLD_MS = 60 * DAY_MS;
const FIRST_DELAY_MS = 30_000;
const LONGEST_DELAY_MS = 15 * 60_000;
/** A server that takes a mail and does not say so gets it once more, and never a third time. */
const MOST_UNANSWERED = 2;

/** Hands over messages that are due, side by side, and writes down what came of each. */
export async function deliverMessages(
  parts: MessageParts,
  shop: Shop,
  { effects, now }: { readonly effects: readonly TakenEffect[]; readonly now: Instant },
): Promise<void> {
  await Promise.all(effects.map((effect) => deliverMessage(parts, shop, effect, now)));
}

async function deliverMessage(
  parts: MessageParts,
  shop: Shop,
  effect: TakenEffect,
  now: Instant,
): Promise<void> {
  const { database } = parts;
  const { shopId } = shop;
  const { outbox_id: outboxId, body, earlier_attempts: earlier } = effect;
  if (body.type !== "send_message") return;
  const { messageId } = body;
  const settle = (reason: string | null): Promise<void> =>
    settleEffect(database, shopId, { outboxId, state: "done", reason, reference: null }, now);
  const message = await readMessage(database, shopId, messageId);
  if (message === null) return settle("the message is gone");
  if (message.state !== "waiting") return settle("it was settled before");
  const verdict = await handOver(parts, shop, { message, earlier }, now);
  if (verdict === null) return settle(null);
  if (verdict.kind === "over") {
    await giveMessageUp(database, shopId, { messageId, state: verdict.state, reason: verdict.reason });
    return settle(verdict.reason);
  }
  await postponeEffect(database, shopId, outboxId, { reason: verdict.reason, nextAttemptAt: verdict.at });
}

/** Null: the server has it. */
async function handOver(
  { database, mail }: MessageParts,
  shop: Shop,
  { message, earlier }: { readonly message: StoredMessage; readonly earlier: number },
  now: Instant,
): Promise<Verdict | null> {
  const { shopId } = shop;
  if (message.due_at > now) return { kind: "later", reason: "it is not due yet", at: message.due_at };
  if (mail === null || message.channel !== "email") return skipped("no_server");
  const looked = await lookAgain(database, shop, message, now);
  if ("kind" in looked) return looked;
  const { recipient, address } = looked;
  const letter = await write(database, shop, { message, recipient, mail }, now);
  if ("kind" in letter) return letter;
  const rfcMessageId = await nameMessage(database, shopId, {
    messageId: message.message_id,
    rfcMessageId: `<${randomUUID()}@${mail.domain}>`,
  });
  if (rfcMessageId === null) return failed("settled_meanwhile");
  const link = linkOf(shop, message, recipient);
  const handover = await mail.transport.send({
    messageId: rfcMessageId,
    fromName: letter.from,
    to: address,
    ...letter,
    unsubscribe: mail.linkTo({ ...link, kind: "unsubscribe", expiresAt: null }),
  });
  return writeDown(database, shopId, { message, recipient, address, handover, earlier }, now);
}

/** What may have changed since the message was written down; the first reason not to send it that holds. */
async function lookAgain(
  database: Database,
  { shopId, timezone }: Shop,
  message: StoredMessage,
  now: Instant,
): Promise<Verdict | { readonly recipient: Recipient; readonly address: string }> {
  const recipient = await readRecipient(database, shopId, String(message.member_id));
  if (recipient?.isActive !== true) return skipped("left");
  const { memberId, email } = recipient;
  if (email === null) return skipped("no_address");
  const digest = addressDigest(shopId, email);
  if (await isSuppressed(database, shopId, { memberId, channel: "email", addressDigest: digest })) {
    return skipped("suppressed");
  }
  const consents = await readConsents(database, shopId, memberId, "email");
  const mayWrite = message.purpose === "marketing" ? consents.marketing === true : consents.service !== false;
  if (!mayWrite) return skipped("no_consent");
  if (message.unanswered >= MOST_UNANSWERED) return failed("no_answer");
  if (now >= givesUpAt(message.due_at)) return failed("too_late");
  // What somebody asks for this moment has no journey, and is answered at any hour.
  if (message.journey_id === null) return { recipient, address: email };
  const { quietHours } = await readJourneySettings(database, shopId);
  const quiet = quietUntil(now, quietHours, timezone ?? "UTC");
  if (quiet !== null) return { kind: "later", reason: "quiet hours", at: quiet };
  return { recipient, address: email };
}

async function write(
  database: Database,
  shop: Shop,
  parts: { readonly message: StoredMessage; readonly recipient: Recipient; readonly mail: MailParts },
  now: Instant,
): Promise<Verdict | Letter> {
  const { message, recipient, mail } = parts;
  const toBe = await letterToBe(database, shop, { message, recipient }, now);
  if (toBe === null) return skipped("left");
  if (toBe.codeIsUsed) return skipped("code_used");
  const link = linkOf(shop, message, recipient);
  const kept = await readLetter(database, shop.shopId, message.template);
  const links = {
    shop: mail.linkTo({ ...link, kind: "go", expiresAt: now + LINKS_HOLD_MS }),
    preferences: mail.linkTo({ ...link, kind: "preferences", expiresAt: null }),
    unsubscribe: mail.linkTo({ ...link, kind: "unsubscribe", expiresAt: null }),
  };
  const letter = await renderLetter(message.template, toBe.facts, links, kept?.texts);
  return letter ?? failed("no_template");
}

function linkOf({ shopId }: Shop, message: StoredMessage, { memberId }: Recipient) {
  return { shopId, memberId, messageId: message.message_id };
}

async function writeDown(
  database: Database,
  shopId: number,
  sent: {
    readonly message: StoredMessage;
    readonly recipient: Recipient;
    readonly address: string;
    readonly handover: Handover;
    readonly earlier: number;
  },
  now: Instant,
): Promise<Verdict | null> {
  const { message, recipient, address, handover, earlier } = sent;
  const messageId = message.message_id;
  const delayMs = Math.min(FIRST_DELAY_MS * 2 ** Math.min(earlier, 10), LONGEST_DELAY_MS);
  switch (handover.kind) {
    case "taken":
      await markSent(database, shopId, messageId, now);
      return null;
    case "refused":
      log.warn("mail_refused", { shopId, messageId, about: handover.about, reason: handover.reason });
      await markNotTaken(database, shopId, messageId);
      if (handover.about === "mail") return failed("refused");
      await suppressAddress(
        database,
        shopId,
        {
          memberId: recipient.memberId,
          channel: "email",
          addressDigest: addressDigest(shopId, address),
          reason: "bounce",
        },
        now,
      );
      return failed("bounced");
    case "later":
      log.warn("mail_postponed", { shopId, messageId, reason: handover.reason });
      await markNotTaken(database, shopId, messageId);
      return { kind: "later", reason: handover.reason, at: now + delayMs };
    case "unanswered":
      log.warn("mail_unanswered", { shopId, messageId, reason: handover.reason });
      return { kind: "later", reason: handover.reason, at: now + delayMs };
  }
}
