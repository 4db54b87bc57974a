import { z } from "zod";
import { assert } from "#app/domain/assert.ts";
import type { Instant } from "#app/domain/calendar.ts";
import type { Journey, JourneySettings } from "#app/domain/journeys/journey.ts";
import { latenessOf } from "#app/domain/journeys/offered/owed-notices.ts";
import { parseJourney, parseJourneySettings } from "#app/domain/journeys/parse-journeys.ts";
import type { Program } from "#app/domain/program/program.ts";
import { timestamp } from "../column-values.ts";
import type { Statements } from "../database.ts";
import { tables } from "../generated/tables.ts";
import { readRows } from "../read-rows.ts";

const journeyRow = tables.journey.pick({
  journey_id: true,
  version: true,
  document: true,
  is_current: true,
  on_since: true,
});
const settingsRow = tables.journey_settings.pick({ document: true });
const countRow = z.object({ count: z.int() });
const numberedRow = tables.journey.pick({ journey_id: true, version: true });
const currentRow = tables.journey.pick({ version: true });
const versionRow = tables.journey.pick({ version: true, place: true, on_since: true });

/** The version of a journey that nobody has saved yet. */
export const NEVER_SAVED = 0;

export interface StoredJourney {
  readonly journey: Journey;
  readonly isCurrent: boolean;
  /** Null: it is off. */
  readonly onSince: Instant | null;
}

/** A version as it was saved. */
export interface JourneyVersion {
  readonly journeyId: string;
  readonly version: number;
  readonly document: unknown;
  readonly onSince: Instant | null;
}

/** The journeys of a shop as they stand, in their order; without those that were deleted. */
export async function readCurrentJourneys(statements: Statements, shopId: number): Promise<JourneyVersion[]> {
  const rows = await readRows(
    statements,
    journeyRow,
    `SELECT journey_id, version, document, is_current, on_since FROM journey
     WHERE shop_id = $1 AND is_current AND removed_at IS NULL ORDER BY place, journey_id`,
    [shopId],
  );
  return rows.map(({ journey_id, version, document, on_since }) => ({
    journeyId: journey_id,
    version,
    document,
    onSince: on_since,
  }));
}

/**
 * The journeys of a shop to be run, in their order: the current versions, and those by which passes of these
 * members still run. They were found sound when they were saved; what has gone from the program since is given
 * and reached by nobody.
 */
export async function readJourneysToRun(
  tx: Statements,
  shopId: number,
  program: Program,
): Promise<StoredJourney[]> {
  const rows = await readRows(
    tx,
    journeyRow,
    `SELECT journey_id, version, document, is_current, on_since FROM journey j
     WHERE shop_id = $1 AND ((is_current AND removed_at IS NULL) OR EXISTS (SELECT 1 FROM journey_pass p WHERE p.shop_id = j.shop_id
       AND p.journey_id = j.journey_id AND p.version = j.version AND p.ended_at IS NULL))
     ORDER BY place, journey_id, version`,
    [shopId],
  );
  return rows.map(({ journey_id, version, document, is_current, on_since }) => ({
    journey: {
      ...readOnce(document, program),
      ...{ version, enabled: on_since !== null, late: latenessOf(journey_id) },
    },
    isCurrent: is_current,
    onSince: on_since,
  }));
}

/** Journeys by their documents: a version is frozen, so this never goes stale. */
const read = new Map<string, Journey>();
const READ_LIMIT = 2_000;

function readOnce(document: unknown, program: Program): Journey {
  const name = `${String(program.currencyDigits)} ${JSON.stringify(document)}`;
  const known = read.get(name);
  if (known !== undefined) return known;
  const parsed = parseJourney(document, { program, segments: new Map(), wasSound: true });
  assert(parsed.ok, "a journey that was saved is sound");
  if (read.size >= READ_LIMIT) read.clear();
  read.set(name, parsed.value);
  return parsed.value;
}

export async function readJourneySettings(statements: Statements, shopId: number): Promise<JourneySettings> {
  const [row] = await readRows(
    statements,
    settingsRow,
    "SELECT document FROM journey_settings WHERE shop_id = $1",
    [shopId],
  );
  return parseJourneySettings(row === undefined ? {} : row.document);
}

export async function writeJourneySettings(tx: Statements, shopId: number, document: unknown): Promise<void> {
  await tx.query(
    `INSERT INTO journey_settings (shop_id, document) VALUES ($1, $2::json)
     ON CONFLICT (shop_id) DO UPDATE SET document = excluded.document`,
    [shopId, JSON.stringify(document)],
  );
}

/** How many journeys a shop has beside these. */
export async function countJourneys(tx: Statements, shopId: number, but: readonly string[]): Promise<number> {
  const [row] = await readRows(
    tx,
    countRow,
    `SELECT count(*) AS count FROM journey
     WHERE shop_id = $1 AND is_current AND removed_at IS NULL AND journey_id <> ALL($2::text[])`,
    [shopId, but],
  );
  assert(row !== undefined, "a count is one row");
  return row.count;
}

/** The current version of each of a shop's journeys, of deleted ones too: no other journey takes up their keys. */
export async function readJourneyVersions(
  statements: Statements,
  shopId: number,
): Promise<ReadonlyMap<string, number>> {
  const rows = await readRows(
    statements,
    numberedRow,
    `SELECT journey_id, version FROM journey WHERE shop_id = $1 AND is_current`,
    [shopId],
  );
  return new Map(rows.map(({ journey_id, version }) => [journey_id, version]));
}

/** Which version of a journey is current, deleted or not; 0 where it never was saved. Nobody else changes it meanwhile. */
export async function lockCurrentVersion(tx: Statements, shopId: number, journeyId: string): Promise<number> {
  const [row] = await readRows(
    tx,
    currentRow,
    `SELECT version FROM journey WHERE shop_id = $1 AND journey_id = $2 AND is_current FOR UPDATE`,
    [shopId, journeyId],
  );
  return row === undefined ? NEVER_SAVED : row.version;
}

/** Deletes a journey: it is off, and stands in no list. False: there is none. */
export async function removeJourney(
  tx: Statements,
  shopId: number,
  journeyId: string,
  now: Instant,
): Promise<boolean> {
  const removed = await readRows(
    tx,
    currentRow,
    `UPDATE journey SET removed_at = $3::timestamptz, on_since = NULL
     WHERE shop_id = $1 AND journey_id = $2 AND is_current AND removed_at IS NULL RETURNING version`,
    [shopId, journeyId, timestamp(now)],
  );
  return removed.length > 0;
}

/** A deleted journey is there again, and off. False: there is none. */
export async function restoreJourney(tx: Statements, shopId: number, journeyId: string): Promise<boolean> {
  const restored = await readRows(
    tx,
    currentRow,
    `UPDATE journey SET removed_at = NULL
     WHERE shop_id = $1 AND journey_id = $2 AND is_current AND removed_at IS NOT NULL RETURNING version`,
    [shopId, journeyId],
  );
  return restored.length > 0;
}

export interface NewJourneyVersion {
  readonly journeyId: string;
  readonly document: unknown;
  readonly enabled: boolean;
  readonly actor: string;
  readonly now: Instant;
}

/** Saves a journey as its next version. One that is on goes on since when it was switched on. */
export async function writeJourney(
  tx: Statements,
  shopId: number,
  { journeyId, document, enabled, actor, now }: NewJourneyVersion,
): Promise<number> {
  const [before] = await readRows(
    tx,
    versionRow,
    `SELECT version, place, on_since FROM journey WHERE shop_id = $1 AND journey_id = $2 AND is_current FOR UPDATE`,
    [shopId, journeyId],
  );
  await tx.query(
    "UPDATE journey SET is_current = false, on_since = NULL WHERE shop_id = $1 AND journey_id = $2 AND is_current",
    [shopId, journeyId],
  );
  const version = before === undefined ? 1 : before.version + 1;
  const onSince = enabled ? (before?.on_since ?? now) : null;
  await tx.query(
    `INSERT INTO journey (shop_id, journey_id, version, place, document, is_current, on_since, saved_at, saved_by)
     SELECT $1, $2, $3, coalesce($4::int, (SELECT coalesce(max(place), 0) + 1 FROM journey WHERE shop_id = $1)),
       $5::json, true, $6::timestamptz, $7::timestamptz, $8`,
    [
      shopId,
      journeyId,
      version,
      before?.place ?? null,
      JSON.stringify(document),
      timestamp(onSince),
      timestamp(now),
      actor,
    ],
  );
  return version;
}
