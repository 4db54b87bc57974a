import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterEach, expect, it } from "vitest";
import { installedPrograms } from "#tests/support/postgres-programs.ts";
import { startEmbeddedPostgres } from "#tests/support/start-postgres.ts";

let folder = "";
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const title = "starts from a folder that no other user can enter, though root's server is another user's";
it.each(["not made", "made"])(`${title} (links among libraries: %s)`, async (links) => {
  folder = mkdtempSync(join(tmpdir(), "regulars-closed-"));
  expect(statSync(folder).mode & 0o777).toBe(0o700);
  cpSync(installedPrograms(), folder, { recursive: true, verbatimSymlinks: true });
  if (links === "made") execFileSync(process.execPath, ["scripts/hydrate-symlinks.js"], { cwd: folder });
  const server = await startEmbeddedPostgres(folder);
  try {
    const client = new pg.Client({ connectionString: `${server.url}/postgres` });
    await client.connect();
    const { rows } = await client.query("SELECT current_setting('server_encoding') AS encoding");
    expect(rows).toEqual([{ encoding: "UTF8" }]);
    await client.end();
  } finally {
    await server.stop();
  }
});

it("says what did not start, why, and what to do", async () => {
  folder = mkdtempSync(join(tmpdir(), "regulars-empty-"));
  mkdirSync(join(folder, "native/bin"), { recursive: true });
  await expect(startEmbeddedPostgres(folder)).rejects.toThrow(
    /No throw-away PostgreSQL could be started\.[^]*native\/bin\/initdb[^]*TEST_DATABASE_URL=postgres:\/\//u,
  );
});
