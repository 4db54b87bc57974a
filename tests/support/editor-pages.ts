import { readFileSync } from "node:fs";
import { parse } from "smol-toml";
import { z } from "zod";
import { safe } from "./hosted/safe.ts";

/*
 * Shopify's theme editor and its Flow editor, in outline. Both draw what our files declare: settings of
 * the blocks, triggers and actions. Seen so, a label that says too little shows.
 */

const CSS = `
  * { box-sizing: border-box; }
  body { margin: 0; font: 13px/1.45 Inter, "Liberation Sans", Arial, sans-serif; color: #303030; background: #f1f1f1; }
  h1, h2, p { margin: 0; }
  h1 { font-size: 14px; } h2 { font-size: 13px; padding-block-start: 8px; }
  small { display: block; color: #616161; font-size: 12px; }
  label, .label { display: block; margin-block-end: 4px; }
  .box { border: 1px solid #8a8a8a; border-radius: 8px; padding: 6px 10px; background: #fff; min-block-size: 32px; }
  .card { background: #fff; border: 1px solid #e3e3e3; border-radius: 12px; padding: 14px 16px; }
  .top { block-size: 48px; background: #1a1a1a; color: #e3e3e3; display: flex; align-items: center; padding-inline: 20px; font-weight: 600; }`;

const setting = z.object({
  type: z.string(),
  id: z.string().optional(),
  label: z.string().optional(),
  content: z.string().optional(),
  info: z.string().optional(),
  options: z.array(z.object({ value: z.string(), label: z.string() })).optional(),
  default: z.union([z.string(), z.number(), z.boolean()]).optional(),
  min: z.number().optional(),
  max: z.number().optional(),
  unit: z.string().optional(),
});
const schema = z.object({ name: z.string(), settings: z.array(setting) });
type Setting = z.output<typeof setting>;

const EXTENSION = "extensions/regulars-theme";

/** The theme editor with a block chosen: its settings at the side, the shop front as the merchant sees it. */
export function themeEditorHtml(block: string, language: "en" | "de", preview: Buffer): string {
  const source = readFileSync(`${EXTENSION}/blocks/${block}.liquid`, "utf8");
  const found = /\{% schema %\}([\s\S]*)\{% endschema %\}/u.exec(source);
  const { name, settings } = schema.parse(JSON.parse(found?.[1] ?? ""));
  const file = language === "en" ? "en.default" : language;
  const words: unknown = JSON.parse(readFileSync(`${EXTENSION}/locales/${file}.schema.json`, "utf8"));
  const say = (key: string | undefined): string => (key === undefined ? "" : safe(wordOf(words, key)));
  const fields = settings.map((one) => field(one, say)).join("");
  return `<!doctype html><html lang="${language}"><head><title>Theme</title><style>${CSS}
    .editor { display: grid; grid-template-columns: 300px 1fr; block-size: calc(100vh - 48px); }
    aside { background: #fff; border-inline-end: 1px solid #e3e3e3; padding: 16px; display: grid; gap: 12px; align-content: start; }
    main { padding: 16px; overflow: hidden; }
    main img { display: block; inline-size: 100%; border: 1px solid #d0d0d0; border-radius: 8px; }
    .row { display: flex; gap: 8px; align-items: center; }
    .swatch { inline-size: 28px; block-size: 28px; border-radius: 8px; border: 1px dashed #8a8a8a; }
    </style></head><body><div class="top" role="banner">Kiezcafé</div><div class="editor">
    <aside aria-label="${say(name)}"><h1>${say(name)}</h1>${fields}</aside>
    <main><img alt="" src="data:image/png;base64,${preview.toString("base64")}"></main></div></body></html>`;
}

function wordOf(words: unknown, key: string): string {
  let found: unknown = words;
  for (const part of key.replace(/^t:/u, "").split(".")) {
    found = typeof found === "object" && found !== null ? Reflect.get(found, part) : undefined;
  }
  if (typeof found !== "string") throw new Error(`The locale file has no sentence ${key}.`);
  return found;
}

function field(one: Setting, say: (key: string | undefined) => string): string {
  const id = one.id ?? "";
  const info = one.info === undefined ? "" : `<small>${say(one.info)}</small>`;
  const label = `<label for="${id}">${say(one.label)}</label>`;
  switch (one.type) {
    case "header":
      return `<h2>${say(one.content)}</h2>`;
    case "checkbox":
      return `<div class="row"><input type="checkbox" id="${id}" ${one.default === true ? "checked" : ""}>${label}</div>`;
    case "select": {
      const options = (one.options ?? []).map((option) => `<option>${say(option.label)}</option>`);
      return `<div>${label}<select class="box" id="${id}" style="inline-size: 100%">${options.join("")}</select>${info}</div>`;
    }
    case "range": {
      const limits = `min="${String(one.min)}" max="${String(one.max)}" value="${String(one.default)}"`;
      return `<div>${label}<div class="row"><input type="range" id="${id}" ${limits}>
        <span>${String(one.default)} ${one.unit ?? ""}</span></div></div>`;
    }
    default:
      return `<div><div class="label">${say(one.label)}</div><div class="row"><span class="swatch"></span></div>${info}</div>`;
  }
}

const flowField = z.object({
  type: z.string(),
  key: z.string().optional(),
  name: z.string().optional(),
  description: z.string().optional(),
  required: z.boolean().optional(),
});
const flowFile = z.object({
  extensions: z.array(
    z.object({
      name: z.string(),
      description: z.string().optional(),
      handle: z.string(),
      settings: z.object({ fields: z.array(flowField) }).optional(),
    }),
  ),
});

function flowPart(file: "flow-triggers" | "flow-actions", handle: string) {
  const toml = flowFile.parse(parse(readFileSync(`extensions/${file}/shopify.extension.toml`, "utf8")));
  const found = toml.extensions.find((one) => one.handle === handle);
  if (found === undefined) throw new Error(`There is no ${handle} in ${file}.`);
  return { name: found.name, description: found.description ?? "", fields: found.settings?.fields ?? [] };
}

/** A workflow of Flow: what begins it, what it does, and the form of what it does. */
export function flowHtml(trigger: string, action: string, filled: Readonly<Record<string, string>>): string {
  const start = flowPart("flow-triggers", trigger);
  const then = flowPart("flow-actions", action);
  const known = start.fields.map(({ key }) => `<li>${safe(key ?? "Customer")}</li>`).join("");
  const form = then.fields.map(({ key, name, description, required }) => {
    const label = `${safe(name ?? "Customer")}${required === true ? " *" : ""}`;
    const value = safe(filled[key ?? "customer"] ?? "");
    return `<div><div class="label">${label}</div><div class="box">${value}</div><small>${safe(description ?? "")}</small></div>`;
  });
  return `<!doctype html><html lang="en"><head><title>Flow</title><style>${CSS}
    .flow { display: grid; grid-template-columns: 1fr 340px; min-block-size: calc(100vh - 48px); }
    main { padding: 28px; display: grid; gap: 0; align-content: start; justify-items: center; }
    main .card { inline-size: 360px; } .line { inline-size: 2px; block-size: 28px; background: #b5b5b5; }
    ul { margin: 8px 0 0; padding: 0; list-style: none; display: flex; flex-wrap: wrap; gap: 6px; }
    li { background: #f1f1f1; border-radius: 8px; padding: 2px 8px; font-size: 12px; }
    aside { background: #fff; border-inline-start: 1px solid #e3e3e3; padding: 16px; display: grid; gap: 14px; align-content: start; }
    </style></head><body><div class="top" role="banner">Flow</div><div class="flow"><main>
    <div class="card"><small>Start when …</small><h1>${safe(start.name)}</h1><p>${safe(start.description)}</p><ul>${known}</ul></div>
    <div class="line"></div>
    <div class="card"><small>Do this …</small><h2>${safe(then.name)}</h2><p>${safe(then.description)}</p></div></main>
    <aside aria-label="${safe(then.name)}"><h2>${safe(then.name)}</h2><p>${safe(then.description)}</p>${form.join("")}</aside></div></body></html>`;
}
