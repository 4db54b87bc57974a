import type { Instant } from "#app/domain/calendar.ts";
import type { DocumentError } from "#app/domain/program/document/describe-error.ts";
import { writeAudit } from "#app/db/audit.ts";
import type { Database } from "#app/db/client.ts";
import { deleteDraft } from "#app/db/program/program-drafts.ts";
import { activateVersion, dropScheduledVersions, writeProgramVersion } from "#app/db/program/programs.ts";
import { checkPublication, publishingShop } from "./check-publication.ts";

export interface Publication {
  readonly shopId: number;
  readonly document: unknown;
  /** When it takes effect; null or past: now. */
  readonly effectiveAt: Instant | null;
  readonly actor: string;
  readonly now: Instant;
}

/**
 * Freezes a document as the next version. What was earned before is not touched; members go through
 * the change when they are next opened, and the worker opens those who are not. A version that waits
 * for its instant is replaced by one published later.
 */
export async function publishProgram(
  database: Database,
  { shopId, document, effectiveAt, actor, now }: Publication,
): Promise<
  | { readonly ok: true; readonly version: number }
  | { readonly ok: false; readonly errors: readonly DocumentError[] }
> {
  return database.transaction(async (tx) => {
    const checked = checkPublication(document, await publishingShop(tx, shopId));
    if (!checked.ok) return checked;
    await dropScheduledVersions(tx, shopId);
    const startsNow = effectiveAt === null || effectiveAt <= now;
    const version = await writeProgramVersion(tx, shopId, {
      document: checked.document,
      effectiveAt: startsNow ? now : effectiveAt,
      publishedAt: now,
      publishedBy: actor,
    });
    if (startsNow) await activateVersion(tx, shopId, version, now);
    await deleteDraft(tx, shopId);
    await writeAudit(tx, shopId, {
      at: now,
      actor,
      action: "publish_program",
      memberId: null,
      details: { version, effectiveAt },
    });
    return { ok: true, version };
  });
}
