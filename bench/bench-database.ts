import pg from "pg";
import { startEmbeddedPostgres, type TestServer } from "#tests/support/start-postgres.ts";

/** The PostgreSQL of TEST_DATABASE_URL, else one of our own for the time of the run. */
export async function benchServer(): Promise<TestServer> {
  const given = process.env["TEST_DATABASE_URL"];
  return given === undefined ? startEmbeddedPostgres() : { url: given, stop: () => Promise.resolve() };
}

export async function freshDatabase(serverUrl: string, name: string): Promise<string> {
  await dropDatabases(serverUrl, [name]);
  await administer(serverUrl, [`CREATE DATABASE ${name}`]);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.href;
}

export function dropDatabases(serverUrl: string, names: readonly string[]): Promise<void> {
  return administer(
    serverUrl,
    names.map((name) => `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
  );
}

async function administer(serverUrl: string, statements: readonly string[]): Promise<void> {
  const url = new URL(serverUrl);
  if (url.pathname.length < 2) url.pathname = "/postgres";
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  for (const statement of statements) await client.query(statement);
  await client.end();
}
