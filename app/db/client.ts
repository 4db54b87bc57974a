import { databaseEnv } from "#app/env.server.ts";
import type { Database } from "./database.ts";
import { openEmbeddedDatabase } from "./embedded-database.ts";
import { openServerDatabase } from "./server-database.ts";

export type { Database, Statements } from "./database.ts";

/** PostgreSQL where DATABASE_URL names one, else the embedded database in DATA_DIR. */
export function openDatabase(): Promise<Database> {
  const { DATABASE_URL, DATA_DIR, DATABASE_POOL_SIZE } = databaseEnv();
  return DATABASE_URL === undefined
    ? openEmbeddedDatabase(DATA_DIR)
    : openServerDatabase(DATABASE_URL, DATABASE_POOL_SIZE);
}

declare global {
  /** On the global object, because the server and Remix's build are two bundles in one process. */
  var regularsDatabase: Promise<Database> | undefined;
}

/** The process's one database, opened when it is first needed. */
export function database(): Promise<Database> {
  globalThis.regularsDatabase ??= openDatabase();
  return globalThis.regularsDatabase;
}
