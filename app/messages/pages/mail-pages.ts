import { letterLanguage } from "../letter/letter-language.ts";
import { readText } from "../letter/liquid.ts";
import type { PageWords } from "../words/letter-words.ts";

/** Whose page it is, and how its reader is spoken to. */
export interface PageReader {
  readonly shopName: string;
  readonly language: string;
  readonly formal: boolean;
}

const STYLE = `:root{color-scheme:light dark}
body{font:1rem/1.5 system-ui,sans-serif;max-width:32rem;margin:8vh auto;padding:0 1rem}
h1{font-size:1.5rem;line-height:1.25}
label{display:block;padding:.75rem 0;border-top:1px solid color-mix(in srgb,currentColor 20%,transparent)}
label span{display:block;padding-left:1.75rem;opacity:.8}
input{width:1rem;height:1rem;margin-right:.75rem}
button{font:inherit;padding:.6rem 1.2rem;margin:1rem .5rem 0 0;border-radius:.5rem;border:1px solid currentColor;background:none;color:inherit;cursor:pointer}
[role=status]{padding:.75rem 1rem;border:1px solid currentColor;border-radius:.5rem}`;

/** What was agreed to where somebody ticks a purpose: the words beside it. */
export function wordingOf(reader: PageReader): string {
  const { marketing, marketingHint } = letterLanguage(reader).letters.page;
  return `${marketing}: ${marketingHint}`;
}

/** What a member has chosen: what they are written about, and whether anything is worked out of what they buy. */
interface Preferences {
  readonly marketing: boolean;
  readonly service: boolean;
  readonly profiling: boolean;
  readonly isSaved: boolean;
}

/** What a member has chosen, to be changed; nothing changes by looking at it. */
export function preferencesPage(
  reader: PageReader,
  { marketing, service, profiling, isSaved }: Preferences,
): string {
  const page = letterLanguage(reader).letters.page;
  const box = (
    name: "marketing" | "service" | "profiling",
    isOn: boolean,
    title: string,
    hint: string,
  ): string =>
    `<label><input type="checkbox" name="${name}"${isOn ? " checked" : ""}>${title}<span>${hint}</span></label>`;
  return documentOf(
    reader,
    page.title,
    `${isSaved ? `<p role="status">${page.saved}</p>` : ""}<p>${page.intro}</p>
<form method="post">${box("marketing", marketing, page.marketing, page.marketingHint)}
${box("service", service, page.service, page.serviceHint)}
${box("profiling", profiling, page.profiling, page.profilingHint)}
<button name="do" value="save">${page.save}</button><button name="do" value="stop">${page.stopAll}</button></form>`,
  );
}

/**
 * On its way into the shop: a person's browser goes on by itself, whatever only looks at links does not. A page that
 * is made ready before somebody asks for it waits until they do.
 */
export function goPage(reader: PageReader): string {
  const page: PageWords = letterLanguage(reader).letters.page;
  return documentOf(
    reader,
    page.leading,
    `<form method="post" id="go"><button>${page.goOn}</button></form>
<script>const go=()=>document.getElementById("go").submit();document.prerendering?document.addEventListener("prerenderingchange",go,{once:true}):go()</script>`,
  );
}

export function brokenPage(reader: PageReader | null): string {
  const spoken = reader ?? { shopName: "Regulars", language: "en", formal: false };
  return documentOf(spoken, letterLanguage(spoken).letters.page.broken, "");
}

function documentOf(reader: PageReader, title: string, body: string): string {
  const page = readText(`<!doctype html>
<html lang="${letterLanguage(reader).name}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="robots" content="noindex"><title>${title}</title><style>${STYLE}</style></head>
<body><main><p>{{ shop.name }}</p><h1>${title}</h1>${body}</main></body></html>`);
  return page.html({ shop: { name: reader.shopName } });
}
