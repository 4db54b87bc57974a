import { spawn, type ChildProcess } from "node:child_process";
import { setTimeout as pause } from "node:timers/promises";

export interface AppProcess {
  readonly process: ChildProcess;
  /** Asks it to stop and waits until it has; the data is safe either way. */
  stop(): Promise<void>;
}

const STARTS_WITHIN_MS = 120_000;
const STOPS_WITHIN_MS = 15_000;

/**
 * Starts the built app as it runs in production. Only the addresses of Shopify differ: a preload
 * sends what goes to *.myshopify.com to the fake one, and refuses every other host.
 */
export async function startApp(env: Readonly<Record<string, string>>): Promise<AppProcess> {
  const child = spawn(
    process.execPath,
    ["--import", "./simulator/shopify/reroute-fetch.mjs", "build/server.mjs"],
    { env: { ...process.env, ...env }, stdio: ["ignore", "pipe", "pipe"], detached: true },
  );
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      said.push(text);
      if (said.length > 200) said.shift();
      if (process.env["DEMO_LOG"] === "1") process.stderr.write(text);
    });
  }
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  await waitUntilHealthy(child, `http://127.0.0.1:${env["PORT"] ?? ""}/readyz`, said);
  return {
    process: child,
    async stop() {
      child.kill("SIGTERM");
      const impatient = setTimeout(() => child.kill("SIGKILL"), STOPS_WITHIN_MS);
      await ended;
      clearTimeout(impatient);
    },
  };
}

async function waitUntilHealthy(child: ChildProcess, url: string, said: readonly string[]): Promise<void> {
  const giveUpAt = Date.now() + STARTS_WITHIN_MS;
  while (Date.now() < giveUpAt) {
    if (child.exitCode !== null) break;
    const healthy = await fetch(url).then(
      (response) => response.ok,
      () => false,
    );
    if (healthy) return;
    await pause(100);
  }
  child.kill("SIGKILL");
  throw new Error(`The app did not start. It said:\n${said.join("")}`);
}
