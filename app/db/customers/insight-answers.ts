import type { z } from "zod";
import type { Instant } from "#app/domain/calendar.ts";
import { choiceName, type InsightChoice } from "#app/domain/customers/insight/choice.ts";
import type { InsightAnswer } from "#app/domain/customers/report/shop-figures.ts";
import { timestamp } from "../column-values.ts";
import type { Database, Statements } from "../database.ts";
import { tables } from "../generated/tables.ts";
import { readRows } from "../read-rows.ts";
import { storedAnswer, storedChoice } from "./stored-figures.ts";

/** Choices kept of a shop: those asked for last. */
const KEPT_CHOICES = 24;

const shopRow = tables.insight_answer.pick({ shop_id: true });
const choiceRow = tables.insight_answer.pick({ name: true }).extend({ choice: storedChoice });
const answerRow = tables.insight_answer
  .pick({ position: true, total: true, next_at: true })
  .extend({ answer: storedAnswer.nullable() });

/** Asks for a choice; one that is being answered, or was, is not begun anew. */
export async function askInsight(
  tx: Statements,
  shopId: number,
  choice: InsightChoice,
  now: Instant,
): Promise<void> {
  await tx.query(
    `INSERT INTO insight_answer (shop_id, name, choice, asked_at, next_at)
     VALUES ($1, $2, $3::json, $4::timestamptz, $4::timestamptz)
     ON CONFLICT (shop_id, name) DO UPDATE SET asked_at = excluded.asked_at`,
    [shopId, choiceName(choice), JSON.stringify(choice), timestamp(now)],
  );
  await tx.query(
    `DELETE FROM insight_answer WHERE shop_id = $1 AND name NOT IN
       (SELECT name FROM insight_answer WHERE shop_id = $1 ORDER BY asked_at DESC, name LIMIT $2)`,
    [shopId, KEPT_CHOICES],
  );
}

/** Shops that wait for an answer. */
export async function shopsAsked(database: Database, now: Instant): Promise<number[]> {
  const rows = await readRows(
    database,
    shopRow,
    `SELECT DISTINCT a.shop_id FROM insight_answer a JOIN shop s ON s.shop_id = a.shop_id
     WHERE s.status = 'installed' AND a.answer IS NULL AND a.next_at <= $1::timestamptz`,
    [timestamp(now)],
  );
  return rows.map(({ shop_id }) => shop_id);
}

export interface AskedChoice {
  readonly name: string;
  readonly choice: InsightChoice;
}

/** All that waits, for one worker: no other takes it up before `until`. */
export function takeAsked(
  statements: Statements,
  shopId: number,
  now: Instant,
  until: Instant,
): Promise<AskedChoice[]> {
  return readRows(
    statements,
    choiceRow,
    `UPDATE insight_answer SET next_at = $3::timestamptz, position = 0,
       total = (SELECT count(*) FROM shop_order o WHERE o.shop_id = $1)
     WHERE shop_id = $1 AND answer IS NULL AND next_at <= $2::timestamptz RETURNING name, choice`,
    [shopId, timestamp(now), timestamp(until)],
  );
}

export async function noteInsightProgress(
  statements: Statements,
  shopId: number,
  position: number,
  until: Instant,
): Promise<void> {
  await statements.query(
    `UPDATE insight_answer SET position = $2, next_at = $3::timestamptz
     WHERE shop_id = $1 AND answer IS NULL AND position < $2 AND total >= $2`,
    [shopId, position, timestamp(until)],
  );
}

/** One that nobody asks for any more stays forgotten. */
export async function keepInsightAnswer(
  statements: Statements,
  shopId: number,
  name: string,
  answer: InsightAnswer,
): Promise<void> {
  await statements.query("UPDATE insight_answer SET answer = $3::json WHERE shop_id = $1 AND name = $2", [
    shopId,
    name,
    JSON.stringify(answer),
  ]);
}

export type InsightAnswerRow = z.output<typeof answerRow>;

/** Null: it was not asked for, or is forgotten. */
export async function readInsightAnswer(
  statements: Statements,
  shopId: number,
  choice: InsightChoice,
): Promise<InsightAnswerRow | null> {
  const [row] = await readRows(
    statements,
    answerRow,
    "SELECT position, total, next_at, answer FROM insight_answer WHERE shop_id = $1 AND name = $2",
    [shopId, choiceName(choice)],
  );
  return row ?? null;
}
