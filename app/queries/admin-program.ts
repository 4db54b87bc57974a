import type { Statements } from "#app/db/database.ts";
import { readDraft } from "#app/db/program-drafts.ts";
import { readPublishedDocuments } from "#app/db/programs.ts";
import type { Instant } from "#app/domain/calendar.ts";

export interface AdminProgram {
  readonly draft: { readonly text: string; readonly revision: number } | null;
  /** Newest first. */
  readonly versions: readonly AdminProgramVersion[];
}

export interface AdminProgramVersion {
  readonly version: number;
  readonly text: string;
  readonly effectiveAt: Instant;
  readonly state: "live" | "waiting" | "past";
}

/** The draft as it was typed, and every version as it was published. */
export async function adminProgram(
  statements: Statements,
  shopId: number,
  liveVersion: number | null,
): Promise<AdminProgram> {
  const draft = await readDraft(statements, shopId);
  const documents = await readPublishedDocuments(statements, shopId);
  return {
    draft: draft === null ? null : { text: draft.text, revision: draft.revision },
    versions: documents.map(({ version, document, effective_at, activated_at }) => ({
      version,
      text: JSON.stringify(document, null, 2),
      effectiveAt: effective_at,
      state: version === liveVersion ? "live" : activated_at === null ? "waiting" : "past",
    })),
  };
}
