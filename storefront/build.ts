import { mkdirSync, readdirSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { overBudget } from "./budgets.ts";

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Where the bundles go: the theme extension, and the app's own server for shops without themes. */
const ASSETS = here("../extensions/regulars-theme/assets");
const PUBLIC = here("../public/storefront");

export const LANGUAGES = ["en", "de", "de-formal", "fr", "es", "it", "nl"] as const;

/**
 * Each bundle stands alone, because a theme addresses every asset by its own hashed URL: the
 * launcher comes with the page, the estimate with its blocks, panel and language on opening.
 */
const BUNDLES: Readonly<Record<string, string>> = {
  "regulars-launcher": here("launcher/regulars-launcher.ts"),
  "regulars-estimate": here("blocks/regulars-estimate.ts"),
  "regulars-panel": here("panel/panel.ts"),
  ...Object.fromEntries(
    LANGUAGES.map((language) => [`regulars-words-${language}`, here(`words/${language}.ts`)]),
  ),
};

/** Builds the bundles; one that is too heavy for a shop front is no build. */
export async function buildStorefront(folders: readonly string[] = [ASSETS, PUBLIC]): Promise<void> {
  for (const outdir of folders) {
    mkdirSync(outdir, { recursive: true });
    for (const name of readdirSync(outdir)) {
      if (name.startsWith("regulars-") && name.endsWith(".js")) rmSync(`${outdir}/${name}`);
    }
    await build({
      entryPoints: BUNDLES,
      outdir,
      bundle: true,
      minify: true,
      format: "esm",
      target: ["chrome111", "firefox113", "safari16.4"],
      loader: { ".css": "text" },
      charset: "utf8",
      legalComments: "none",
      logLevel: "warning",
    });
    const heavy = overBudget(outdir, LANGUAGES);
    if (heavy.length > 0) throw new Error(`The widget is over its budget. ${heavy.join("; ")}.`);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildStorefront();
