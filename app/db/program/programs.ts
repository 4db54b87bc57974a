import { createHash } from "node:crypto";
import type { z } from "zod";
import { assert } from "#app/domain/assert.ts";
import type { ProgramVersion } from "#app/domain/books/books.ts";
import type { Instant } from "#app/domain/calendar.ts";
import { parseFrozen } from "#app/domain/program/document/parse-frozen.ts";
import type { Program } from "#app/domain/program/program.ts";
import { timestamp } from "../column-values.ts";
import type { Database, Statements } from "../database.ts";
import { tables } from "../generated/tables.ts";
import { readRows } from "../read-rows.ts";

const frozenRow = tables.program_version.pick({ digest: true, document: true });
const documentRow = tables.program_version.pick({ document: true });
const numberRow = tables.program_version.pick({ version: true });
const shopRow = tables.shop.pick({ shop_id: true });
const memberRow = tables.member.pick({ member_id: true });

/** Compiled programs by the digest of their document: versions are frozen, so this never goes stale. */
const compiled = new Map<string, Program>();
const COMPILED_LIMIT = 2_000;

export const versionRow = tables.program_version.pick({ version: true, effective_at: true, digest: true });

export type VersionRow = z.output<typeof versionRow>;

export const SELECT_VERSIONS = `SELECT version, effective_at, digest FROM program_version
  WHERE shop_id = $1 AND activated_at IS NOT NULL ORDER BY version`;

/** Every version of a shop that was ever live, oldest first. */
export async function readProgramVersions(tx: Statements, shopId: number): Promise<ProgramVersion[]> {
  return knownVersions(tx, shopId, await readRows(tx, versionRow, SELECT_VERSIONS, [shopId]));
}

/** The programs of these versions; only those this process has not met are read. */
export async function knownVersions(
  tx: Statements,
  shopId: number,
  rows: readonly VersionRow[],
): Promise<ProgramVersion[]> {
  const known = new Map(rows.map(({ digest }) => [digest, compiled.get(digest)]));
  const unknown = rows.filter(({ digest }) => known.get(digest) === undefined);
  if (unknown.length > 0) await compileMissing(tx, shopId, unknown, known);
  return rows.map((row) => {
    const program = known.get(row.digest);
    assert(program !== undefined, "a version that was ever live is compiled");
    return { version: row.version, effectiveAt: row.effective_at, program };
  });
}

async function compileMissing(
  tx: Statements,
  shopId: number,
  rows: readonly VersionRow[],
  known: Map<string, Program | undefined>,
): Promise<void> {
  const documents = await readRows(
    tx,
    frozenRow,
    "SELECT digest, document FROM program_version WHERE shop_id = $1 AND version = ANY($2::int[])",
    [shopId, rows.map(({ version }) => version)],
  );
  if (compiled.size + documents.length > COMPILED_LIMIT) compiled.clear();
  for (const { digest, document } of documents) {
    const parsed = parseFrozen(document);
    assert(parsed.ok, "a published document is valid");
    compiled.set(digest, parsed.program);
    known.set(digest, parsed.program);
  }
}

/** The versions as they were published, newest first, also those whose instant has not come. */
export function readPublishedVersions({ prisma }: Database, shopId: number) {
  return prisma.programVersion.findMany({ where: { shopId }, orderBy: { version: "desc" } });
}

/** One version as it was published; undefined where there is none of this number. */
export async function readVersionDocument(tx: Statements, shopId: number, version: number): Promise<unknown> {
  const [row] = await readRows(
    tx,
    documentRow,
    "SELECT document FROM program_version WHERE shop_id = $1 AND version = $2",
    [shopId, version],
  );
  return row?.document;
}

export interface NewVersion {
  readonly document: unknown;
  readonly effectiveAt: Instant;
  readonly publishedAt: Instant;
  readonly publishedBy: string;
}

/** Freezes a document as the shop's next version. It goes live with `activateVersion`. */
export async function writeProgramVersion(
  tx: Statements,
  shopId: number,
  version: NewVersion,
): Promise<number> {
  const text = JSON.stringify(version.document);
  const digest = createHash("sha256").update(text).digest("hex");
  const [row] = await readRows(
    tx,
    numberRow,
    `INSERT INTO program_version (shop_id, version, document, digest, effective_at, published_at, published_by)
     SELECT $1, coalesce(max(version), 0) + 1, $2::json, $3, $4::timestamptz, $5::timestamptz, $6
     FROM program_version WHERE shop_id = $1 RETURNING version`,
    [
      shopId,
      text,
      digest,
      timestamp(version.effectiveAt),
      timestamp(version.publishedAt),
      version.publishedBy,
    ],
  );
  assert(row !== undefined, "a published version has a number");
  return row.version;
}

/** From now on this is the version members earn by. Each member goes through the change when next opened. */
export async function activateVersion(
  tx: Statements,
  shopId: number,
  version: number,
  at: Instant,
): Promise<void> {
  await tx.query(
    "UPDATE program_version SET activated_at = $3::timestamptz WHERE shop_id = $1 AND version = $2",
    [shopId, version, timestamp(at)],
  );
  await tx.query("UPDATE shop SET live_version = $2 WHERE shop_id = $1", [shopId, version]);
}

/** Versions whose instant has not come were never live: nothing names them. */
export async function dropScheduledVersions(tx: Statements, shopId: number): Promise<void> {
  await tx.query("DELETE FROM program_version WHERE shop_id = $1 AND activated_at IS NULL", [shopId]);
}

const dueRow = tables.program_version.pick({ shop_id: true, version: true, effective_at: true });

/** Versions whose instant has come, and that are not live yet. */
export function dueVersions(statements: Statements, now: Instant): Promise<z.output<typeof dueRow>[]> {
  return readRows(
    statements,
    dueRow,
    `SELECT shop_id, version, effective_at FROM program_version
     WHERE activated_at IS NULL AND refusal IS NULL AND effective_at <= $1::timestamptz ORDER BY effective_at`,
    [timestamp(now)],
  );
}

/** Shops where some members have not been through the live version's publication. */
export async function shopsToCarryOver(statements: Statements): Promise<number[]> {
  const rows = await readRows(
    statements,
    shopRow,
    `SELECT shop_id FROM shop WHERE status = 'installed' AND live_version IS NOT NULL
       AND carried_version IS DISTINCT FROM live_version ORDER BY shop_id`,
  );
  return rows.map(({ shop_id }) => shop_id);
}

export async function nextToCarryOver(
  statements: Statements,
  shopId: number,
  version: number,
  limit: number,
): Promise<string[]> {
  const rows = await readRows(
    statements,
    memberRow,
    `SELECT member_id FROM member WHERE shop_id = $1 AND program_version < $2 AND status <> 'erased'
     ORDER BY member_id LIMIT $3`,
    [shopId, version, limit],
  );
  return rows.map(({ member_id }) => String(member_id));
}

export async function markCarriedOver(tx: Statements, shopId: number, version: number): Promise<void> {
  await tx.query("UPDATE shop SET carried_version = $2 WHERE shop_id = $1 AND live_version = $2", [
    shopId,
    version,
  ]);
}
