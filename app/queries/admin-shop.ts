import type { Statements } from "#app/db/database.ts";
import type { Instant } from "#app/domain/calendar.ts";
import { parseProgram } from "#app/domain/program/parse-program.ts";
import type { ProgramDocument } from "#app/domain/program/document.ts";
import type { Program } from "#app/domain/program/program.ts";

/** The shop a merchant has come from, as every page of the admin needs it. */
export interface AdminShop {
  readonly shopId: number;
  readonly platform: string;
  readonly shopKey: string;
  readonly status: "known" | "installed" | "uninstalled" | "redacted";
  readonly currency: string | null;
  readonly timezone: string | null;
  readonly scopes: readonly string[];
  readonly outboxStopped: string | null;
  readonly installedAt: Instant | null;
  readonly live: LiveProgram | null;
  readonly draftWaiting: boolean;
}

export interface LiveProgram {
  readonly version: number;
  readonly document: ProgramDocument;
  readonly program: Program;
}

interface ShopRow extends Omit<AdminShop, "live"> {
  readonly liveVersion: number | null;
  readonly liveDocument: unknown;
}

/** The shop of this name with its live program; null where we have never heard of it. */
export async function adminShop(
  statements: Statements,
  platform: string,
  shopKey: string,
): Promise<AdminShop | null> {
  const [row] = await statements.query<ShopRow>(
    `SELECT s.shop_id AS "shopId", s.platform, s.shop_key AS "shopKey", s.status, s.currency, s.timezone, s.scopes,
            s.outbox_stopped AS "outboxStopped", s.installed_at AS "installedAt", s.live_version AS "liveVersion",
            v.document AS "liveDocument",
            EXISTS (SELECT 1 FROM program_draft d WHERE d.shop_id = s.shop_id) AS "draftWaiting"
     FROM shop s LEFT JOIN program_version v ON v.shop_id = s.shop_id AND v.version = s.live_version
     WHERE s.platform = $1 AND s.shop_key = $2`,
    [platform, shopKey],
  );
  if (row === undefined) return null;
  const { liveVersion, liveDocument, ...shop } = row;
  return { ...shop, live: liveVersion === null ? null : readLive(liveVersion, liveDocument) };
}

function readLive(version: number, stored: unknown): LiveProgram {
  const parsed = parseProgram(stored);
  if (!parsed.ok) throw new Error(`The published program version ${String(version)} cannot be read.`);
  return { version, document: parsed.document, program: parsed.program };
}
