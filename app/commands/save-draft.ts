import type { Instant } from "#app/domain/calendar.ts";
import type { Database } from "#app/db/client.ts";
import { writeDraft } from "#app/db/program-drafts.ts";

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

/** Keeps the draft, unless somebody else has saved it meanwhile. */
export async function saveDraft(
  database: Database,
  wish: DraftWish,
): Promise<
  | { readonly ok: true; readonly revision: number }
  | { readonly ok: false; readonly refusal: "draft_changed"; readonly message: string }
> {
  const revision = await writeDraft(database, wish.shopId, wish);
  if (revision !== null) return { ok: true, revision };
  return { ok: false, refusal: "draft_changed", message: "somebody else has changed the draft meanwhile" };
}
