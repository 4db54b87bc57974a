import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, normalize } from "node:path";
import { Liquid, type Template } from "liquidjs";
import { z } from "zod";
import { escapeHtml } from "../../shop/web/escape-html.ts";
import { moneyText } from "./money-text.ts";
import { registerThemeTags } from "./theme-tags.ts";

const ASSETS = "/_extension/assets/";

const schema = z.object({
  name: z.string(),
  target: z.enum(["section", "head", "compliance_head", "body"]),
  stylesheet: z.string().optional(),
  javascript: z.string().optional(),
  enabled_on: z.object({ templates: z.array(z.string()).default(["*"]) }).optional(),
  settings: z
    .array(z.object({ type: z.string(), id: z.string().optional(), default: z.unknown().optional() }))
    .default([]),
});

interface Block {
  readonly handle: string;
  readonly schema: z.output<typeof schema>;
  readonly template: Template[];
}

export interface RenderedBlocks {
  readonly head: string;
  readonly body: string;
  /** App blocks by handle, for the sections of the page. */
  readonly sections: Readonly<Record<string, string>>;
}

type Words = { readonly [key: string]: string | Words };

/**
 * Renders the blocks of a theme app extension as the online store would: their own Liquid, snippets,
 * locales and assets. Files are read on every page, so that an edit shows on reload.
 */
export class ThemeExtension {
  readonly #root: string;
  readonly #currency: string;

  constructor(root: string, currency: string) {
    this.#root = root;
    this.#currency = currency;
  }

  async render(
    template: string,
    language: string,
    objects: Readonly<Record<string, unknown>>,
    autofill: Readonly<Record<string, unknown>>,
  ): Promise<RenderedBlocks> {
    const engine = this.#engine(language);
    const tags: string[] = [];
    const rendered = { head: "", body: "", sections: {} as Record<string, string> };
    for (const block of this.#blocks(engine)) {
      if (!isEnabled(block, template)) continue;
      const settings = settingsOf(block, autofill);
      const scope = { block: { id: `regulars_${block.handle}`, settings, shopify_attributes: "" } };
      const html = String(await engine.render(block.template, scope, { globals: { ...objects, ...scope } }));
      const { stylesheet, javascript, target } = block.schema;
      if (stylesheet !== undefined) tags.push(`<link rel="stylesheet" href="${ASSETS}${stylesheet}">`);
      if (javascript !== undefined) tags.push(`<script src="${ASSETS}${javascript}" defer></script>`);
      if (target === "section") {
        rendered.sections[block.handle] =
          `<div id="shopify-block-${block.handle}" class="shopify-block shopify-app-block">${html}</div>`;
      } else if (target === "body") {
        rendered.body += `<div id="shopify-block-${block.handle}" class="shopify-block shopify-app-block">${html}</div>`;
      } else rendered.head += html;
    }
    return { ...rendered, head: [...new Set(tags)].join("") + rendered.head };
  }

  asset(path: string): { readonly body: Buffer; readonly type: string } | null {
    if (!path.startsWith(ASSETS)) return null;
    const file = join(this.#root, "assets", normalize(`/${path.slice(ASSETS.length)}`));
    if (!existsSync(file)) return null;
    const type = file.endsWith(".css")
      ? "text/css"
      : file.endsWith(".js")
        ? "text/javascript"
        : "application/octet-stream";
    return { body: readFileSync(file), type: `${type}; charset=utf-8` };
  }

  #blocks(engine: Liquid): Block[] {
    const folder = join(this.#root, "blocks");
    if (!existsSync(folder)) return [];
    return readdirSync(folder)
      .filter((file) => file.endsWith(".liquid"))
      .map((file) => {
        const source = readFileSync(join(folder, file), "utf8");
        const found = /\{%-?\s*schema\s*-?%\}([\s\S]*?)\{%-?\s*endschema\s*-?%\}/.exec(source);
        return {
          handle: file.replace(/\.liquid$/, ""),
          schema: schema.parse(JSON.parse(found?.[1] ?? "null")),
          template: engine.parse(source),
        };
      });
  }

  #engine(language: string): Liquid {
    const engine = new Liquid({
      root: join(this.#root, "snippets"),
      partials: join(this.#root, "snippets"),
      extname: ".liquid",
      // A misspelt filter must not pass unseen.
      strictFilters: true,
    });
    registerThemeTags(engine);
    const words = this.#words(language);
    const currency = this.#currency;
    engine.registerFilter("t", (key: unknown, ...pairs: unknown[]) =>
      translate(words, String(key), language, pairs),
    );
    engine.registerFilter("asset_url", (name: unknown) => `${ASSETS}${String(name)}`);
    engine.registerFilter(
      "stylesheet_tag",
      (url: unknown) =>
        `<link href="${escapeHtml(String(url))}" rel="stylesheet" type="text/css" media="all" />`,
    );
    engine.registerFilter(
      "script_tag",
      (url: unknown) => `<script src="${escapeHtml(String(url))}"></script>`,
    );
    engine.registerFilter("money", (hundredths: unknown) => moneyText(Number(hundredths), currency));
    engine.registerFilter(
      "money_with_currency",
      (hundredths: unknown) => `${moneyText(Number(hundredths), currency)} ${currency}`,
    );
    engine.registerFilter("money_without_currency", (hundredths: unknown) =>
      (Number(hundredths) / 100).toFixed(2),
    );
    engine.registerFilter("money_without_trailing_zeros", (hundredths: unknown) =>
      moneyText(Number(hundredths), currency, false),
    );
    engine.registerFilter("handleize", (text: unknown) =>
      String(text)
        .toLowerCase()
        .replaceAll(/[^a-z0-9]+/g, "-"),
    );
    return engine;
  }

  #words(language: string): readonly Words[] {
    const read = (file: string): Words[] => {
      const path = join(this.#root, "locales", file);
      // A locale file is words within words; a missing key is shown as Shopify shows it.
      return existsSync(path) ? [JSON.parse(readFileSync(path, "utf8")) as Words] : [];
    };
    return [...read(`${language}.json`), ...read("en.default.json")];
  }
}

function isEnabled(block: Block, template: string): boolean {
  const templates = block.schema.enabled_on?.templates ?? ["*"];
  return templates.includes("*") || templates.includes(template);
}

function settingsOf(block: Block, autofill: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const settings: Record<string, unknown> = {};
  for (const one of block.schema.settings) {
    if (one.id !== undefined) settings[one.id] = autofill[one.type] ?? one.default ?? null;
  }
  return settings;
}

function lookUp(words: readonly Words[], key: string): string | Words | null {
  for (const one of words) {
    let at: string | Words | undefined = one;
    for (const part of key.split(".")) at = typeof at === "object" ? at[part] : undefined;
    if (at !== undefined) return at;
  }
  return null;
}

/** Values are escaped unless the key says it is HTML; `count` chooses the plural form. */
function translate(
  words: readonly Words[],
  key: string,
  language: string,
  pairs: readonly unknown[],
): string {
  const values = new Map(pairs.filter(Array.isArray).map((pair) => [String(pair[0]), liquidText(pair[1])]));
  let found = lookUp(words, key);
  if (typeof found === "object" && found !== null && values.has("count")) {
    const form = new Intl.PluralRules(language).select(Number(values.get("count")));
    found = found[form] ?? found["other"] ?? null;
  }
  if (typeof found !== "string") return `Translation missing: ${language}.${key}`;
  return found.replaceAll(/\{\{\s*(\w+)\s*\}\}/g, (_whole, name: string) => {
    const value = values.get(name) ?? "";
    return key.endsWith("_html") ? value : escapeOnce(value);
  });
}

function liquidText(value: unknown): string {
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}

function escapeOnce(text: string): string {
  return text.replaceAll(/&(?!#?\w+;)|[<>"']/g, escapeHtml);
}
