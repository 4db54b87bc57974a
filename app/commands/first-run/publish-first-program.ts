import type { Database } from "#app/db/client.ts";
import { readDraft } from "#app/db/program/program-drafts.ts";
import type { Instant } from "#app/domain/calendar.ts";
import { parseCleanJson } from "#app/domain/clean-text.ts";
import type { DocumentError } from "#app/domain/program/document/describe-error.ts";
import { publishProgram } from "../program/publish-program.ts";
import { DRAFT_CHANGED } from "../program/save-draft.ts";
import { moveFirstRun } from "./change-first-run.ts";

export interface FirstPublication {
  readonly shopId: number;
  /** The revision of the draft the page was showing. */
  readonly expectedRevision: number;
  readonly actor: string;
  readonly now: Instant;
}

/** Publishes the draft as the merchant has seen it; what is left is that shoppers see it. */
export async function publishFirstProgram(
  database: Database,
  { shopId, expectedRevision, actor, now }: FirstPublication,
): Promise<
  | { readonly ok: true }
  | typeof DRAFT_CHANGED
  | { readonly ok: false; readonly refusal: "wrong"; readonly errors: readonly DocumentError[] }
> {
  const draft = await readDraft(database, shopId);
  if (draft?.revision !== expectedRevision) return DRAFT_CHANGED;
  const document = parseCleanJson(draft.text);
  const published = await publishProgram(database, { shopId, document, effectiveAt: null, actor, now });
  if (!published.ok) return { ok: false, refusal: "wrong", errors: published.errors };
  await moveFirstRun(database, { shopId, step: "shop", ended: null, now });
  return { ok: true };
}
