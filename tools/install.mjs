// Installs what is missing, so that `npm run demo` and `npm test` are the only commands on a fresh
// clone. Plain JavaScript without imports from npm: it runs before anything is installed. It writes
// to stderr only, so that a command's own output stays clean.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";

function run(command, args, env = {}) {
  const { status } = spawnSync(command, args, { stdio: ["ignore", 2, 2], env: { ...process.env, ...env } });
  if (status !== 0) {
    console.error(`\n"${command} ${args.join(" ")}" failed. Is the npm registry reachable from here?`);
    process.exit(1);
  }
}

/**
 * What npm notes of an installation must name every package of the lock file in its version, and each must be there:
 * a note may have been copied without what it is about.
 */
function everythingIsInstalled() {
  const noteFile = "node_modules/.package-lock.json";
  if (!existsSync(noteFile)) return false;
  const wanted = JSON.parse(readFileSync("package-lock.json", "utf8")).packages;
  const present = JSON.parse(readFileSync(noteFile, "utf8")).packages;
  return Object.entries(wanted).every(
    ([path, { version, optional, link }]) =>
      path === "" || optional || link || (present[path]?.version === version && existsSync(path)),
  );
}

function generatePrismaClient() {
  const stampFile = "app/db/generated/.schema-hash";
  const hash = createHash("sha256");
  for (const source of ["prisma/schema.prisma", "prisma/generate-tables.mjs"])
    hash.update(readFileSync(source));
  const wanted = hash.digest("hex");
  if (existsSync(stampFile) && readFileSync(stampFile, "utf8") === wanted) return;
  // The generator needs no schema engine, and the engine's download is not reachable everywhere.
  run("npx", ["prisma", "generate"], {
    PRISMA_SCHEMA_ENGINE_BINARY: "/bin/true",
    PRISMA_HIDE_UPDATE_MESSAGE: "1",
  });
  writeFileSync(stampFile, wanted);
}

/** What is too old fails later, with words about something else. */
function refuseOldNode() {
  const wanted = JSON.parse(readFileSync("package.json", "utf8")).engines.node.replace(">=", "");
  const [major, minor] = wanted.split(".").map(Number);
  const [ourMajor, ourMinor] = process.versions.node.split(".").map(Number);
  if (ourMajor > major || (ourMajor === major && ourMinor >= minor)) return;
  console.error(`Regulars needs Node ${wanted} or later, and this is ${process.versions.node}.`);
  console.error("Take a newer one from https://nodejs.org and try again.");
  process.exit(1);
}

refuseOldNode();
if (!everythingIsInstalled()) {
  console.error("Installing packages, once …");
  // Not "npm ci": it refuses a lock file where a registry lacks another platform's optional package. With what
  // builds and tests, also where NODE_ENV says production: npm would take that out again.
  run("npm", ["install", "--include=dev", "--no-save", "--no-audit", "--no-fund", "--loglevel=error"]);
}
generatePrismaClient();
