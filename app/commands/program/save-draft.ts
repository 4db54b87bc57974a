import { isDeepStrictEqual } from "node:util";
import type { Instant } from "#app/domain/calendar.ts";
import { parseProgram } from "#app/domain/program/document/parse-program.ts";
import type { Database } from "#app/db/client.ts";
import { deleteDraftOf, writeDraft } from "#app/db/program/program-drafts.ts";
import { readVersionDocument } from "#app/db/program/programs.ts";

export interface DraftWish {
  readonly shopId: number;
  /** What was typed; it need not be valid yet. */
  readonly text: string;
  /** The version it started from; null: from a ready-made program or nothing. */
  readonly baseVersion: number | null;
  /** The revision the page was showing; null: there was no draft. */
  readonly expectedRevision: number | null;
  readonly actor: string;
  readonly now: Instant;
}

/** A null revision: what was saved is what is live, so there is no draft. */
export type SavedDraft =
  | { readonly ok: true; readonly revision: number | null }
  | { readonly ok: false; readonly refusal: "draft_changed"; readonly message: string };

/** Keeps the draft, unless somebody else has saved it meanwhile. Saving what is live ends it. */
export async function saveDraft(database: Database, wish: DraftWish): Promise<SavedDraft> {
  const { shopId, baseVersion, expectedRevision } = wish;
  return database.transaction(async (tx) => {
    const live = baseVersion === null ? undefined : await readVersionDocument(tx, shopId, baseVersion);
    if (live !== undefined && saysTheSame(wish.text, live)) {
      const ended = await deleteDraftOf(tx, shopId, expectedRevision);
      return ended ? { ok: true, revision: null } : DRAFT_CHANGED;
    }
    const revision = await writeDraft(tx, shopId, wish);
    return revision === null ? DRAFT_CHANGED : { ok: true, revision };
  });
}

export const DRAFT_CHANGED = {
  ok: false,
  refusal: "draft_changed",
  message: "somebody else has changed the draft meanwhile",
} as const;

/** What a default fills in may be written out or left out: it is the same program. */
function saysTheSame(text: string, document: unknown): boolean {
  let typed: unknown;
  try {
    typed = JSON.parse(text);
  } catch {
    return false;
  }
  const parsed = parseProgram(typed);
  return parsed.ok && isDeepStrictEqual(plain(parsed.document), plain(document));
}

/** Without fields that say nothing. */
function plain(document: unknown): unknown {
  return JSON.parse(JSON.stringify(document));
}
