import { mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build, transform, type BuildOptions, type Plugin } from "esbuild";
import { overBudget } from "./budgets.ts";

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Where the bundles go: the theme extension, and the app's own server for shops without themes. */
const ASSETS = here("../extensions/regulars-theme/assets");
const PUBLIC = here("../public/storefront");

export const LANGUAGES = ["en", "de", "de-formal", "fr", "es", "it", "nl"] as const;

/**
 * Each bundle stands alone, because a theme addresses every asset by its own hashed URL: the
 * launcher comes with the page, the blocks' script with its blocks, panel and language on opening.
 */
const BUNDLES: Readonly<Record<string, string>> = {
  "regulars-launcher": here("launcher/regulars-launcher.ts"),
  "regulars-blocks": here("blocks/regulars-blocks.ts"),
  "regulars-panel": here("panel/open-panel.ts"),
  "regulars-deeds": here("panel/deeds/deeds.ts"),
  "regulars-proof": here("ecwid/proof.ts"),
  "regulars-members": here("ecwid/members.ts"),
  ...Object.fromEntries(
    LANGUAGES.flatMap((language) => [
      [`regulars-words-${language}`, here(`words/${language}.ts`)],
      [`regulars-questions-${language}`, `questions:${language}`],
    ]),
  ),
};

/** Questions and answers come a language at a time, each with what it takes to tell them. */
const QUESTIONS = /^questions:(.+)$/;
const questionBundles: Plugin = {
  name: "question-bundles",
  setup(within) {
    within.onResolve({ filter: QUESTIONS }, ({ path }) => ({
      path: path.replace(QUESTIONS, "$1"),
      namespace: "questions",
    }));
    within.onLoad({ filter: /.*/, namespace: "questions" }, ({ path }) => ({
      contents: `
        import words from "./words/${path}.ts";
        import { inLanguage } from "./in-language.ts";
        export const questions = inLanguage(words);`,
      resolveDir: here("questions"),
    }));
  },
};

const PLAIN_SCRIPTS = { "regulars-ecwid": here("ecwid/regulars-ecwid.ts") };

/**
 * Words are data: built as what they come to, so that a language which says little otherwise than another
 * does not carry both.
 */
const wordsAsData: Plugin = {
  name: "words-as-data",
  setup(within) {
    within.onLoad({ filter: /[\\/]words[\\/][a-z-]+\.ts$/ }, async ({ path }) => {
      if (!LANGUAGES.some((language) => path.endsWith(`${language}.ts`))) return null;
      const words = (await import(path)) as { readonly default: unknown };
      return { contents: `export default ${JSON.stringify(words.default)}`, loader: "js" };
    });
  },
};

/** A style sheet is a text to the bundle, so it is made small before it is one. */
const smallStyles: Plugin = {
  name: "small-styles",
  setup(within) {
    within.onLoad({ filter: /\.css$/ }, async ({ path }) => {
      const { code } = await transform(readFileSync(path, "utf8"), { loader: "css", minify: true });
      return { contents: code.trim(), loader: "text" };
    });
  },
};

/** Builds the bundles; one that is too heavy for a shop front is no build. */
export async function buildStorefront(folders: readonly string[] = [ASSETS, PUBLIC]): Promise<void> {
  for (const outdir of folders) {
    mkdirSync(outdir, { recursive: true });
    for (const name of readdirSync(outdir)) {
      if (name.startsWith("regulars-") && name.endsWith(".js")) rmSync(`${outdir}/${name}`, { force: true });
    }
    const how: BuildOptions = {
      outdir,
      bundle: true,
      minify: true,
      target: ["chrome111", "firefox113", "safari16.4"],
      plugins: [wordsAsData, smallStyles, questionBundles],
      charset: "utf8",
      legalComments: "none",
      logLevel: "warning",
    };
    await build({ ...how, format: "esm", entryPoints: BUNDLES });
    // Ecwid loads it as a plain script, whose names must not be the page's.
    await build({ ...how, format: "iife", entryPoints: PLAIN_SCRIPTS });
    const heavy = overBudget(outdir, LANGUAGES);
    if (heavy.length > 0) throw new Error(`The widget is over its budget. ${heavy.join("; ")}.`);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildStorefront();
