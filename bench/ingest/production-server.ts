import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";

export const SECRET = "bench-secret";
export const ENCRYPTION_KEYS = `bench:${Buffer.alloc(32, 7).toString("base64")}`;
const START_LIMIT_MS = 60_000;

export interface ProductionServer {
  readonly host: string;
  readonly port: number;
  stop(): Promise<void>;
}

/** The app as it is deployed: a web process and a worker process, from the production build. */
export async function startProduction(
  databaseUrl: string,
  port: number,
  more: Readonly<Record<string, string>> = {},
): Promise<ProductionServer> {
  for (const file of ["build/server.mjs", "build/worker.mjs"]) {
    if (!existsSync(file)) throw new Error(`${file} is missing: run "npm run build" first.`);
  }
  const env = {
    ...process.env,
    DATABASE_URL: databaseUrl,
    NODE_ENV: "production" as const,
    WORKER: "separate",
    HOST: "127.0.0.1",
    PORT: String(port),
    SHOPIFY_API_KEY: "bench-key",
    SHOPIFY_API_SECRET: SECRET,
    SHOPIFY_APP_URL: `http://127.0.0.1:${String(port)}`,
    REGULARS_ENCRYPTION_KEYS: ENCRYPTION_KEYS,
    ...more,
  };
  const processes = ["build/server.mjs", "build/worker.mjs"].map((file) =>
    spawn(process.execPath, ["--enable-source-maps", file], { env, stdio: ["ignore", "ignore", "pipe"] }),
  );
  for (const started of processes) started.stderr.on("data", passOnFailures);
  const server = { host: "127.0.0.1", port, stop: () => stopAll(processes) };
  await untilReady(server, processes);
  return server;
}

/** The outbox of shops without a token stops at once and says so: that is no failure here. */
function passOnFailures(chunk: Buffer): void {
  for (const line of chunk.toString().split("\n")) {
    if (line.includes('"level":"error"') || (line !== "" && !line.startsWith("{")))
      process.stderr.write(`${line}\n`);
  }
}

async function untilReady(
  { host, port }: { host: string; port: number },
  processes: readonly ChildProcess[],
) {
  const end = Date.now() + START_LIMIT_MS;
  for (;;) {
    if (processes.some(({ exitCode }) => exitCode !== null))
      throw new Error("The app has stopped at its start.");
    const ready = await fetch(`http://${host}:${String(port)}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (ready) return;
    if (Date.now() > end) throw new Error("The app was not ready in time.");
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

async function stopAll(processes: readonly ChildProcess[]): Promise<void> {
  await Promise.all(
    processes.map(async (running) => {
      if (running.exitCode !== null) return;
      running.kill("SIGTERM");
      await once(running, "exit");
    }),
  );
}
