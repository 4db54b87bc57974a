import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { openEmbeddedDatabase } from "#app/db/embedded-database.ts";
import { migrate } from "#app/db/migrate.ts";
import { openServerDatabase } from "#app/db/server-database.ts";
import { startEmbeddedPostgres } from "./start-postgres.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** A server where tests make databases of their own: `postgres://user:password@host:port`. */
    postgresUrl: string;
    /** A migrated PostgreSQL database on it, to be copied. */
    templateDatabase: string;
    /** A directory with a migrated embedded database, to be copied. */
    templateDirectory: string;
  }
}

/**
 * Prepares both databases once, migrated and empty; every test copies one. The server is the one
 * TEST_DATABASE_URL names, or a throw-away PostgreSQL from the npm registry.
 */
export default async function prepareDatabases(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env["TEST_DATABASE_URL"];
  const server = given === undefined ? await startEmbeddedPostgres() : { url: origin(given), stop: nothing };
  const templateDatabase = newDatabaseName("template");
  await administer(server.url, `CREATE DATABASE ${templateDatabase}`);
  const onServer = await openServerDatabase(`${server.url}/${templateDatabase}`, 2);
  await migrate(onServer);
  await onServer.close();

  const templateDirectory = mkdtempSync(join(tmpdir(), "regulars-template-"));
  const embedded = await openEmbeddedDatabase(templateDirectory);
  await migrate(embedded);
  await embedded.close();

  project.provide("postgresUrl", server.url);
  project.provide("templateDatabase", templateDatabase);
  project.provide("templateDirectory", templateDirectory);
  return async () => {
    rmSync(templateDirectory, { recursive: true, force: true });
    await administer(server.url, `DROP DATABASE IF EXISTS ${templateDatabase} WITH (FORCE)`);
    await server.stop();
  };
}

/** One that no run before has left behind: a killed one drops nothing, and numbers of processes come again. */
export function newDatabaseName(what: "template" | "test"): string {
  return `regulars_${what}_${randomUUID().replaceAll("-", "")}`;
}

/** Runs one statement in the server's own `postgres` database. */
export async function administer(serverUrl: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: `${serverUrl}/postgres` });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

function origin(url: string): string {
  const parsed = new URL(url);
  parsed.pathname = "";
  parsed.search = "";
  return parsed.href.replace(/\/$/, "");
}

function nothing(): Promise<void> {
  return Promise.resolve();
}
