import { assert } from "#app/domain/assert.ts";
import { readableOn, type Rgb } from "#storefront/launcher/contrast.ts";
import type { LetterBlock, LetterContent } from "#app/domain/messages/letter-content.ts";
import type { LetterWords } from "../words/letter-words.ts";
import { LiquidAside } from "./liquid-aside.ts";
import { readPage } from "./liquid.ts";
import type { LetterValues } from "./letter-values.ts";

/** What a layout is made for: whoever shares these shares it. */
export interface LayoutWish {
  readonly template: string;
  readonly content: LetterContent;
  readonly words: LetterWords;
  readonly language: string;
  readonly accent: string | null;
}

/** A letter laid out, with Liquid in it still. `links` and `show` are filled in beside the letter's own values. */
export type Layout = (values: LetterValues) => string;

const INK = "#1f2328";
const MOST_KEPT = 300;

const layouts = new Map<string, Promise<Layout>>();

/** Lays a template out once per language and colour, and keeps it. */
export function layoutOf(wish: LayoutWish): Promise<Layout> {
  const name = JSON.stringify([wish.template, wish.language, wish.accent, wish.content, wish.words.hello]);
  const kept = layouts.get(name);
  if (kept !== undefined) return kept;
  const [oldest] = layouts.keys();
  if (layouts.size >= MOST_KEPT && oldest !== undefined) layouts.delete(oldest);
  const made = layOut(wish);
  layouts.set(name, made);
  return made;
}

async function layOut(wish: LayoutWish): Promise<Layout> {
  // Large, and needed for a template's first letter only.
  const { default: mjml2html } = await import("mjml");
  const aside = new LiquidAside();
  const { html, errors } = await mjml2html(source(wish, aside), {
    validationLevel: "strict",
    keepComments: false,
    // A mail loads nothing from anywhere: without this, names of fonts that Google has are fetched from there.
    fonts: {},
  });
  const faults = errors.map(({ formattedMessage }) => formattedMessage).join(" ");
  assert(faults === "", `a letter can be laid out: ${faults}`);
  return readPage(aside.putBack(html));
}

/** The shop's accent under the button and the bar, with the text on it that can be read. */
function source({ content, words, language, accent }: LayoutWish, aside: LiquidAside): string {
  const button = accent ?? INK;
  const onButton = `rgb(${readableOn(rgbOf(button)).join(",")})`;
  const written = (text: string): string => aside.take(text);
  const blocks = content.blocks
    .map((block) => blockSource(block, { words, button, written }))
    .join("\n      ");
  return `<mjml lang="${language}">
<mj-head>
  <mj-title>${written(content.subject)}</mj-title>
  <mj-preview>${written(content.preview)}</mj-preview>
  <mj-attributes>
    <mj-all font-family="-apple-system, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif" />
    <mj-text font-size="16px" line-height="24px" color="${INK}" padding="6px 24px" />
    <mj-button border-radius="8px" font-size="16px" inner-padding="12px 24px" padding="16px 24px" align="left" background-color="${button}" color="${onButton}" />
  </mj-attributes>
  <mj-raw><meta name="color-scheme" content="light dark" /><meta name="supported-color-schemes" content="light dark" /></mj-raw>
  <mj-style>:root { color-scheme: light dark; supported-color-schemes: light dark; }
@media (prefers-color-scheme: dark) {
  .page, .page > table, body, body > div { background-color: #16181b !important; }
  .sheet, .sheet > table { background-color: #22262b !important; }
  .ink, .ink div, .ink a { color: #f1f3f5 !important; }
  .pale, .pale div, .pale a { color: #adb5bd !important; }
  .box > table { background-color: #2e3339 !important; }
}</mj-style>
</mj-head>
<mj-body background-color="#f4f5f6" css-class="page">
  <mj-section padding="12px 0"><mj-column><mj-text css-class="pale" color="#57606a" font-size="14px">{{ shop.name }}</mj-text></mj-column></mj-section>
  <mj-section css-class="sheet" background-color="#ffffff" border-radius="12px" padding="20px 0">
    <mj-column>
      <mj-text css-class="ink">{% if member.name != '' %}${words.helloName}{% else %}${words.hello}{% endif %}</mj-text>
      <mj-text css-class="ink" font-size="24px" line-height="30px" font-weight="700"><h1 style="margin:0;font-size:24px;line-height:30px">${written(content.title)}</h1></mj-text>
      ${blocks}
    </mj-column>
  </mj-section>
  <mj-section padding="16px 0"><mj-column><mj-text css-class="pale" color="#57606a" font-size="13px" line-height="20px">${words.why}<br /><a href="{{ links.preferences }}" style="color:#57606a">${words.preferences}</a> · <a href="{{ links.unsubscribe }}" style="color:#57606a">${words.unsubscribe}</a></mj-text></mj-column></mj-section>
</mj-body>
</mjml>`;
}

interface BlockParts {
  readonly words: LetterWords;
  readonly button: string;
  readonly written: (text: string) => string;
}

/** A block that has nothing to tell leaves no gap. */
function blockSource(block: LetterBlock, { words, button, written }: BlockParts): string {
  switch (block.kind) {
    case "text": {
      const text = written(block.text);
      return `<mj-raw>{% capture said %}${text}{% endcapture %}{% if said != '' %}</mj-raw><mj-text css-class="ink">${text}</mj-text><mj-raw>{% endif %}</mj-raw>`;
    }
    case "points":
      return `<mj-text css-class="ink" font-weight="700">${words.balance}</mj-text>
      <mj-raw>{% if tier.missing != '' %}</mj-raw>
      <mj-text css-class="ink"><div style="height:8px;border-radius:4px;background-color:#dfe3e6;overflow:hidden"><div style="height:8px;width:{{ show.percent }}%;background-color:${button}"></div></div>${words.wayToNext}</mj-text>
      <mj-raw>{% endif %}</mj-raw>`;
    case "reward":
      return `<mj-raw>{% if news.reward != '' %}</mj-raw>
      <mj-text css-class="ink" font-size="18px" font-weight="700">{{ news.reward }}</mj-text>
      <mj-raw>{% endif %}</mj-raw>`;
    case "code":
      return `<mj-raw>{% if code.text != '' %}</mj-raw>
      <mj-text css-class="ink">${words.code}<br /><span style="font-family:ui-monospace,Consolas,monospace;font-size:20px;font-weight:700;letter-spacing:1px">{{ code.text }}</span>{% if code.until != '' %}<br />${words.codeUntil}{% endif %}</mj-text>
      <mj-raw>{% endif %}</mj-raw>`;
    case "button":
      return `<mj-raw>{% if links.shop != '' %}</mj-raw>
      <mj-button href="{{ links.shop }}">${written(block.label)}</mj-button>
      <mj-raw>{% endif %}</mj-raw>`;
  }
}

function rgbOf(color: string): Rgb {
  const part = (at: number): number => Number.parseInt(color.slice(at, at + 2), 16);
  return [part(1), part(3), part(5)];
}
