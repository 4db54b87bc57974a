import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { databaseKinds } from "#tests/support/database.ts";
import { administer } from "#tests/support/prepare-databases.ts";

const directory = mkdtempSync(join(tmpdir(), "regulars-unmigrated-"));
const name = `regulars_unmigrated_${String(process.pid)}`;

beforeAll(() => administer(inject("postgresUrl"), `CREATE DATABASE ${name}`));
afterAll(async () => {
  rmSync(directory, { recursive: true });
  await administer(inject("postgresUrl"), `DROP DATABASE ${name} WITH (FORCE)`);
});

describe.each(databaseKinds)("on the %s database that was never migrated", (kind) => {
  it.each([
    ["verify-ledger", []],
    ["member", ["export", "--shop", "example.myshopify.com", "--member", "17"]],
    ["rotate-keys", []],
  ])("%s says in one sentence what to do", (command, args) => {
    const where =
      kind === "embedded"
        ? { DATABASE_URL: "", DATA_DIR: directory }
        : { DATABASE_URL: `${inject("postgresUrl")}/${name}`, DATA_DIR: "" };
    const ran = spawnSync(process.execPath, ["--import", "tsx", `app/cli/${command}.ts`, ...args], {
      encoding: "utf8",
      env: { ...process.env, ...where },
    });
    expect({ status: ran.status, stdout: ran.stdout, stderr: ran.stderr }).toEqual({
      status: 1,
      stdout: "",
      stderr:
        "This database has no tables yet: run `npm run migrate`, or name the one you mean with DATABASE_URL or DATA_DIR.\n",
    });
  });
});
