import type { ProgramVersion } from "#app/domain/books/books.ts";
import type { Instant } from "#app/domain/calendar.ts";
import { parseCleanJson } from "#app/domain/clean-text.ts";
import { isQuiet } from "#app/domain/history/history-books.ts";
import { parseProgram } from "#app/domain/program/document/parse-program.ts";
import type { Program } from "#app/domain/program/program.ts";
import type { Statements } from "#app/db/client.ts";
import type { JudgedBy } from "#app/db/history/history-import.ts";
import { readDraft } from "#app/db/program/program-drafts.ts";
import { readProgramVersions } from "#app/db/program/programs.ts";
import type { Shop } from "#app/db/shops/shops.ts";

/** A program the past can be judged by, and what it is called in a preview. */
export interface JudgingProgram {
  readonly judgedBy: JudgedBy;
  readonly version: ProgramVersion;
  /** Not published yet: everybody goes through its publication first. */
  readonly isUpcoming: boolean;
}

/** The live program, if anybody can earn by it; for the draft: as if it were published now. Null: there is none such. */
export async function programForHistory(
  tx: Statements,
  shop: Shop,
  wanted: JudgedBy["program"],
  now: Instant,
): Promise<JudgingProgram | null> {
  const live = (await readProgramVersions(tx, shop.shopId)).at(-1);
  if (live === undefined) return null;
  if (wanted === "live") {
    if (isQuiet(live.program)) return null;
    return { judgedBy: { program: "live", number: live.version }, version: live, isUpcoming: false };
  }
  const draft = await readDraft(tx, shop.shopId);
  const program = draft === null ? null : programOf(draft.text, shop);
  if (draft === null || program === null) return null;
  const version = { version: live.version + 1, effectiveAt: now, program };
  return { judgedBy: { program: "draft", number: draft.revision }, version, isUpcoming: true };
}

/** What a merchant most likely means: the program that is live, else the draft. */
export async function likelyProgram(
  tx: Statements,
  shop: Shop,
  now: Instant,
): Promise<JudgingProgram | null> {
  return (
    (await programForHistory(tx, shop, "live", now)) ?? (await programForHistory(tx, shop, "draft", now))
  );
}

/** A draft that is right as it stands, and gives something. */
function programOf(text: string, shop: Shop): Program | null {
  const parsed = parseProgram(parseCleanJson(text));
  if (!parsed.ok || isQuiet(parsed.program) || parsed.program.currency !== shop.currency) return null;
  return parsed.program;
}

/** Versions by which nobody could earn. */
export async function quietVersions(tx: Statements, shopId: number): Promise<number[]> {
  const versions = await readProgramVersions(tx, shopId);
  return versions.filter(({ program }) => isQuiet(program)).map(({ version }) => version);
}
