import { readFileSync } from "node:fs";
import type axe from "axe-core";
import type { Frame, Page } from "playwright-core";

/** The levels A and AA of WCAG up to 2.2. */
export const WCAG_AA = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] as const;

/** Less than half of `axe.source` has to be sent to the page and read there. */
const AXE = readFileSync("node_modules/axe-core/axe.min.js", "utf8");

interface Look {
  /** What is looked at, as a selector; not said: all of it. */
  readonly within?: string;
  /** The rules asked for, by axe's tags. */
  readonly tags?: readonly string[];
}

/**
 * Everything axe has to say against a page or a frame of it, as lines that name rule and place; frames within are
 * looked at by themselves. Asked where the page is, and for what is wrong alone, it answers in a third of the time.
 */
export async function accessibilityFaults(
  where: Frame | Page,
  { within = "html", tags = WCAG_AA }: Look = {},
): Promise<string[]> {
  if (!(await where.evaluate(() => "axe" in globalThis))) await where.evaluate(AXE);
  return where.evaluate(
    async ({ within, tags }) => {
      const run = (globalThis as unknown as { axe: typeof axe }).axe.run;
      const { violations } = await run(within, {
        ...{ runOnly: tags, resultTypes: ["violations"], preload: false, iframes: false },
      });
      return violations.flatMap(({ id, nodes }) =>
        nodes.map(({ target, html }) => `${id} at ${String(target)}: ${html}`),
      );
    },
    { within, tags: [...tags] },
  );
}

/** The same of the app in a shop's admin, which frames it. */
export async function appFaults(admin: Page): Promise<string[]> {
  const frame = admin.frame({ name: "app-iframe" });
  if (frame === null) throw new Error("The app is not framed.");
  return accessibilityFaults(frame);
}
