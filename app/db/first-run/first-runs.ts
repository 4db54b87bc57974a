import { z } from "zod";
import type { Instant } from "#app/domain/calendar.ts";
import { GOALS, KINDS } from "#app/domain/first-run/first-choices.ts";
import type { FirstRun, FirstStep } from "#app/domain/first-run/first-run.ts";
import { oneOf, timestamp } from "../column-values.ts";
import type { Statements } from "../database.ts";
import { tables } from "../generated/tables.ts";
import { readRows } from "../read-rows.ts";

const choices = z.object({
  goal: z.enum(GOALS),
  kind: z.enum(KINDS),
  figures: z.object({ pointsPerUnit: z.int(), rewardCost: z.int(), firstLevel: z.string() }),
});

const runRow = z.object({
  step: oneOf<FirstStep>({ goal: true, figures: true, publish: true, shop: true }),
  choices: choices.nullable(),
  ended: oneOf<"done" | "skipped">({ done: true, skipped: true }).nullable(),
});
const shopRow = tables.first_run.pick({ shop_id: true });

/** Null: nobody has begun it. */
export async function readFirstRun(statements: Statements, shopId: number): Promise<FirstRun | null> {
  const [run] = await readRows(
    statements,
    runRow,
    "SELECT step, choices, ended FROM first_run WHERE shop_id = $1",
    [shopId],
  );
  return run ?? null;
}

/** Whether it begins with this; one that was begun before stays as it is. */
export async function writeNewFirstRun(
  statements: Statements,
  shopId: number,
  now: Instant,
): Promise<boolean> {
  const written = await readRows(
    statements,
    shopRow,
    `INSERT INTO first_run (shop_id, step, changed_at) VALUES ($1, 'goal', $2::timestamptz)
     ON CONFLICT (shop_id) DO NOTHING RETURNING shop_id`,
    [shopId, timestamp(now)],
  );
  return written.length > 0;
}

export async function writeFirstRun(
  statements: Statements,
  shopId: number,
  { step, choices, ended }: FirstRun,
  now: Instant,
): Promise<void> {
  await statements.query(
    `INSERT INTO first_run (shop_id, step, choices, ended, changed_at)
     VALUES ($1, $2, $3::json, $4, $5::timestamptz)
     ON CONFLICT (shop_id) DO UPDATE SET step = EXCLUDED.step, choices = EXCLUDED.choices, ended = EXCLUDED.ended,
       changed_at = EXCLUDED.changed_at`,
    [shopId, step, choices === null ? null : JSON.stringify(choices), ended, timestamp(now)],
  );
}
