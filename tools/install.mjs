// Installs what is missing, so that `npm run demo` and `npm test` are the only commands on a fresh
// clone. Plain JavaScript without imports from npm: it runs before anything is installed.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";

const stampFile = "node_modules/.regulars-install";
const lock = createHash("sha256").update(readFileSync("package-lock.json")).digest("hex");

function run(command, args, env = {}) {
  const { status } = spawnSync(command, args, { stdio: ["ignore", 2, 2], env: { ...process.env, ...env } });
  if (status !== 0) {
    console.error(
      `\n${command} ${args.join(" ")} failed. What to do: check that the npm registry is reachable.`,
    );
    process.exit(1);
  }
}

const installed = existsSync(stampFile) && readFileSync(stampFile, "utf8") === lock;
if (!installed) {
  console.error("Installing packages (once) …");
  run("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"]);
  writeFileSync(stampFile, lock);
}

const schema = readFileSync("prisma/schema.prisma", "utf8");
const schemaStamp = "app/db/generated/.schema-hash";
const schemaHash = createHash("sha256").update(schema).digest("hex");
if (!existsSync(schemaStamp) || readFileSync(schemaStamp, "utf8") !== schemaHash) {
  // The generator needs no schema engine, and its download is not reachable everywhere.
  run("npx", ["prisma", "generate"], {
    PRISMA_SCHEMA_ENGINE_BINARY: "/bin/true",
    PRISMA_HIDE_UPDATE_MESSAGE: "1",
  });
  writeFileSync(schemaStamp, schemaHash);
}
