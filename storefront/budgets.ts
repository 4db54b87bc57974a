import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";

const KILOBYTE = 1_000;

/** What comes with a page of the shop, launcher and block script together: Shopify's limit for an app block. */
export const PAGE_BUDGET_BYTES = 10 * KILOBYTE;
/** What comes when somebody opens the panel: the panel and one language. */
export const PANEL_BUDGET_BYTES = 18 * KILOBYTE;

/** What comes with the first thing a shopper does in the panel. */
export const DEEDS_BUDGET_BYTES = 4 * KILOBYTE;

/** What comes when somebody wants to read questions and answers, in one language. */
export const QUESTIONS_BUDGET_BYTES = 7 * KILOBYTE;

/** What is too heavy among the bundles in a folder, in words; nothing where all is well. Sizes are gzipped. */
export function overBudget(folder: string, languages: readonly string[]): string[] {
  const size = (name: string): number =>
    gzipSync(readFileSync(`${folder}/regulars-${name}.js`), { level: 9 }).length;
  const loads = [
    {
      what: "launcher and block script",
      bytes: size("launcher") + size("blocks"),
      budget: PAGE_BUDGET_BYTES,
    },
    { what: "the script of an Ecwid shop", bytes: size("ecwid"), budget: PAGE_BUDGET_BYTES },
    { what: "the way to be known", bytes: size("proof"), budget: DEEDS_BUDGET_BYTES },
    { what: "the page of members", bytes: size("members"), budget: PANEL_BUDGET_BYTES },
    { what: "what a shopper can do", bytes: size("deeds"), budget: DEEDS_BUDGET_BYTES },
    ...languages.map((language) => ({
      what: `the panel in ${language}`,
      bytes: size("panel") + size(`words-${language}`),
      budget: PANEL_BUDGET_BYTES,
    })),
    ...languages.map((language) => ({
      what: `questions and answers in ${language}`,
      bytes: size(`questions-${language}`),
      budget: QUESTIONS_BUDGET_BYTES,
    })),
  ];
  return loads
    .filter(({ bytes, budget }) => bytes > budget)
    .map(({ what, bytes, budget }) => `${what}: ${String(bytes)} of ${String(budget)} bytes, gzipped`);
}
