import { parseCleanJson } from "#app/domain/clean-text.ts";
import type { Statements } from "../database.ts";
import { readDraft } from "../program/program-drafts.ts";
import { readVersionDocument } from "../program/programs.ts";

/** The draft as it was saved; without one, what is live. Undefined: there is neither, or the draft is no JSON. */
export async function programToReview(
  statements: Statements,
  shopId: number,
  liveVersion: number | null,
): Promise<unknown> {
  const draft = await readDraft(statements, shopId);
  if (draft !== null) return parseCleanJson(draft.text);
  return liveVersion === null ? undefined : readVersionDocument(statements, shopId, liveVersion);
}
