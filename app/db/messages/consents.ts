import type { z } from "zod";
import type { MemberId } from "#app/domain/books/ids.ts";
import type { Instant } from "#app/domain/calendar.ts";
import type { MessageChannel, MessagePurpose } from "#app/domain/messages/message.ts";
import { type ConsentSource, type ConsentWord, standingConsent } from "#app/domain/messages/consent.ts";
import { oneOf, timestamp } from "../column-values.ts";
import type { Statements } from "../database.ts";
import { tables } from "../generated/tables.ts";
import { readRows } from "../read-rows.ts";

const wordRow = tables.message_consent
  .pick({ member_id: true, purpose: true, granted: true, at: true })
  .extend({
    channel: oneOf<MessageChannel>({ email: true, sms: true, push: true, inbox: true }),
    recordOf: tables.message_consent.shape.record_of,
  });
const foundRow = tables.message_suppression.pick({ suppression_id: true });

export interface NewConsent extends ConsentWord {
  readonly memberId: MemberId;
  readonly channel: MessageChannel;
  readonly purpose: MessagePurpose;
  readonly source: ConsentSource;
  /** What they agreed to, word for word, where that is known. */
  readonly wording: string | null;
}

/** What a member wants of a channel by now, by purpose; null: they have not said. */
export interface Consents {
  readonly marketing: boolean | null;
  readonly service: boolean | null;
}

/** Holds a member until the transaction ends; orders and whatever else only names them go on. */
export async function lockMember(tx: Statements, shopId: number, memberId: MemberId): Promise<void> {
  await tx.query("SELECT 1 FROM member WHERE shop_id = $1 AND member_id = $2::bigint FOR NO KEY UPDATE", [
    shopId,
    memberId,
  ]);
}

/**
 * Writes words down, each once, however late it comes: what stands is read from all of them. Nothing is ever changed or
 * taken away but with the member. Whoever is erased meanwhile is not written of.
 */
export async function writeConsents(
  tx: Statements,
  shopId: number,
  consents: readonly NewConsent[],
): Promise<void> {
  if (consents.length === 0) return;
  const rows = consents.map(({ memberId, recordOf, at, ...consent }) => ({
    ...consent,
    member_id: memberId,
    record_of: recordOf,
    at: timestamp(at),
  }));
  await tx.query(
    `WITH living AS (
       SELECT member_id FROM member WHERE shop_id = $1 AND status <> 'erased'
         AND member_id IN (SELECT member_id FROM json_to_recordset($2::json) AS r(member_id bigint)) FOR SHARE)
     INSERT INTO message_consent (shop_id, member_id, channel, purpose, granted, source, wording, record_of, at)
     SELECT DISTINCT ON (member_id, r.channel, r.purpose, r.granted, r.source, r.record_of, r.at)
       $1, member_id, r.channel, r.purpose, r.granted, r.source, r.wording, r.record_of, r.at
     FROM json_to_recordset($2::json) AS r(member_id bigint, channel text, purpose text, granted boolean, source text,
       wording text, record_of text, at timestamptz) JOIN living USING (member_id)
     WHERE NOT EXISTS (SELECT 1 FROM message_consent c WHERE c.shop_id = $1 AND c.member_id = r.member_id
       AND c.channel = r.channel AND c.purpose = r.purpose AND c.granted = r.granted AND c.source = r.source
       AND c.record_of IS NOT DISTINCT FROM r.record_of AND c.at = r.at)`,
    [shopId, JSON.stringify(rows)],
  );
}

/** Every word of these members on marketing. */
export async function readMarketingWords(
  statements: Statements,
  shopId: number,
  memberIds: readonly MemberId[],
): Promise<MarketingWords> {
  const rows = await readWords(statements, shopId, memberIds);
  return new MarketingWords(rows.filter(({ purpose }) => purpose === "marketing"));
}

export interface StandingConsents {
  /** Null: they have not said. */
  readonly consentEmail: boolean | null;
  readonly consentSms: boolean | null;
}

/** Words on marketing, by member and channel. */
export class MarketingWords {
  private readonly byName = new Map<string, ConsentWord[]>();

  constructor(rows: readonly WordRow[]) {
    for (const row of rows) {
      const name = `${String(row.member_id)} ${row.channel}`;
      this.byName.set(name, [...(this.byName.get(name) ?? []), row]);
    }
  }

  of(memberId: MemberId, channel: MessageChannel): readonly ConsentWord[] {
    return this.byName.get(`${memberId} ${channel}`) ?? [];
  }

  /** What a member wants by now, as facts of a person. */
  standingOf(memberId: MemberId): StandingConsents {
    return {
      consentEmail: standingConsent(this.of(memberId, "email")),
      consentSms: standingConsent(this.of(memberId, "sms")),
    };
  }
}

export async function readConsents(
  statements: Statements,
  shopId: number,
  memberId: MemberId,
  channel: MessageChannel,
): Promise<Consents> {
  const rows = await readWords(statements, shopId, [memberId]);
  const of = (purpose: MessagePurpose): boolean | null =>
    standingConsent(rows.filter((row) => row.purpose === purpose && row.channel === channel));
  return { marketing: of("marketing"), service: of("service") };
}

type WordRow = z.output<typeof wordRow>;

function readWords(
  statements: Statements,
  shopId: number,
  memberIds: readonly MemberId[],
): Promise<WordRow[]> {
  return readRows(
    statements,
    wordRow,
    `SELECT member_id, channel, purpose, granted, at, record_of AS "recordOf" FROM message_consent
     WHERE shop_id = $1 AND member_id = ANY($2::bigint[])`,
    [shopId, memberIds],
  );
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
