import type { Instant } from "#app/domain/calendar.ts";
import type { DocumentError } from "#app/domain/program/describe-error.ts";
import { parseProgram } from "#app/domain/program/parse-program.ts";
import { writeAudit } from "#app/db/audit.ts";
import type { Database } from "#app/db/client.ts";
import { deleteDraft } from "#app/db/program-drafts.ts";
import { activateVersion, dropScheduledVersions, writeProgramVersion } from "#app/db/programs.ts";
import { readShop } from "#app/db/shops.ts";

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
  const parsed = parseProgram(document);
  if (!parsed.ok) return parsed;
  return database.transaction(async (tx) => {
    const shop = await readShop(tx, shopId);
    const { currency } = parsed.program;
    if (shop?.currency !== currency) {
      const allowed = `the shop's currency, ${String(shop?.currency)}`;
      return { ok: false, errors: [{ path: "currency", found: currency, allowed }] };
    }
    await dropScheduledVersions(tx, shopId);
    const startsNow = effectiveAt === null || effectiveAt <= now;
    const version = await writeProgramVersion(tx, shopId, {
      document: parsed.document,
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
