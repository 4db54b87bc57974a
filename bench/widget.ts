import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { launchBrowser } from "#tests/support/browser.ts";
import { PHONE } from "#tests/support/widget-page.ts";
import { buildIfStale } from "../tools/demo/build-if-stale.ts";
import { openDemoHouse } from "../tools/demo/demo-house.ts";
import { COMPILED_NAMES } from "./compiled-names.ts";
import { longestTaskMs } from "./widget/longest-task.ts";

/**
 * The longest task the panel holds a phone's main thread for, from loading the shop's page to the open panel,
 * beside the same page without the panel's script. Processor time, the least of several runs: other processes
 * make a run look worse, never better. A phone four times slower takes four times as long.
 */
const RUNS = 5;
const DRAWN = "the panel is drawn";
const LOADED = "the page is loaded";

await buildIfStale();
const directory = mkdtempSync(join(tmpdir(), "regulars-bench-widget-"));
const options = { directory, ports: [0, 0, 0, 0], withHistory: false, development: false } as const;
const house = await openDemoHouse({ ...options, onProgress: () => undefined });
const browser = await launchBrowser();
try {
  const withPanel: number[] = [];
  const without: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    withPanel.push(await measure(browser, house.fake.url, true));
    without.push(await measure(browser, house.fake.url, false));
  }
  const [panelMs, pageMs] = [Math.min(...withPanel), Math.min(...without)];
  process.stdout.write(`${JSON.stringify({ panelMs, pageMs, ratio: panelMs / pageMs, runs: RUNS })}\n`);
} finally {
  await browser.close();
  await house.stop();
  rmSync(directory, { recursive: true, force: true });
}

async function measure(opened: Browser, shopUrl: string, withPanel: boolean): Promise<number> {
  const context = await opened.newContext({ viewport: PHONE });
  const awaited = withPanel ? DRAWN : LOADED;
  await context.addInitScript(COMPILED_NAMES);
  await context.addInitScript(openAfterLoading, { awaited, drawn: DRAWN });
  if (!withPanel) await context.route("**/regulars-*.js*", (route) => route.abort());
  const page = await context.newPage();
  // Somebody who comes from another page of the shop: its fonts and its process are there.
  await untilSaid(page, `${shopUrl}/account/login`, awaited);
  const longestMs = await longestTaskMs(page, () => untilSaid(page, shopUrl, awaited));
  await context.close();
  return longestMs;
}

/** Goes there and waits for what `openAfterLoading` says. Asking the page would be a task of the bench's own in it. */
async function untilSaid(page: Page, url: string, awaited: string): Promise<void> {
  const said = page.waitForEvent("console", (message) => message.text() === awaited);
  await page.goto(url);
  await said;
  await page.waitForLoadState("networkidle");
}

/** Runs in the page, because a click from outside brings the bench's own script into the measured tasks. */
function openAfterLoading({ awaited, drawn }: { readonly awaited: string; readonly drawn: string }): void {
  const launcher = () => document.querySelector("regulars-launcher")?.shadowRoot;
  const look = (): void => {
    const last = launcher()?.querySelector(".panel")?.shadowRoot?.querySelector("#regulars-terms") ?? null;
    if (last === null) setTimeout(look, 100);
    else console.info(drawn);
  };
  addEventListener("load", () => {
    setTimeout(() => {
      if (awaited !== drawn) {
        console.info(awaited);
        return;
      }
      launcher()?.querySelector("button")?.click();
      look();
    }, 300);
  });
}
