import { z } from "zod";
import { instant, timestamp } from "#app/db/column-values.ts";
import type { Statements } from "#app/db/database.ts";
import { readRows } from "#app/db/read-rows.ts";
import type { Instant } from "#app/domain/calendar.ts";
import { CHANNELS } from "#app/domain/journeys/document.ts";

/** What the timeline of a member can be narrowed to. */
export const HAPPENING_KINDS = [
  "joined",
  "order",
  "points",
  "tier",
  "code",
  "note",
  "staff",
  "merge",
  "import",
  "consent",
  "message",
] as const;
export type HappeningKind = (typeof HAPPENING_KINDS)[number];

/** Where a page of the timeline goes on: what the page before ended with. */
export interface TimelinePlace {
  readonly at: Instant;
  readonly key: string;
}

/** What it is about. Each kind is told by what only it has. */
const about = z.discriminatedUnion("is", [
  z.object({ is: z.literal("joined") }),
  z.object({ is: z.literal("order"), name: z.string().nullable(), orderId: z.string() }),
  z.object({ is: z.literal("entry"), transactionId: z.string() }),
  z.object({ is: z.literal("tier"), levelId: z.string().nullable(), byProgram: z.boolean() }),
  z.object({ is: z.literal("code"), code: z.string(), rewardId: z.string() }),
  z.object({ is: z.literal("note"), text: z.string() }),
  z.object({
    is: z.literal("consent"),
    channel: z.enum(CHANNELS),
    purpose: z.enum(["marketing", "service"]),
    granted: z.boolean(),
  }),
  z.object({
    is: z.literal("message"),
    journeyId: z.string().nullable(),
    channel: z.enum(CHANNELS),
    state: z.enum(["waiting", "sent", "skipped", "failed"]),
    reason: z.string().nullable(),
    isClicked: z.boolean(),
  }),
  z.object({ is: z.literal("deed"), action: z.string(), details: z.record(z.string(), z.unknown()) }),
]);

const happening = z.object({
  key: z.string(),
  at: instant,
  kind: z.enum(HAPPENING_KINDS),
  /** Who did it, as the record knows them; null: the member or the program. */
  actor: z.string().nullable(),
  about,
});
export type Happening = z.output<typeof happening>;

/** Of what is posted at one moment the entry says it better than the record of who pressed. */
const TOLD_BY_ENTRIES =
  "('adjust_points', 'reinstate_points', 'claim_reward', 'cancel_code', 'decline_experience')";

const MOVED_BY = `(SELECT a.actor FROM audit a WHERE a.shop_id = $1 AND a.member_id = $2::bigint AND a.at = t.at
    AND a.action <> 'hand_over_record' ORDER BY a.audit_id LIMIT 1)`;

/** Everything one member's rows say, each with the moment it happened and a key that orders what shares one. */
const HAPPENED = `
  SELECT m.enrolled_at AS at, '0:joined' AS key, 'joined' AS kind, NULL::text AS actor,
    json_build_object('is', 'joined') AS about
  FROM member m WHERE m.shop_id = $1 AND m.member_id = $2::bigint
  UNION ALL
  SELECT o.placed_at, '1:order:' || o.order_id, 'order', NULL,
    json_build_object('is', 'order', 'name', o.name, 'orderId', o.order_id)
  FROM shop_order o WHERE o.shop_id = $1 AND o.member_id = $2::bigint
  UNION ALL
  SELECT t.at, '2:entry:' || lpad(t.transaction_id::text, 19, '0'),
    CASE WHEN t.kind IN ('held', 'released', 'used', 'returned') THEN 'code' WHEN t.kind IN ('merged', 'unmerged') THEN 'merge'
      WHEN t.kind = 'opening' THEN 'import' ELSE 'points' END,
    ${MOVED_BY}, json_build_object('is', 'entry', 'transactionId', t.transaction_id::text)
  FROM ledger_transaction t WHERE t.shop_id = $1 AND t.member_id = $2::bigint
  UNION ALL
  SELECT t.at, '3:tier:' || lpad(t.step::text, 19, '0'), 'tier', ${MOVED_BY},
    json_build_object('is', 'tier', 'levelId', t.level_id, 'byProgram', t.published IS NOT NULL)
  FROM (SELECT s.step, s.one ->> 'levelId' AS level_id, s.one ->> 'publishedAs' AS published,
      timestamptz 'epoch' + (s.one ->> 'since')::bigint * interval '1 millisecond' AS at
    FROM member m, json_array_elements(m.tier_history) WITH ORDINALITY AS s(one, step)
    WHERE m.shop_id = $1 AND m.member_id = $2::bigint) t
  UNION ALL
  SELECT c.claimed_at, '4:code:' || c.code, 'code', NULL,
    json_build_object('is', 'code', 'code', c.code, 'rewardId', c.reward_id)
  FROM reward_code c WHERE c.shop_id = $1 AND c.member_id = $2::bigint AND c.points = 0
  UNION ALL
  SELECT n.written_at, '5:note:' || lpad(n.note_id::text, 19, '0'), 'note', n.written_by,
    json_build_object('is', 'note', 'text', n.text)
  FROM member_note n WHERE n.shop_id = $1 AND n.member_id = $2::bigint
  UNION ALL
  SELECT s.at, '7:consent:' || lpad(s.consent_id::text, 19, '0'), 'consent', NULL,
    json_build_object('is', 'consent', 'channel', s.channel, 'purpose', s.purpose, 'granted', s.granted)
  FROM (SELECT w.*, lag(w.granted) OVER (PARTITION BY w.channel, w.purpose, w.record_of ORDER BY w.at, w.consent_id)
      AS before
    FROM message_consent w WHERE w.shop_id = $1 AND w.member_id = $2::bigint) s
  WHERE s.record_of IS NULL OR s.granted IS DISTINCT FROM s.before
  UNION ALL
  SELECT coalesce(w.handed_at, w.written_at), '8:message:' || w.message_id, 'message', NULL,
    json_build_object('is', 'message', 'journeyId', w.journey_id, 'channel', w.channel, 'state', w.state,
      'reason', w.reason, 'isClicked', EXISTS (SELECT 1 FROM message_click k
        WHERE k.shop_id = w.shop_id AND k.message_id = w.message_id))
  FROM message w WHERE w.shop_id = $1 AND w.member_id = $2::bigint
  UNION ALL
  SELECT a.at, '6:deed:' || lpad(a.audit_id::text, 19, '0'),
    CASE WHEN a.action IN ('merge_members', 'undo_merge') THEN 'merge' ELSE 'staff' END, a.actor,
    json_build_object('is', 'deed', 'action', a.action, 'details', a.details)
  FROM audit a WHERE a.shop_id = $1 AND a.member_id = $2::bigint AND NOT (a.action IN ${TOLD_BY_ENTRIES}
    AND EXISTS (SELECT 1 FROM ledger_transaction t
      WHERE t.shop_id = a.shop_id AND t.member_id = a.member_id AND t.at = a.at))`;

/** The newest of what happened to a member, behind a place; all of it is one member's, so none of it is many. */
export function happenings(
  statements: Statements,
  shopId: number,
  memberId: string,
  {
    kind,
    after,
    most,
  }: { readonly kind: HappeningKind | null; readonly after: TimelinePlace | null; readonly most: number },
): Promise<Happening[]> {
  return readRows(
    statements,
    happening,
    `SELECT key, at, kind, actor, about FROM (${HAPPENED}) AS happened
     WHERE ($3::text IS NULL OR kind = $3)
       AND ($4::timestamptz IS NULL OR (at, key COLLATE "C") < ($4::timestamptz, $5::text))
     ORDER BY at DESC, key COLLATE "C" DESC LIMIT ${String(most)}`,
    [...[shopId, memberId, kind], ...(after === null ? [null, null] : [timestamp(after.at), after.key])],
  );
}
