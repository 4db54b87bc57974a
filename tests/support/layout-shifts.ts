import type { Frame } from "playwright-core";

interface Shift {
  readonly at: number;
  readonly value: number;
}

/** Runs in every frame before anything else, and keeps what moves without anybody having pressed something. */
export function watchShifts(): void {
  const shifts: Shift[] = [];
  Object.assign(globalThis, { shifts });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      const shift = entry as PerformanceEntry & { value: number; hadRecentInput: boolean };
      if (!shift.hadRecentInput) shifts.push({ at: shift.startTime, value: shift.value });
    }
  }).observe({ type: "layout-shift", buffered: true });
}

/**
 * How much of a page has moved so far, of what anybody could see: Chromium also counts what moves before a frame's
 * first paint, where the page around it laid it out while its styles were still on their way.
 */
export async function shiftOf(frame: Frame): Promise<number> {
  return frame.evaluate(() => {
    const { shifts } = globalThis as unknown as { shifts: readonly Shift[] };
    const [painted] = performance.getEntriesByName("first-paint");
    if (painted === undefined) throw new Error("The page has not been painted.");
    return shifts.reduce((sum, { at, value }) => (at < painted.startTime ? sum : sum + value), 0);
  });
}
