import { assert } from "#app/domain/assert.ts";
import { readableOn, type Rgb } from "#storefront/launcher/contrast.ts";
import type { LetterText, LetterWords } from "../words/letter-words.ts";
import { readPage } from "./liquid.ts";
import type { LetterValues } from "./letter-values.ts";

/** What a layout is made for: whoever shares these shares it. */
export interface LayoutWish {
  readonly template: string;
  readonly text: LetterText;
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
  const name = JSON.stringify([wish.template, wish.language, wish.accent, wish.text, wish.words.hello]);
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
  const { html, errors } = await mjml2html(source(wish), { validationLevel: "strict", keepComments: false });
  const faults = errors.map(({ formattedMessage }) => formattedMessage).join(" ");
  assert(faults === "", `a ready-made letter can be laid out: ${faults}`);
  return readPage(html);
}

/** The shop's accent under the button and the bar, with the text on it that can be read. */
function source({ text, words, language, accent }: LayoutWish): string {
  const button = accent ?? INK;
  const onButton = `rgb(${readableOn(rgbOf(button)).join(",")})`;
  const paragraphs = text.text.map((paragraph) => when(paragraph)).join("");
  return `<mjml lang="${language}">
<mj-head>
  <mj-title>${text.subject}</mj-title>
  <mj-preview>${text.preview}</mj-preview>
  <mj-attributes>
    <mj-all font-family="-apple-system, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif" />
    <mj-text font-size="16px" line-height="24px" color="${INK}" padding="6px 24px" />
    <mj-button border-radius="8px" font-size="16px" inner-padding="12px 24px" padding="16px 24px" align="left" background-color="${button}" color="${onButton}" />
  </mj-attributes>
  <mj-raw><meta name="color-scheme" content="light dark" /><meta name="supported-color-schemes" content="light dark" /></mj-raw>
  <mj-style>:root { color-scheme: light dark; supported-color-schemes: light dark; }
@media (prefers-color-scheme: dark) {
  .page, .page > table, body { background-color: #16181b !important; }
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
      <mj-text css-class="ink" font-size="24px" line-height="30px" font-weight="700"><h1 style="margin:0;font-size:24px;line-height:30px">${text.title}</h1></mj-text>
      ${paragraphs}
      <mj-raw>{% if code.text != '' %}</mj-raw>
      <mj-text css-class="ink">${words.code}<br /><span style="font-family:ui-monospace,Consolas,monospace;font-size:20px;font-weight:700;letter-spacing:1px">{{ code.text }}</span>{% if code.until != '' %}<br />${words.codeUntil}{% endif %}</mj-text>
      <mj-raw>{% endif %}</mj-raw>
      <mj-text css-class="ink" font-weight="700">${words.balance}</mj-text>
      <mj-raw>{% if tier.missing != '' %}</mj-raw>
      <mj-text css-class="ink"><div style="height:8px;border-radius:4px;background-color:#dfe3e6;overflow:hidden"><div style="height:8px;width:{{ show.percent }}%;background-color:${button}"></div></div>${words.wayToNext}</mj-text>
      <mj-raw>{% endif %}{% if links.shop != '' %}</mj-raw>
      <mj-button href="{{ links.shop }}">${text.button}</mj-button>
      <mj-raw>{% endif %}</mj-raw>
    </mj-column>
  </mj-section>
  <mj-section padding="16px 0"><mj-column><mj-text css-class="pale" color="#57606a" font-size="13px" line-height="20px">${words.why}<br /><a href="{{ links.preferences }}" style="color:#57606a">${words.preferences}</a> · <a href="{{ links.unsubscribe }}" style="color:#57606a">${words.unsubscribe}</a></mj-text></mj-column></mj-section>
</mj-body>
</mjml>`;
}

/** A paragraph that comes out empty leaves no gap. */
function when(paragraph: string): string {
  return `<mj-raw>{% capture said %}${paragraph}{% endcapture %}{% if said != '' %}</mj-raw><mj-text css-class="ink">${paragraph}</mj-text><mj-raw>{% endif %}</mj-raw>`;
}

function rgbOf(color: string): Rgb {
  const part = (at: number): number => Number.parseInt(color.slice(at, at + 2), 16);
  return [part(1), part(3), part(5)];
}
