import { gzipSync } from "node:zlib";
import type { CDPSession, Frame, Page, Response } from "playwright-core";
import { AdminPage, type AdminHouse } from "#tests/support/admin-page.ts";
import { shiftOf, watchShifts } from "#tests/support/layout-shifts.ts";
import { COMPILED_NAMES } from "../compiled-names.ts";

export interface PageFigures {
  /** Largest contentful paint of the app's own frame, from when it was asked for. */
  readonly lcpMs: number;
  readonly cls: number;
  /** The slowest answer to a key or a click, from the input to the next paint. */
  readonly inpMs: number;
  readonly scriptKb: number;
}

interface Vitals {
  lcp: number;
  inp: number;
}

/** What a person does on any page: goes through it by keyboard, and presses something that changes nothing. */
const TABS = 8;

/** Opens a page for the first time, with nothing cached, on a machine of half the speed, and uses it. */
export async function measurePage(house: AdminHouse, path: string, slowdown: number): Promise<PageFigures> {
  const admin = await AdminPage.start(house);
  const { page } = admin;
  const scripts = countScripts(page, house.house.appUrl, house.house.fake.tunnelUrl);
  await page.context().addInitScript(COMPILED_NAMES);
  await page.context().addInitScript(watchShifts);
  await page.context().addInitScript(watchVitals);
  const session = await page.context().newCDPSession(page);
  await slowDown(session, slowdown);
  await admin.open(path);
  const frame = admin.frame();
  await useIt(frame);
  const cls = await shiftOf(frame);
  const { lcp, inp } = await frame.evaluate(() => (globalThis as unknown as { vitals: Vitals }).vitals);
  const scriptKb = Math.round((await scripts()) / 1_024);
  await slowDown(session, 1);
  await admin.close();
  return { lcpMs: Math.round(lcp), cls: Number(cls.toFixed(3)), inpMs: Math.round(inp), scriptKb };
}

async function slowDown(session: CDPSession, rate: number): Promise<void> {
  await session.send("Emulation.setCPUThrottlingRate", { rate });
}

/** Scripts of the app itself, as a server that compresses would send them; what the admin loads is not ours. */
function countScripts(page: Page, ...origins: readonly (string | null | undefined)[]): () => Promise<number> {
  const own: Response[] = [];
  page.on("response", (response) => {
    const url = response.url();
    const isOurs = origins.some((origin) => origin != null && url.startsWith(origin));
    if (isOurs && /\.js(\?|$)/u.test(url)) own.push(response);
  });
  return async () => {
    const bodies = await Promise.all(own.map((response) => response.body().catch(() => Buffer.alloc(0))));
    return bodies.reduce((sum, body) => sum + gzipSync(body).length, 0);
  };
}

async function useIt(frame: Frame): Promise<void> {
  await frame.locator("h1").first().click();
  for (let pressed = 0; pressed < TABS; pressed += 1) await frame.page().keyboard.press("Tab");
  const field = frame.locator("input[type=text]:visible, input:not([type]):visible").first();
  if ((await field.count()) > 0) {
    await field.click();
    await frame.page().keyboard.type("anna");
  }
  // What was painted last is told by the browser with the next frames.
  await frame.evaluate(
    () =>
      new Promise<void>((resolve) => {
        requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(() => resolve())));
      }),
  );
}

/** Runs in every frame before anything else: two of Google's figures, as its library has them, without the library. */
function watchVitals(): void {
  const vitals: Vitals = { lcp: 0, inp: 0 };
  Object.assign(globalThis, { vitals });
  const watch = (type: string, more: object, take: (entry: PerformanceEntry) => void) => {
    new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({
      type,
      buffered: true,
      ...more,
    });
  };
  watch("largest-contentful-paint", {}, ({ startTime }) => {
    vitals.lcp = startTime;
  });
  watch("event", { durationThreshold: 16 }, (entry) => {
    const event = entry as PerformanceEntry & { interactionId?: number };
    if ((event.interactionId ?? 0) > 0) vitals.inp = Math.max(vitals.inp, entry.duration);
  });
}
