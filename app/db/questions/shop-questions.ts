import { z } from "zod";
import type { Instant } from "#app/domain/calendar.ts";
import type { HintAbout } from "#app/domain/event.ts";
import { oneOf, timestamp } from "../column-values.ts";
import type { Statements } from "../database.ts";
import { tables } from "../generated/tables.ts";
import { readRows } from "../read-rows.ts";

const countRow = z.object({ count: z.int() });
const reasonRow = tables.shop_question.pick({ reason: true });
const shopRow = tables.shop_question.pick({ shop_id: true });
const takenRow = tables.shop_question.pick({ subject_id: true, attempts: true });
const refusalsRow = tables.shop_question.pick({ refusals: true });

/**
 * What a shop can be asked about: what a product is, what gift cards paid of an order, what tags a
 * customer has, what they agreed to, or what has become of something that a delivery only hinted at.
 */
export type QuestionAbout = "product" | "payment" | "customer_tags" | "customer_consents" | HintAbout;

export interface ShopQuestion {
  readonly about: QuestionAbout;
  /** The product's, the order's or the customer's number. */
  readonly subjectId: string;
}

/**
 * Writes down what a shop is to be asked. A question that stands already is touched, so that whoever is
 * answering it meanwhile sees those who wait for it now.
 */
export async function writeQuestions(
  tx: Statements,
  shopId: number,
  questions: readonly ShopQuestion[],
  now: Instant,
): Promise<void> {
  if (questions.length === 0) return;
  const rows = questions.map(({ about, subjectId }) => ({ about, subject_id: subjectId }));
  await tx.query(
    `INSERT INTO shop_question (shop_id, about, subject_id, asked_at, next_attempt_at)
     SELECT DISTINCT ON (about, subject_id) $1, about, subject_id, $3::timestamptz, $3::timestamptz
     FROM json_to_recordset($2::json) AS r(about text, subject_id text) ORDER BY about, subject_id
     ON CONFLICT (shop_id, about, subject_id) DO UPDATE SET asked_at = excluded.asked_at`,
    [shopId, JSON.stringify(rows), timestamp(now)],
  );
}

/** How many questions of a kind wait for an answer; counted up to `limit`. */
export async function countQuestions(
  statements: Statements,
  shopId: number,
  about: QuestionAbout,
  limit: number,
): Promise<number> {
  const rows = await readRows(
    statements,
    countRow,
    `SELECT count(*) AS count FROM (
       SELECT 1 FROM shop_question WHERE shop_id = $1 AND about = $2 LIMIT $3) AS waiting`,
    [shopId, about, limit],
  );
  return rows.reduce((sum, { count }) => sum + count, 0);
}

/**
 * So often the shop itself says no before past orders stop waiting for its answer. That it cannot answer
 * at the moment does not count.
 */
const ENOUGH_REFUSALS = 5;

const about = oneOf<QuestionAbout>({
  product: true,
  payment: true,
  customer_tags: true,
  customer_consents: true,
  order: true,
  customer: true,
  customer_removal: true,
  shop: true,
  shop_removal: true,
});
const refusedRow = z.object({ about, subjectId: z.string(), reason: z.string() });

/** Which of these questions the shop has refused often enough, and with what words. */
export async function refusedQuestions(
  statements: Statements,
  shopId: number,
  questions: readonly ShopQuestion[],
): Promise<(ShopQuestion & { readonly reason: string })[]> {
  if (questions.length === 0) return [];
  const rows = questions.map(({ about, subjectId }) => ({ about, subject_id: subjectId }));
  return readRows(
    statements,
    refusedRow,
    `SELECT about, subject_id AS "subjectId", reason FROM shop_question q
     JOIN (SELECT DISTINCT about, subject_id FROM json_to_recordset($2::json) AS r(about text, subject_id text)) AS r
       USING (about, subject_id)
     WHERE q.shop_id = $1 AND q.refusals >= $3 ORDER BY about, subject_id`,
    [shopId, JSON.stringify(rows), ENOUGH_REFUSALS],
  );
}

/** What the shop has refused is asked as if for the first time: somebody wants to know again. */
export async function askRefusedAgain(tx: Statements, shopId: number, now: Instant): Promise<void> {
  await tx.query(
    `WITH locked AS MATERIALIZED (
       SELECT about, subject_id FROM shop_question WHERE shop_id = $1 AND refusals > 0
       ORDER BY about, subject_id FOR UPDATE)
     UPDATE shop_question q SET refusals = 0, attempts = 0, next_attempt_at = $2::timestamptz FROM locked
     WHERE q.shop_id = $1 AND q.about = locked.about AND q.subject_id = locked.subject_id`,
    [shopId, timestamp(now)],
  );
}

/** How many of these questions still wait for an answer; one refused often enough does not. */
export async function countUnanswered(
  statements: Statements,
  shopId: number,
  questions: readonly ShopQuestion[],
): Promise<number> {
  const rows = questions.map(({ about, subjectId }) => ({ about, subject_id: subjectId }));
  const counted = await readRows(
    statements,
    countRow,
    `SELECT count(*) AS count FROM shop_question q
     JOIN json_to_recordset($2::json) AS r(about text, subject_id text) USING (about, subject_id)
     WHERE q.shop_id = $1 AND q.refusals < $3`,
    [shopId, JSON.stringify(rows), ENOUGH_REFUSALS],
  );
  return counted.reduce((sum, { count }) => sum + count, 0);
}

/** Why a question could not be answered so far; null where none has failed. */
export async function questionTrouble(statements: Statements, shopId: number): Promise<string | null> {
  const [row] = await readRows(
    statements,
    reasonRow,
    `SELECT reason FROM shop_question WHERE shop_id = $1 AND reason IS NOT NULL AND about IN ('product', 'payment', 'customer_tags')
     ORDER BY attempts DESC, about, subject_id LIMIT 1`,
    [shopId],
  );
  return row?.reason ?? null;
}

/** Shops that can be asked and have questions due. */
export async function shopsWithQuestions(statements: Statements, now: Instant): Promise<number[]> {
  const rows = await readRows(
    statements,
    shopRow,
    `SELECT DISTINCT q.shop_id FROM shop_question q JOIN shop ON shop.shop_id = q.shop_id
     WHERE q.next_attempt_at <= $1::timestamptz AND status = 'installed' AND outbox_stopped IS NULL`,
    [timestamp(now)],
  );
  return rows.map(({ shop_id }) => shop_id);
}

export type TakenQuestion = z.output<typeof takenRow>;

/** Takes questions that are due, oldest first; nobody else takes them until `leasedUntil`. */
export function takeQuestions(
  statements: Statements,
  shopId: number,
  about: QuestionAbout,
  {
    now,
    leasedUntil,
    limit,
  }: { readonly now: Instant; readonly leasedUntil: Instant; readonly limit: number },
): Promise<TakenQuestion[]> {
  // Materialized: as a plain subquery it may be run again for each row, and take more than the limit.
  return readRows(
    statements,
    takenRow,
    `WITH due AS MATERIALIZED (
       SELECT subject_id FROM shop_question
       WHERE shop_id = $1 AND about = $2 AND next_attempt_at <= $3::timestamptz
       ORDER BY asked_at, subject_id LIMIT $5 FOR UPDATE SKIP LOCKED)
     UPDATE shop_question AS taken SET next_attempt_at = $4::timestamptz FROM due
     WHERE taken.shop_id = $1 AND taken.about = $2 AND taken.subject_id = due.subject_id
     RETURNING taken.subject_id, taken.attempts`,
    [shopId, about, timestamp(now), timestamp(leasedUntil), limit],
  );
}

/** Whoever needs several questions locks them in the order in which they are written down: nobody waits in a circle. */
function inOrder(which: string): string {
  return `SELECT subject_id FROM shop_question WHERE shop_id = $1 AND about = $2 AND ${which}
    ORDER BY subject_id FOR UPDATE`;
}

/** Answered: nobody asks again until somebody has to know anew. */
export async function dropQuestions(
  tx: Statements,
  shopId: number,
  about: QuestionAbout,
  subjectIds: readonly string[],
): Promise<void> {
  await tx.query(
    `WITH locked AS MATERIALIZED (${inOrder("subject_id = ANY($3::text[])")})
     DELETE FROM shop_question q USING locked
     WHERE q.shop_id = $1 AND q.about = $2 AND q.subject_id = locked.subject_id`,
    [shopId, about, subjectIds],
  );
}

/**
 * Asked and told at `askedAt`: what was wondered before that is answered, what has been hinted at since is
 * asked again at once.
 */
export async function dropAnswered(
  tx: Statements,
  shopId: number,
  { about, subjectId }: ShopQuestion,
  askedAt: Instant,
): Promise<void> {
  await tx.query(
    `DELETE FROM shop_question
     WHERE shop_id = $1 AND about = $2 AND subject_id = $3 AND asked_at <= $4::timestamptz`,
    [shopId, about, subjectId, timestamp(askedAt)],
  );
  await tx.query(
    `UPDATE shop_question SET next_attempt_at = asked_at WHERE shop_id = $1 AND about = $2 AND subject_id = $3`,
    [shopId, about, subjectId],
  );
}

export interface Postponement {
  readonly about: QuestionAbout;
  /** Null: all of the kind. */
  readonly subjectIds: readonly string[] | null;
  /** The shop itself said no to these. */
  readonly isRefusal: boolean;
  readonly reason: string;
  readonly nextAttemptAt: Instant;
}

/** Not answered: asked again later. Says whether one was refused often enough by now. */
export async function postponeQuestions(
  statements: Statements,
  shopId: number,
  { about, subjectIds, isRefusal, reason, nextAttemptAt }: Postponement,
): Promise<boolean> {
  const rows = await readRows(
    statements,
    refusalsRow,
    `WITH locked AS MATERIALIZED (${inOrder("($3::text[] IS NULL OR subject_id = ANY($3::text[]))")})
     UPDATE shop_question q SET attempts = attempts + 1, refusals = refusals + $6, reason = $4,
       next_attempt_at = $5::timestamptz
     FROM locked WHERE q.shop_id = $1 AND q.about = $2 AND q.subject_id = locked.subject_id
     RETURNING q.refusals`,
    [shopId, about, subjectIds, reason, timestamp(nextAttemptAt), isRefusal ? 1 : 0],
  );
  return rows.some(({ refusals }) => refusals >= ENOUGH_REFUSALS);
}
