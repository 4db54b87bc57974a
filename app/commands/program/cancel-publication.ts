import { writeAudit } from "#app/db/audit.ts";
import type { Database } from "#app/db/client.ts";
import { dropScheduledVersions } from "#app/db/program/programs.ts";
import { lockScheduledVersion } from "#app/db/program/scheduled-versions.ts";
import type { Instant } from "#app/domain/calendar.ts";
import { keepAsDraft } from "./activate-due-versions.ts";

export interface PublicationToCancel {
  readonly shopId: number;
  readonly actor: string;
  readonly now: Instant;
}

const TOO_LATE = { ok: false, refusal: "publication_over" } as const;

/** Calls off a version whose instant has not come. It stays as the draft, if there is none. */
export function cancelPublication(
  database: Database,
  { shopId, actor, now }: PublicationToCancel,
): Promise<{ readonly ok: true } | typeof TOO_LATE> {
  return database.transaction(async (tx) => {
    const scheduled = await lockScheduledVersion(tx, shopId);
    if (scheduled === null) return TOO_LATE;
    await dropScheduledVersions(tx, shopId);
    await keepAsDraft(tx, shopId, scheduled, now);
    const details = { version: scheduled.version };
    await writeAudit(tx, shopId, { at: now, actor, action: "cancel_publication", memberId: null, details });
    return { ok: true };
  });
}
