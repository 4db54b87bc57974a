import type { MemberId } from "#app/domain/books/ids.ts";
import type { Instant } from "#app/domain/calendar.ts";
import type { MessageAbout, MessageChannel, MessagePurpose } from "#app/domain/messages/message.ts";
import { timestamp } from "../column-values.ts";
import type { Statements } from "../database.ts";
import { writeEffects } from "../outbox/outbox.ts";
import { tables } from "../generated/tables.ts";
import { readRows } from "../read-rows.ts";

/** Where rows of a member's messages stand: they follow the member into a merge, and go with an erasure. */
export const MESSAGE_TABLES = ["message", "message_consent", "message_suppression", "message_click"] as const;

const writtenRow = tables.message.pick({ message_id: true, member_id: true });

export interface NewMessage {
  /** Unique in the shop: the same one again is the same message. */
  readonly messageId: string;
  readonly memberId: MemberId;
  /** The step of a pass through a journey that sends it; null where no journey does. */
  readonly pass: {
    readonly journeyId: string;
    readonly journeyVersion: number;
    /** The place as text, e.g. "3.1.0". */
    readonly step: string;
    readonly passKey: string;
  } | null;
  readonly channel: MessageChannel;
  readonly template: string;
  readonly purpose: MessagePurpose;
  readonly code: string | null;
  /** What it tells of beside the member's standing at the time of sending. */
  readonly about?: MessageAbout;
  readonly dueAt: Instant;
}

/**
 * Writes messages down, each with the effect that sends it, in the transaction that decided them. Written down
 * before, nothing comes of it. Whoever is erased meanwhile is written nothing.
 */
export async function writeMessages(
  tx: Statements,
  shopId: number,
  messages: readonly NewMessage[],
  now: Instant,
): Promise<void> {
  const written = await insertMessages(tx, shopId, messages, now);
  const effects = written.map(({ message_id: messageId, member_id }) => ({
    type: "send_message" as const,
    memberId: String(member_id),
    messageId,
  }));
  await writeEffects(tx, shopId, effects, now);
}

/** Messages that do not go, each with why: nothing is asked of anybody. */
export async function writeSkippedMessages(
  tx: Statements,
  shopId: number,
  messages: readonly (NewMessage & { readonly reason: string })[],
  now: Instant,
): Promise<void> {
  await insertMessages(tx, shopId, messages, now);
}

async function insertMessages(
  tx: Statements,
  shopId: number,
  messages: readonly (NewMessage & { readonly reason?: string })[],
  now: Instant,
) {
  if (messages.length === 0) return [];
  const rows = messages.map((message) => ({
    message_id: message.messageId,
    member_id: message.memberId,
    journey_id: message.pass?.journeyId ?? null,
    journey_version: message.pass?.journeyVersion ?? null,
    step: message.pass?.step ?? null,
    pass_key: message.pass?.passKey ?? null,
    channel: message.channel,
    template: message.template,
    purpose: message.purpose,
    code: message.code,
    about: message.about ?? {},
    due_at: timestamp(message.dueAt),
    reason: message.reason ?? null,
  }));
  return readRows(
    tx,
    writtenRow,
    `WITH living AS (
       SELECT member_id FROM member WHERE shop_id = $1 AND status <> 'erased'
         AND member_id IN (SELECT member_id FROM json_to_recordset($2::json) AS r(member_id bigint)) FOR SHARE)
     INSERT INTO message (shop_id, message_id, member_id, journey_id, journey_version, step, pass_key, channel,
       template, purpose, code, about, due_at, written_at, state, reason)
     SELECT $1, message_id, member_id, journey_id, journey_version, step, pass_key, channel, template, purpose, code,
       about, due_at, $3::timestamptz, CASE WHEN reason IS NULL THEN 'waiting' ELSE 'skipped' END, reason
     FROM json_to_recordset($2::json) AS r(message_id text, member_id bigint, journey_id text, journey_version int,
       step text, pass_key text, channel text, template text, purpose text, code text, about json,
       due_at timestamptz, reason text) JOIN living USING (member_id)
     ON CONFLICT (shop_id, message_id) DO NOTHING
     RETURNING message_id, member_id`,
    [shopId, JSON.stringify(rows), timestamp(now)],
  );
}
