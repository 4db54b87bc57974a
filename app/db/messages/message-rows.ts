import { z } from "zod";
import type { MemberId } from "#app/domain/books/ids.ts";
import type { Instant } from "#app/domain/calendar.ts";
import type {
  MessageAbout,
  MessageChannel,
  MessagePurpose,
  MessageState,
} from "#app/domain/messages/message.ts";
import { oneOf, type ShapeOf, timestamp } from "../column-values.ts";
import type { Statements } from "../database.ts";
import { tables } from "../generated/tables.ts";
import { readRows } from "../read-rows.ts";

const about = z
  .object({
    points: z.int().optional(),
    rewardId: z.string().optional(),
    code: z.string().optional(),
    levelId: z.string().optional(),
    challengeId: z.string().optional(),
    endsAt: z.int().optional(),
  } satisfies ShapeOf<{ [Field in keyof MessageAbout]: MessageAbout[Field] | undefined }>)
  .catch({});

const messageRow = tables.message.extend({
  about,
  channel: oneOf<MessageChannel>({ email: true, sms: true, push: true, inbox: true }),
  purpose: oneOf<MessagePurpose>({ marketing: true, service: true }),
  state: oneOf<MessageState>({ waiting: true, sent: true, skipped: true, failed: true }),
});

/** A message as it stands, with what it may tell of. */
export type StoredMessage = z.output<typeof messageRow>;

export async function readMessage(
  statements: Statements,
  shopId: number,
  messageId: string,
): Promise<StoredMessage | null> {
  const [row] = await readRows(
    statements,
    messageRow,
    "SELECT * FROM message WHERE shop_id = $1 AND message_id = $2",
    [shopId, messageId],
  );
  return row ?? null;
}

/** A member's messages, the latest first. */
export function readMessagesOf(
  statements: Statements,
  shopId: number,
  memberId: MemberId,
  limit: number,
): Promise<StoredMessage[]> {
  return readRows(
    statements,
    messageRow,
    `SELECT * FROM message WHERE shop_id = $1 AND member_id = $2::bigint
     ORDER BY written_at DESC, message_id LIMIT $3`,
    [shopId, memberId, limit],
  );
}

/** It does not go, for good, and why. Of what went or was given up already nothing changes. */
export async function giveMessageUp(
  statements: Statements,
  shopId: number,
  { messageId, state, reason }: { messageId: string; state: "skipped" | "failed"; reason: string },
): Promise<void> {
  await statements.query(
    `UPDATE message SET state = $3, reason = $4 WHERE shop_id = $1 AND message_id = $2 AND state = 'waiting'`,
    [shopId, messageId, state, reason],
  );
}

/**
 * It is about to be handed over under this name, the one it got first. Counted as unanswered until somebody says
 * otherwise: should this process die between, the count is all that is left of it.
 */
export async function nameMessage(
  statements: Statements,
  shopId: number,
  { messageId, rfcMessageId }: { readonly messageId: string; readonly rfcMessageId: string },
): Promise<string | null> {
  const [row] = await readRows(
    statements,
    tables.message.pick({ rfc_message_id: true }),
    `UPDATE message SET rfc_message_id = coalesce(rfc_message_id, $3), unanswered = unanswered + 1
     WHERE shop_id = $1 AND message_id = $2 AND state = 'waiting' RETURNING rfc_message_id`,
    [shopId, messageId, rfcMessageId],
  );
  return row?.rfc_message_id ?? null;
}

/** The server did not take it, and it is known that it did not: the next attempt is no repetition. */
export async function markNotTaken(statements: Statements, shopId: number, messageId: string): Promise<void> {
  await statements.query(
    `UPDATE message SET unanswered = unanswered - 1
     WHERE shop_id = $1 AND message_id = $2 AND state = 'waiting' AND unanswered > 0`,
    [shopId, messageId],
  );
}

export async function markSent(
  statements: Statements,
  shopId: number,
  messageId: string,
  now: Instant,
): Promise<void> {
  await statements.query(
    `UPDATE message SET state = 'sent', handed_at = $3::timestamptz, reason = NULL, unanswered = 0
     WHERE shop_id = $1 AND message_id = $2 AND state = 'waiting'`,
    [shopId, messageId, timestamp(now)],
  );
}
