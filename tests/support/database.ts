import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inject } from "vitest";
import type { Database } from "#app/db/client.ts";
import { openEmbeddedDatabase } from "#app/db/embedded-database.ts";
import { openServerDatabase } from "#app/db/server-database.ts";
import { administer, newDatabaseName } from "./prepare-databases.ts";

/** Both databases the product runs on: a flow holds on each. */
export const databaseKinds = ["embedded", "server"] as const;
export type DatabaseKind = (typeof databaseKinds)[number];

export interface TestDatabase {
  readonly database: Database;
  /** For another process: `{ DATABASE_URL }` or `{ DATA_DIR }`. The embedded one serves one process at a time. */
  readonly env: Readonly<Record<string, string>>;
  /** Closes and removes it. */
  readonly drop: () => Promise<void>;
}

/** A fresh, migrated, empty database of the test's own. */
export function openTestDatabase(kind: DatabaseKind): Promise<TestDatabase> {
  return kind === "embedded" ? openEmbeddedCopy() : openServerCopy();
}

async function openEmbeddedCopy(): Promise<TestDatabase> {
  const directory = mkdtempSync(join(tmpdir(), "regulars-test-"));
  cpSync(inject("templateDirectory"), directory, { recursive: true });
  const database = await openEmbeddedDatabase(directory);
  return {
    database,
    env: { DATA_DIR: directory },
    drop: async () => {
      await database.close();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

async function openServerCopy(): Promise<TestDatabase> {
  const name = newDatabaseName("test");
  const server = inject("postgresUrl");
  await administer(server, `CREATE DATABASE ${name} TEMPLATE ${inject("templateDatabase")}`);
  const url = `${server}/${name}`;
  const database = await openServerDatabase(url, 10);
  return {
    database,
    env: { DATABASE_URL: url },
    drop: async () => {
      await database.close();
      await administer(server, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    },
  };
}
