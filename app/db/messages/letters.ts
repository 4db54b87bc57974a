import { z } from "zod";
import type { Instant } from "#app/domain/calendar.ts";
import { letterContent, type LetterContent } from "#app/domain/messages/letter-content.ts";
import { timestamp } from "../column-values.ts";
import type { Statements } from "../database.ts";
import { tables } from "../generated/tables.ts";
import { readRows } from "../read-rows.ts";

const letterRow = tables.letter
  .pick({ template: true, name: true, revision: true })
  .extend({ texts: z.record(z.string(), letterContent) });
const revisionRow = tables.letter.pick({ revision: true });

/** What a shop has written of one letter. */
export interface KeptLetter {
  readonly template: string;
  /** Of a letter of its own; null of those that every shop has. */
  readonly name: string | null;
  readonly texts: Readonly<Record<string, LetterContent>>;
  readonly revision: number;
}

/** The letters of which a shop has written words of its own. */
export function readLetters(statements: Statements, shopId: number): Promise<KeptLetter[]> {
  return readRows(
    statements,
    letterRow,
    "SELECT template, name, texts, revision FROM letter WHERE shop_id = $1 ORDER BY template",
    [shopId],
  );
}

export async function readLetter(
  statements: Statements,
  shopId: number,
  template: string,
): Promise<KeptLetter | null> {
  const [row] = await readRows(
    statements,
    letterRow,
    "SELECT template, name, texts, revision FROM letter WHERE shop_id = $1 AND template = $2",
    [shopId, template],
  );
  return row ?? null;
}

export interface LetterToKeep extends KeptLetter {
  readonly actor: string;
  readonly now: Instant;
}

/** Whether it was kept: not where somebody else has changed it since `revision`; 0: nothing was kept. */
export async function writeLetter(
  tx: Statements,
  shopId: number,
  { template, name, texts, revision, actor, now }: LetterToKeep,
): Promise<boolean> {
  const values = [shopId, template, name, JSON.stringify(texts), timestamp(now), actor];
  const written =
    revision === 0
      ? await readRows(
          tx,
          revisionRow,
          `INSERT INTO letter (shop_id, template, name, texts, revision, saved_at, saved_by)
           VALUES ($1, $2, $3, $4::json, 1, $5::timestamptz, $6)
           ON CONFLICT (shop_id, template) DO NOTHING RETURNING revision`,
          values,
        )
      : await readRows(
          tx,
          revisionRow,
          `UPDATE letter SET name = $3, texts = $4::json, revision = revision + 1, saved_at = $5::timestamptz,
             saved_by = $6 WHERE shop_id = $1 AND template = $2 AND revision = $7 RETURNING revision`,
          [...values, revision],
        );
  return written.length > 0;
}
