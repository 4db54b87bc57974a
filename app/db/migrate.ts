import { createHash, randomUUID } from "node:crypto";
import { readFile, readdir } from "node:fs/promises";
import { join, resolve } from "node:path";
import { z } from "zod";
import type { Database, Statements } from "./database.ts";
import { readRows } from "./read-rows.ts";

const appliedRow = z.object({ migration_name: z.string(), checksum: z.string() });
const foundRow = z.object({ found: z.boolean() });

/** The table in which Prisma keeps what was applied, in its own form, so that its tools agree. */
const MIGRATIONS_TABLE = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id VARCHAR(36) PRIMARY KEY NOT NULL, checksum VARCHAR(64) NOT NULL, finished_at TIMESTAMPTZ,
  migration_name VARCHAR(255) NOT NULL, logs TEXT, rolled_back_at TIMESTAMPTZ,
  started_at TIMESTAMPTZ NOT NULL DEFAULT now(), applied_steps_count INTEGER NOT NULL DEFAULT 0)`;

const ALREADY_APPLIED = "RG001";

/** An applied migration is not the one in the tree: the histories have parted. */
export class MigrationError extends Error {
  override readonly name = "MigrationError";
}

interface Migration {
  readonly name: string;
  readonly sql: string;
  readonly checksum: string;
}

/** Applies what is missing, oldest first, each in one transaction. Returns the names of those applied. */
export async function migrate(database: Database, directory = defaultDirectory()): Promise<string[]> {
  await database.runScript(MIGRATIONS_TABLE);
  const applied = await readRows(
    database,
    appliedRow,
    "SELECT migration_name, checksum FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL",
  );
  const checksums = new Map(applied.map((row) => [row.migration_name, row.checksum]));
  const done: string[] = [];
  for (const migration of await readMigrations(directory)) {
    const checksum = checksums.get(migration.name);
    if (checksum === undefined) {
      if (await apply(database, migration)) done.push(migration.name);
    } else if (checksum !== migration.checksum) {
      throw new MigrationError(`Migration ${migration.name} was changed after it had been applied.`);
    }
  }
  return done;
}

/** Was it ever migrated? Everything belongs to a shop, so their table is the first. */
export async function isMigrated(statements: Statements): Promise<boolean> {
  const [row] = await readRows(statements, foundRow, "SELECT to_regclass('shop') IS NOT NULL AS found");
  return row?.found === true;
}

function defaultDirectory(): string {
  return resolve("prisma", "migrations");
}

async function readMigrations(directory: string): Promise<Migration[]> {
  const entries = await readdir(directory, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return Promise.all(
    names.sort().map(async (name) => {
      const sql = await readFile(join(directory, name, "migration.sql"), "utf8");
      return { name, sql, checksum: createHash("sha256").update(sql).digest("hex") };
    }),
  );
}

/**
 * The migration and the note that it was applied are one transaction under the table's lock: of two
 * processes that start at once, the second waits and then finds the note.
 */
async function apply(database: Database, { name, checksum, sql }: Migration): Promise<boolean> {
  const script = `LOCK TABLE _prisma_migrations IN EXCLUSIVE MODE;
    DO $note$ BEGIN
      IF EXISTS (SELECT 1 FROM _prisma_migrations WHERE migration_name = '${name}' AND finished_at IS NOT NULL) THEN
        RAISE EXCEPTION 'already applied' USING ERRCODE = '${ALREADY_APPLIED}';
      END IF;
    END $note$;
    INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
      VALUES ('${randomUUID()}', '${checksum}', '${name}', now(), now(), 1);
    ${sql}`;
  try {
    await database.runScript(script);
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === ALREADY_APPLIED) return false;
    throw error;
  }
}
