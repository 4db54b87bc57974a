import { existsSync } from "node:fs";
import { chromium, type Browser } from "playwright-core";

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

/** Starts a Chromium: the one named by PLAYWRIGHT_CHROMIUM, the system's, Playwright's own, or the registry's. */
export async function launchBrowser(): Promise<Browser> {
  const named = process.env["PLAYWRIGHT_CHROMIUM"];
  const found = named ?? [...SYSTEM_BROWSERS, chromium.executablePath()].find((path) => existsSync(path));
  const executablePath = found ?? (await registryChromium());
  try {
    const launched = await chromium.launch({
      executablePath,
      args: FLAGS,
      headless: true,
      timeout: PATIENCE_MS,
    });
    launched.on("context", (context) => {
      context.setDefaultTimeout(PATIENCE_MS);
    });
    return launched;
  } catch (cause) {
    throw new Error(
      `No Chromium could be started (tried ${executablePath}). Install one (for example "apt-get install chromium" ` +
        `or "npx playwright install chromium"), or name it in PLAYWRIGHT_CHROMIUM.`,
      { cause },
    );
  }
}

/**
 * The Chromium of the npm registry. It brings the shared libraries it needs (NSS and the like) only
 * where it believes to be on Amazon Linux, so we say so: a bare machine has none of them either.
 */
async function registryChromium(): Promise<string> {
  process.env["AWS_LAMBDA_JS_RUNTIME"] ??= "nodejs22.x";
  const { default: sparticuz } = await import("@sparticuz/chromium");
  return sparticuz.executablePath();
}
