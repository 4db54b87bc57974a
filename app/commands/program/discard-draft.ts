import type { Instant } from "#app/domain/calendar.ts";
import { writeAudit } from "#app/db/audit.ts";
import type { Database } from "#app/db/client.ts";
import { deleteDraftOf } from "#app/db/program/program-drafts.ts";
import { DRAFT_CHANGED } from "./save-draft.ts";

export interface DraftToDiscard {
  readonly shopId: number;
  /** The revision the page was showing. */
  readonly expectedRevision: number;
  readonly actor: string;
  readonly now: Instant;
}

/** Throws the draft away, unless somebody else has saved another meanwhile. What is live stays. */
export async function discardDraft(
  database: Database,
  { shopId, expectedRevision, actor, now }: DraftToDiscard,
): Promise<{ readonly ok: true } | typeof DRAFT_CHANGED> {
  return database.transaction(async (tx) => {
    if (!(await deleteDraftOf(tx, shopId, expectedRevision))) return DRAFT_CHANGED;
    await writeAudit(tx, shopId, { at: now, actor, action: "discard_draft", memberId: null, details: {} });
    return { ok: true };
  });
}
