import { cpSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inject } from "vitest";
import { openDemoHouse } from "../../tools/demo/demo-house.ts";
import { ARTIFACTS, type AdminHouse } from "./admin-page.ts";
import { launchBrowser } from "./browser.ts";

/** A copy of the demo, which was told once for all houses; one without its six months is a shop on its first day. */
export async function openAdminHouse({ withHistory = true } = {}): Promise<AdminHouse> {
  mkdirSync(ARTIFACTS, { recursive: true });
  const directory = mkdtempSync(join(tmpdir(), "regulars-admin-"));
  cpSync(inject(withHistory ? "lastingHouse" : "firstDayHouse"), directory, { recursive: true });
  const house = await openDemoHouse({
    directory,
    ports: [0, 0, 0, 0],
    withHistory,
    development: false,
    onProgress: () => undefined,
  });
  const browser = await launchBrowser();
  return {
    house,
    browser,
    stop: async () => {
      await browser.close();
      await house.stop();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}
