import type { Database } from "#app/db/client.ts";
import { giveMessageUp, readMessage } from "#app/db/messages/message-rows.ts";
import { settleEffect, type TakenEffect } from "#app/db/outbox/outbox-batch.ts";
import type { Shop } from "#app/db/shops/shops.ts";
import type { Instant } from "#app/domain/calendar.ts";

/** Why nothing goes: the installation has nobody to hand messages of this kind to. */
export const NO_SERVER = "no_server";

/** Hands over messages that are due, and writes down what came of each. */
export async function deliverMessages(
  database: Database,
  shop: Shop,
  { effects, now }: { readonly effects: readonly TakenEffect[]; readonly now: Instant },
): Promise<void> {
  await Promise.all(effects.map((effect) => deliverMessage(database, shop, effect, now)));
}

async function deliverMessage(
  database: Database,
  { shopId }: Shop,
  { outbox_id: outboxId, body }: TakenEffect,
  now: Instant,
): Promise<void> {
  if (body.type !== "send_message") return;
  const message = await readMessage(database, shopId, body.messageId);
  if (message?.state === "waiting") {
    await giveMessageUp(database, shopId, { messageId: body.messageId, state: "skipped", reason: NO_SERVER });
  }
  const reason = message === null ? "the message is gone" : NO_SERVER;
  await settleEffect(database, shopId, { outboxId, state: "done", reason, reference: null }, now);
}
