import { createHash } from "node:crypto";
import { z } from "zod";
import type { Instant } from "#app/domain/calendar.ts";
import type { ShopStanding } from "#app/domain/customers/scores/shop-standing.ts";
import type { ReviewTally } from "#app/domain/program-review/review-tally.ts";
import { oneOf, type ShapeOf, timestamp } from "../column-values.ts";
import type { Statements } from "../database.ts";
import { tables } from "../generated/tables.ts";
import { readRows } from "../read-rows.ts";
import { storedStanding } from "./stored-standing.ts";
import { storedTally } from "./stored-tally.ts";

/** The latest try of a program on a shop's own orders. */
export interface ProgramReview {
  readonly state: "running" | "done" | "cancelled" | "failed";
  /** Names the run: what still works for an earlier one changes nothing. */
  readonly startedAt: Instant;
  readonly startedBy: string;
  /** The program that is tried, as it was when it was asked for. */
  readonly document: unknown;
  /** Of the text it was asked for with: tells whether the draft has changed since. */
  readonly digest: string;
  /** The version it is compared with. */
  readonly liveVersion: number | null;
  readonly phase: "members" | "strangers";
  /** Whom to go on behind in this phase. */
  readonly behind: string | null;
  /** Of all people there may be orders of, how many were looked at. */
  readonly lookedAt: number;
  readonly people: number;
  readonly failures: number;
  readonly tally: ReviewTally;
  /** What segments ask of all customers; null: nothing asks, or it is not looked up yet. */
  readonly standing: ShopStanding | null;
  readonly endedAt: Instant | null;
}

const of = tables.program_review.shape;
const reviewRow = z.object({
  state: oneOf<ProgramReview["state"]>({ running: true, done: true, cancelled: true, failed: true }),
  startedAt: of.started_at,
  startedBy: of.started_by,
  document: of.document,
  digest: of.digest,
  liveVersion: of.live_version,
  phase: oneOf<ProgramReview["phase"]>({ members: true, strangers: true }),
  behind: of.behind,
  lookedAt: of.looked_at,
  people: of.people,
  failures: of.failures,
  tally: storedTally,
  standing: storedStanding.nullable(),
  endedAt: of.ended_at,
} satisfies ShapeOf<ProgramReview>);
const shopRow = tables.program_review.pick({ shop_id: true });

const COLUMNS = `state, started_at AS "startedAt", started_by AS "startedBy", document, digest,
  live_version AS "liveVersion", phase, behind, looked_at AS "lookedAt", people, failures, tally, standing, ended_at AS "endedAt"`;

export async function readReview(statements: Statements, shopId: number): Promise<ProgramReview | null> {
  const [review] = await readRows(
    statements,
    reviewRow,
    `SELECT ${COLUMNS} FROM program_review WHERE shop_id = $1`,
    [shopId],
  );
  return review ?? null;
}

export type NewReview = Pick<
  ProgramReview,
  "startedAt" | "startedBy" | "document" | "digest" | "liveVersion" | "people" | "tally"
>;

/** A new run; what was found out before is forgotten. */
export async function writeNewReview(tx: Statements, shopId: number, review: NewReview): Promise<void> {
  await tx.query("DELETE FROM program_review WHERE shop_id = $1", [shopId]);
  await tx.query(
    `INSERT INTO program_review (shop_id, state, started_at, started_by, next_at, document, digest, live_version, phase,
       people, tally)
     VALUES ($1, 'running', $2::timestamptz, $3, $2::timestamptz, $4::json, $5, $6, 'members', $7, $8::json)`,
    [
      shopId,
      timestamp(review.startedAt),
      review.startedBy,
      JSON.stringify(review.document),
      review.digest,
      review.liveVersion,
      review.people,
      JSON.stringify(review.tally),
    ],
  );
}

/** Installed shops whose review a worker can bring on now. */
export async function shopsWithReviews(statements: Statements, now: Instant): Promise<number[]> {
  const rows = await readRows(
    statements,
    shopRow,
    `SELECT r.shop_id FROM program_review r JOIN shop ON shop.shop_id = r.shop_id
     WHERE shop.status = 'installed' AND r.state = 'running' AND r.next_at <= $1::timestamptz ORDER BY r.shop_id`,
    [timestamp(now)],
  );
  return rows.map(({ shop_id }) => shop_id);
}

/** Takes a review up, if it is due: until `heldUntil` no other worker does. */
export async function claimReview(
  statements: Statements,
  shopId: number,
  now: Instant,
  heldUntil: Instant,
): Promise<ProgramReview | null> {
  const [review] = await readRows(
    statements,
    reviewRow,
    `UPDATE program_review SET next_at = $3::timestamptz
     WHERE shop_id = $1 AND state = 'running' AND next_at <= $2::timestamptz RETURNING ${COLUMNS}`,
    [shopId, timestamp(now), timestamp(heldUntil)],
  );
  return review ?? null;
}

/** How far a run has come after a part of the people. */
export type ReviewProgress = Pick<
  ProgramReview,
  "state" | "phase" | "behind" | "lookedAt" | "failures" | "tally" | "standing" | "endedAt"
> & { readonly nextAt: Instant };

/** Writes it down, as long as it is that run and still wanted. */
export async function writeProgress(
  statements: Statements,
  shopId: number,
  startedAt: Instant,
  progress: ReviewProgress,
): Promise<boolean> {
  const { state, phase, behind, lookedAt, failures, tally, standing, endedAt, nextAt } = progress;
  const written = await statements.query(
    `UPDATE program_review SET state = $3, phase = $4, behind = $5, looked_at = $6, failures = $7, tally = $8::json,
       ended_at = $9::timestamptz, next_at = $10::timestamptz, standing = $11::json
     WHERE shop_id = $1 AND started_at = $2::timestamptz AND state = 'running' RETURNING 1`,
    [
      shopId,
      timestamp(startedAt),
      state,
      phase,
      behind,
      lookedAt,
      failures,
      JSON.stringify(tally),
      timestamp(endedAt),
      timestamp(nextAt),
      standing === null ? null : JSON.stringify(standing),
    ],
  );
  return written.length > 0;
}

/** Whoever works at it stops with its next part. */
export async function stopReview(statements: Statements, shopId: number, now: Instant): Promise<void> {
  await statements.query(
    "UPDATE program_review SET state = 'cancelled', ended_at = $2::timestamptz WHERE shop_id = $1 AND state = 'running'",
    [shopId, timestamp(now)],
  );
}

/** Tells one program's document from another, however it is laid out. */
export function digestOf(document: unknown): string {
  return createHash("sha256").update(JSON.stringify(document)).digest("hex");
}
