import type { MemberId } from "#app/domain/books/ids.ts";
import type { Instant } from "#app/domain/calendar.ts";
import { SEGMENT_TAG_PREFIX } from "#app/domain/customers/segments/segment-tag.ts";
import { timestamp } from "../column-values.ts";
import type { Statements } from "../database.ts";

/** Asks the shop for a tag, on or off, for each row of `people` (member_id, segment_id, tagged); $1 is the shop. */
const askForTags = (people: string): string => `
  INSERT INTO outbox (shop_id, topic, member_id, body, state, next_attempt_at, created_at)
  SELECT $1, 'tag_customer', p.member_id, json_build_object('type', 'tag_customer', 'memberId', p.member_id::text,
    'tag', '${SEGMENT_TAG_PREFIX}' || p.segment_id, 'isTagged', p.tagged), 'waiting', $2::timestamptz, $2::timestamptz
  FROM (${people}) AS p
  JOIN member m ON m.shop_id = $1 AND m.member_id = p.member_id AND m.customer_id IS NOT NULL
  ORDER BY p.member_id, p.segment_id`;

const ALL_IN = askForTags(`SELECT member_id, segment_id, $4::boolean AS tagged FROM segment_member
  WHERE shop_id = $1 AND segment_id = ANY($3::text[])`);

/** Who has entered or left with the scoring of $2; on the first scoring everybody in a segment is new to it. */
const CHANGED = askForTags(`SELECT member_id, segment_id, true AS tagged FROM segment_member
    WHERE shop_id = $1 AND segment_id = ANY($3::text[]) AND member_id = ANY($4::bigint[]) AND entered_at = $2::timestamptz
  UNION ALL SELECT member_id, segment_id, false FROM segment_change
    WHERE shop_id = $1 AND segment_id = ANY($3::text[]) AND member_id = ANY($4::bigint[]) AND at = $2::timestamptz
      AND NOT entered`);

const GONE = askForTags(`SELECT s.member_id, s.segment_id, false AS tagged FROM segment_member s
  WHERE s.shop_id = $1 AND s.segment_id = ANY($3::text[]) AND NOT EXISTS (SELECT 1 FROM customer_figure f
    WHERE f.shop_id = s.shop_id AND f.member_id = s.member_id AND f.scored_at >= $2::timestamptz)`);

const ONE_IN = askForTags(`SELECT member_id, segment_id, false AS tagged FROM segment_member
  WHERE shop_id = $1 AND segment_id = ANY($3::text[]) AND member_id = $4::bigint`);

const TELL_ENTERED = `
  INSERT INTO outbox (shop_id, topic, member_id, body, state, next_attempt_at, created_at)
  SELECT $1, 'notify_segment_entered', member_id, json_build_object('type', 'notify_segment_entered', 'memberId',
    member_id::text, 'segmentId', segment_id), 'waiting', $2::timestamptz, $2::timestamptz
  FROM segment_change WHERE shop_id = $1 AND member_id = ANY($3::bigint[]) AND at = $2::timestamptz AND entered
    AND EXISTS (SELECT 1 FROM notice_listener l WHERE l.shop_id = $1 AND l.topic = 'notify_segment_entered'
      AND l.listening)
  ORDER BY member_id, segment_id`;

/** Everybody who is in these segments bears their tags from now on, or no longer. */
export async function tagSegments(
  tx: Statements,
  shopId: number,
  { segments, isTagged, now }: { segments: readonly string[]; isTagged: boolean; now: Instant },
): Promise<void> {
  if (segments.length > 0) await tx.query(ALL_IN, [shopId, timestamp(now), segments, isTagged]);
}

interface Scored {
  /** The instant of the scoring. */
  readonly at: Instant;
  /** Segments that are told by tags. */
  readonly tagged: readonly string[];
}

/** Tells the shop who of these members has entered and left its segments with this scoring. */
export async function tellSegmentChanges(
  tx: Statements,
  shopId: number,
  { at, tagged, members }: Scored & { readonly members: readonly MemberId[] },
): Promise<void> {
  await tx.query(TELL_ENTERED, [shopId, timestamp(at), members]);
  if (tagged.length > 0) await tx.query(CHANGED, [shopId, timestamp(at), tagged, members]);
}

/** Takes the tags off whoever is about to leave all segments because this scoring knows them no more. */
export async function untagUnscored(tx: Statements, shopId: number, { at, tagged }: Scored): Promise<void> {
  if (tagged.length > 0) await tx.query(GONE, [shopId, timestamp(at), tagged]);
}

/** Takes the tags off one member, of whom the segments they are in are about to be forgotten. */
export async function untagMember(
  tx: Statements,
  shopId: number,
  { memberId, tagged, now }: { memberId: MemberId; tagged: readonly string[]; now: Instant },
): Promise<void> {
  if (tagged.length > 0) await tx.query(ONE_IN, [shopId, timestamp(now), tagged, memberId]);
}
