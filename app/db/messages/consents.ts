import type { MemberId } from "#app/domain/books/ids.ts";
import type { Instant } from "#app/domain/calendar.ts";
import type { MessageChannel, MessagePurpose } from "#app/domain/messages/message.ts";
import { timestamp } from "../column-values.ts";
import type { Statements } from "../database.ts";
import { tables } from "../generated/tables.ts";
import { readRows } from "../read-rows.ts";

const grantedRow = tables.message_consent.pick({ purpose: true, granted: true });
const writtenRow = tables.message_consent
  .pick({ consent_id: true })
  .extend({ before: tables.message_consent.shape.granted.nullable() });
const foundRow = tables.message_suppression.pick({ suppression_id: true });

export interface ConsentWord {
  readonly memberId: MemberId;
  readonly channel: MessageChannel;
  readonly purpose: MessagePurpose;
  readonly granted: boolean;
  /** Where it was said. */
  readonly source: "shop" | "one_click" | "preferences";
  /** What they agreed to, word for word, where that is known. */
  readonly wording: string | null;
}

/** What a member has said of a channel last, by purpose; null: nothing yet. */
export interface Consents {
  readonly marketing: boolean | null;
  readonly service: boolean | null;
}

/** What a word changed: `before` is what had been said last; null: nothing yet. */
export interface WrittenConsent {
  readonly consentId: string;
  readonly before: boolean | null;
}

/** Holds a member until the transaction ends; orders and whatever else only names them go on. */
export async function lockMember(tx: Statements, shopId: number, memberId: MemberId): Promise<void> {
  await tx.query("SELECT 1 FROM member WHERE shop_id = $1 AND member_id = $2::bigint FOR NO KEY UPDATE", [
    shopId,
    memberId,
  ]);
}

/**
 * Writes a word down unless the same one stands already, or a newer does: then null. Nothing is ever changed or
 * taken away but with the member. Whoever is erased meanwhile is not written of.
 */
export async function writeConsent(
  statements: Statements,
  shopId: number,
  { memberId, channel, purpose, granted, source, wording }: ConsentWord,
  at: Instant,
): Promise<WrittenConsent | null> {
  const [row] = await readRows(
    statements,
    writtenRow,
    `WITH known AS (
       SELECT member_id FROM member WHERE shop_id = $1 AND member_id = $2::bigint AND status <> 'erased' FOR SHARE),
     last AS (
       SELECT granted, at FROM message_consent WHERE shop_id = $1 AND member_id = $2::bigint AND channel = $3
         AND purpose = $4 ORDER BY at DESC, consent_id DESC LIMIT 1)
     INSERT INTO message_consent (shop_id, member_id, channel, purpose, granted, source, wording, at)
     SELECT $1, member_id, $3, $4, $5, $6, $7, $8::timestamptz FROM known
     WHERE NOT EXISTS (SELECT 1 FROM last WHERE last.granted = $5 OR last.at > $8::timestamptz)
     RETURNING consent_id, (SELECT granted FROM last) AS before`,
    [shopId, memberId, channel, purpose, granted, source, wording, timestamp(at)],
  );
  return row === undefined ? null : { consentId: String(row.consent_id), before: row.before };
}

export async function readConsents(
  statements: Statements,
  shopId: number,
  memberId: MemberId,
  channel: MessageChannel,
): Promise<Consents> {
  const rows = await readRows(
    statements,
    grantedRow,
    `SELECT DISTINCT ON (purpose) purpose, granted FROM message_consent
     WHERE shop_id = $1 AND member_id = $2::bigint AND channel = $3 ORDER BY purpose, at DESC, consent_id DESC`,
    [shopId, memberId, channel],
  );
  const of = (purpose: MessagePurpose): boolean | null =>
    rows.find((row) => row.purpose === purpose)?.granted ?? null;
  return { marketing: of("marketing"), service: of("service") };
}

/** This address of the member's is not written to any more. */
export async function suppressAddress(
  statements: Statements,
  shopId: number,
  word: {
    readonly memberId: MemberId;
    readonly channel: MessageChannel;
    readonly addressDigest: string;
    readonly reason: "bounce" | "complaint" | "hand";
  },
  at: Instant,
): Promise<void> {
  const { memberId, channel, addressDigest, reason } = word;
  await statements.query(
    `INSERT INTO message_suppression (shop_id, member_id, channel, address_digest, reason, at)
     SELECT $1, member_id, $3, $4, $5, $6::timestamptz FROM member
     WHERE shop_id = $1 AND member_id = $2::bigint AND status <> 'erased'
       AND NOT EXISTS (SELECT 1 FROM message_suppression WHERE shop_id = $1 AND member_id = $2::bigint
         AND channel = $3 AND address_digest = $4)`,
    [shopId, memberId, channel, addressDigest, reason, timestamp(at)],
  );
}

export async function isSuppressed(
  statements: Statements,
  shopId: number,
  word: { readonly memberId: MemberId; readonly channel: MessageChannel; readonly addressDigest: string },
): Promise<boolean> {
  const rows = await readRows(
    statements,
    foundRow,
    `SELECT suppression_id FROM message_suppression WHERE shop_id = $1 AND member_id = $2::bigint AND channel = $3
       AND address_digest = $4 LIMIT 1`,
    [shopId, word.memberId, word.channel, word.addressDigest],
  );
  return rows.length > 0;
}
