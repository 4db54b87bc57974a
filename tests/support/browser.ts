import { existsSync } from "node:fs";
import { chromium, type Browser } from "playwright-core";
import { headlessShell, type Program } from "./headless-shell.ts";

const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  // The fake admin's page is public by name (admin.shopify.com) and frames the app on loopback.
  "--disable-features=LocalNetworkAccessChecks",
];

/** Admin routes answer robots with 410, and a headless browser counts as one. */
export const HUMAN_USER_AGENT =
  "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36";

const SYSTEM_BROWSERS = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** A busy machine takes its time; what never comes still fails. */
const PATIENCE_MS = 120_000;

/**
 * Starts a Chromium: the one named by PLAYWRIGHT_CHROMIUM, or else the first that starts of the registry's, the
 * system's and Playwright's own.
 */
export async function launchBrowser(): Promise<Browser> {
  const named = process.env["PLAYWRIGHT_CHROMIUM"];
  const programs = named === undefined ? [headlessShell, ...installed()] : [byPath(named)];
  const failures: string[] = [];
  for (const program of programs) {
    try {
      return await launch(await program());
    } catch (cause) {
      failures.push(cause instanceof Error ? cause.message : String(cause));
    }
  }
  throw new Error(
    `No Chromium could be started. Install one (for example "apt-get install chromium" or ` +
      `"npx playwright install chromium"), or name it in PLAYWRIGHT_CHROMIUM.\n${failures.join("\n")}`,
  );
}

async function launch(program: Program): Promise<Browser> {
  const launched = await chromium.launch({ ...program, args: FLAGS, headless: true, timeout: PATIENCE_MS });
  launched.on("context", (context) => {
    context.setDefaultTimeout(PATIENCE_MS);
  });
  return launched;
}

type Choice = () => Program | Promise<Program>;

function installed(): readonly Choice[] {
  return [...SYSTEM_BROWSERS, chromium.executablePath()].filter((path) => existsSync(path)).map(byPath);
}

function byPath(executablePath: string): Choice {
  return () => ({ executablePath, env: process.env });
}
