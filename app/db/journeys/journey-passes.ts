import type { MemberId } from "#app/domain/books/ids.ts";
import type { Instant } from "#app/domain/calendar.ts";
import { timestamp } from "../column-values.ts";
import type { Statements } from "../database.ts";

export interface BegunPass {
  readonly journeyId: string;
  readonly memberId: MemberId;
  readonly key: string;
  readonly version: number;
  readonly at: Instant;
  readonly isHeldOut: boolean;
}

/** Passes that began. The key is unique: should one ever begin twice, nothing of it is recorded. */
export async function writeBegunPasses(
  tx: Statements,
  shopId: number,
  passes: readonly BegunPass[],
): Promise<void> {
  if (passes.length === 0) return;
  const rows = passes.map(({ journeyId, memberId, key, version, at, isHeldOut }) => ({
    journey_id: journeyId,
    member_id: memberId,
    pass_key: key,
    version,
    begun_at: timestamp(at),
    is_held_out: isHeldOut,
  }));
  await tx.query(
    `INSERT INTO journey_pass (shop_id, journey_id, member_id, pass_key, version, begun_at, is_held_out, ended_at)
     SELECT $1, journey_id, member_id, pass_key, version, begun_at, is_held_out,
       CASE WHEN is_held_out THEN begun_at END
     FROM json_to_recordset($2::json) AS r(journey_id text, member_id bigint, pass_key text, version int,
       begun_at timestamptz, is_held_out boolean)`,
    [shopId, JSON.stringify(rows)],
  );
}

export interface PassChange {
  readonly journeyId: string;
  readonly memberId: MemberId;
  readonly key: string;
  readonly endedAt: Instant | null;
  /** Which arm was drawn, by the place of the choice; null where nobody compares. */
  readonly arms: Readonly<Record<string, number>> | null;
  /** Noted since. */
  readonly notes: readonly { readonly step: string; readonly at: Instant; readonly reason: string }[];
}

/** What has become of passes. */
export async function changePasses(
  tx: Statements,
  shopId: number,
  changes: readonly PassChange[],
): Promise<void> {
  if (changes.length === 0) return;
  const rows = changes.map(({ journeyId, memberId, key, endedAt, arms, notes }) => ({
    ...{ journey_id: journeyId, member_id: memberId, pass_key: key, ended_at: timestamp(endedAt) },
    ...{ arms, notes: notes.map(({ step, at, reason }) => ({ step, at: timestamp(at), reason })) },
  }));
  await tx.query(
    `UPDATE journey_pass p SET ended_at = coalesce(p.ended_at, r.ended_at), arms = coalesce(r.arms, p.arms),
       notes = (p.notes::jsonb || r.notes::jsonb)::json
     FROM json_to_recordset($2::json) AS r(journey_id text, member_id bigint, pass_key text,
       ended_at timestamptz, arms json, notes json)
     WHERE p.shop_id = $1 AND p.journey_id = r.journey_id AND p.member_id = r.member_id AND p.pass_key = r.pass_key`,
    [shopId, JSON.stringify(rows)],
  );
}
