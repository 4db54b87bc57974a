import { randomBytes } from "node:crypto";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { themeCheckRun } from "@shopify/theme-check-node";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { overBudget, PAGE_BUDGET_BYTES, PANEL_BUDGET_BYTES } from "../../storefront/budgets.ts";
import { buildStorefront, LANGUAGES } from "../../storefront/build.ts";

const EXTENSION = "extensions/regulars-theme";
const KILOBYTE = 1_000;
/** What Shopify enforces for a theme app extension. */
const BLOCKS_LIMIT = 30;
const LIQUID_LIMIT = 100 * KILOBYTE;
const CSS_LIMIT = 100 * KILOBYTE;
const LOCALE_LIMIT = 15 * KILOBYTE;
const BLOCK_NAME_LIMIT = 24;

let copy: string;
beforeAll(async () => {
  copy = mkdtempSync(join(tmpdir(), "regulars-theme-"));
  cpSync(EXTENSION, copy, { recursive: true });
  await buildStorefront([join(copy, "assets")]);
});
afterAll(() => {
  rmSync(copy, { recursive: true, force: true });
});

const files = (folder: string, end: string): string[] =>
  readdirSync(join(EXTENSION, folder)).filter((name) => name.endsWith(end));
const read = (path: string): string => readFileSync(join(EXTENSION, path), "utf8");

async function offences(): Promise<string[]> {
  const { offenses } = await themeCheckRun(copy, join(copy, ".theme-check.yml"));
  return offenses.map(
    ({ check, uri, message }) => `${check} in ${uri.split("/").slice(-2).join("/")}: ${message}`,
  );
}

describe("theme-check", () => {
  it("finds nothing", async () => {
    expect(await offences()).toEqual([]);
  });

  it("would find a missing sentence, snippet and asset", async () => {
    const block = join(copy, "blocks/broken.liquid");
    writeFileSync(
      block,
      `{{ 'not.there' | t }}{% render 'not-there' %}{{ 'not-there.js' | asset_url }}
      {% schema %}{ "name": "Broken", "target": "section" }{% endschema %}`,
    );
    const found = (await offences()).join("\n");
    rmSync(block);
    expect(found).toContain("not.there");
    expect(found).toContain("not-there.liquid");
    expect(found).toContain("not-there.js");
  });
});

const TEMPLATES = [
  "404",
  "article",
  "blog",
  "cart",
  "collection",
  "index",
  "list-collections",
  "page",
  "password",
  "product",
  "search",
] as const;
const schemaShape = z.strictObject({
  name: z.string().startsWith("t:blocks."),
  target: z.enum(["section", "head", "compliance_head", "body"]),
  stylesheet: z.string().optional(),
  enabled_on: z.strictObject({ templates: z.array(z.enum(TEMPLATES)).min(1) }).optional(),
  settings: z.array(
    z.strictObject({
      type: z.enum(["header", "checkbox", "select", "range", "color", "product"]),
      id: z.string().optional(),
      label: z.string().startsWith("t:settings.").optional(),
      content: z.string().startsWith("t:settings.").optional(),
      info: z.string().startsWith("t:settings.").optional(),
      options: z
        .array(z.strictObject({ value: z.string(), label: z.string().startsWith("t:settings.") }))
        .optional(),
      default: z.union([z.string(), z.number(), z.boolean()]).optional(),
      min: z.number().optional(),
      max: z.number().optional(),
      step: z.number().optional(),
      unit: z.string().optional(),
      autofill: z.boolean().optional(),
    }),
  ),
});

function schemaOf(block: string): z.output<typeof schemaShape> {
  const found = /\{% schema %\}([\s\S]*)\{% endschema %\}/.exec(read(`blocks/${block}`));
  return schemaShape.parse(JSON.parse(found?.[1] ?? ""));
}

type Words = { readonly [key: string]: string | Words };
const words = (name: string): Words => JSON.parse(read(`locales/${name}`)) as Words;

/** Every sentence by its path. Languages differ in their plural forms, so those count as one. */
function sentences(tree: Words, path = ""): Map<string, string> {
  const found = new Map<string, string>();
  for (const [key, value] of Object.entries(tree)) {
    const at = path === "" ? key : `${path}.${key}`;
    if (typeof value === "string") found.set(at.replace(/\.(one|other)$/, ".counted"), value);
    else for (const [inner, sentence] of sentences(value, at)) found.set(inner, sentence);
  }
  return found;
}

describe.each(files("blocks", ".liquid"))("the block %s", (block) => {
  it("declares itself as documented: a known target, known templates, known settings", () => {
    const { settings } = schemaOf(block);
    const ids = settings.flatMap(({ id }) => (id === undefined ? [] : [id]));
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("has a name short enough in every language, without the app's own", () => {
    for (const locale of files("locales", ".schema.json")) {
      const name = sentences(words(locale)).get(schemaOf(block).name.slice("t:".length));
      expect(name?.length, locale).toBeLessThanOrEqual(BLOCK_NAME_LIMIT);
      expect(name).not.toMatch(/regulars/i);
    }
  });
});

/** Blocks are drawn by the shop's own servers for everybody alike, so they speak to nobody with du or Sie. */
const ADDRESS = /\b([Dd]u|[Dd]eine?[mnrs]?|[Dd]ir|[Dd]ich|Ihnen|Ihre?[mnrs]?)\b|(?<=\w )Sie\b/u;

describe("sentences", () => {
  it("German blocks read alike where a shop says du and where it says Sie", () => {
    const addressing = [...sentences(words("de.json"))].filter(([, sentence]) => ADDRESS.test(sentence));
    expect(addressing).toEqual([]);
  });

  const sameKeys = (original: string, locale: string): void => {
    const expected = sentences(words(original));
    const found = sentences(words(locale));
    expect([...found.keys()].sort()).toEqual([...expected.keys()].sort());
    for (const [key, sentence] of expected)
      expect([key, gaps(found.get(key))]).toEqual([key, gaps(sentence)]);
  };
  const gaps = (sentence = ""): string[] => {
    const found = sentence.match(/\{\{ \w+ \}\}/g) ?? [];
    // "another day" needs no figure.
    return [...new Set(found)].filter((gap) => gap !== "{{ count }}").sort();
  };
  const shown = files("locales", ".json").filter((name) => !name.endsWith(".schema.json"));

  it.each(shown)("%s says all that English says, with the same gaps", (locale) => {
    sameKeys("en.default.json", locale);
  });
  it.each(files("locales", ".schema.json"))("%s names all that English names", (locale) => {
    sameKeys("en.default.schema.json", locale);
  });
});

describe("sizes", () => {
  it("are within their budgets, or nothing is built", () => {
    expect(overBudget(join(copy, "assets"), LANGUAGES)).toEqual([]);
    expect([PAGE_BUDGET_BYTES, PANEL_BUDGET_BYTES]).toEqual([10_000, 18_000]);
  });

  it("of what watches for activities stay far below a kilobyte, on either platform", async () => {
    const how = { bundle: true, minify: true, write: false, format: "esm", target: "es2022" } as const;
    for (const entry of ["launcher/watch-page.ts", "ecwid/watch-shop.ts", "launcher/tell-seen.ts"]) {
      const { outputFiles } = await build({ ...how, entryPoints: [`storefront/${entry}`] });
      const bytes = outputFiles.reduce((sum, { contents }) => sum + gzipSync(contents).length, 0);
      expect(bytes, entry).toBeLessThan(600);
    }
  });

  it("over the budget fail the build, and say what is too heavy", () => {
    const heavy = join(copy, "heavy");
    cpSync(join(copy, "assets"), heavy, { recursive: true });
    // What does not repeat does not compress.
    writeFileSync(join(heavy, "regulars-launcher.js"), randomBytes(11_000));
    writeFileSync(join(heavy, "regulars-words-de.js"), randomBytes(16_000));
    const [page, german, ...rest] = overBudget(heavy, LANGUAGES);
    expect(page).toMatch(/^launcher and block script: 1\d{4} of 10000 bytes, gzipped$/);
    expect(german).toMatch(/^the panel in de: \d{5} of 18000 bytes, gzipped$/);
    expect(rest).toEqual([]);
  });

  it("of blocks, styles, Liquid and locales stay below what Shopify takes", () => {
    expect(files("blocks", ".liquid").length).toBeLessThanOrEqual(BLOCKS_LIMIT);
    expect(Buffer.byteLength(read("assets/regulars-blocks.css"))).toBeLessThan(CSS_LIMIT);
    const liquid = ["blocks", "snippets"].flatMap((folder) =>
      files(folder, ".liquid").map((name) => read(`${folder}/${name}`)),
    );
    expect(Buffer.byteLength(liquid.join(""))).toBeLessThan(LIQUID_LIMIT);
    for (const locale of files("locales", ".json")) {
      expect(Buffer.byteLength(read(`locales/${locale}`)), locale).toBeLessThan(LOCALE_LIMIT);
    }
  });
});
