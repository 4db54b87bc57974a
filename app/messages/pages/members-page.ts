import { randomBytes } from "node:crypto";
import type { ShopperLanguage, WidgetLook } from "#app/domain/shops/merchant-choices.ts";
import { readPage } from "../letter/liquid.ts";
import { LANGUAGE_NAMES, MEMBERS_WORDS } from "./members-words.ts";

/** What the page of a store's members is made of before anybody is known. */
export interface MembersPage {
  readonly shopKey: string;
  readonly shopName: string;
  readonly programName: string;
  readonly language: ShopperLanguage;
  /** In which the page can be read. */
  readonly languages: readonly ShopperLanguage[];
  readonly formal: boolean;
  readonly look: WidgetLook;
  /** Where shoppers find the shop; null where it does not say. */
  readonly shopAddress: string | null;
  /** Where its cart is opened; null where it does not say. */
  readonly cartAddress: string | null;
}

/** A page, and the policy under which a browser may show it: nothing runs or is styled but what the app itself sends. */
export interface GuardedPage {
  readonly html: string;
  readonly policy: string;
}

/** Program and ways to be known; everything of a person comes into it by script, after proof. */
export function membersPage(page: MembersPage): GuardedPage {
  const { language, shopAddress, cartAddress } = page;
  const { signOut, noScript, toCart } = MEMBERS_WORDS[language];
  const wording = language === "de" && page.formal ? "de-formal" : language;
  const cart = cartAddress === null ? "" : ` data-cart="{{ shop.cart }}" data-tocart="${toCart}"`;
  const source = `<header>${shopLine(page)}
<button type="button" id="regulars-sign-out" hidden>${signOut}</button></header>
<main><h1>{{ program.name }}</h1>
<div id="regulars-members" data-store="{{ shop.key }}" data-locale="${language}" data-wording="${wording}"${cart}></div>
<noscript><p>${noScript}</p></noscript></main>
${switchOf(page)}
<script type="module" src="/storefront/regulars-members.js"></script>`;
  const addresses = {
    ...(shopAddress === null ? {} : { address: shopAddress }),
    ...(cartAddress === null ? {} : { cart: cartAddress }),
  };
  return guarded(
    { language, look: page.look, source },
    {
      shop: { name: page.shopName, key: page.shopKey, ...addresses },
      program: { name: page.programName },
      page: { title: `${page.programName} · ${page.shopName}` },
    },
  );
}

function shopLine({ language, shopAddress }: MembersPage): string {
  const name = "{{ shop.name }}";
  if (shopAddress === null) return `<p>${name}</p>`;
  const { toShop } = MEMBERS_WORDS[language];
  return `<p><a href="{{ shop.address }}" aria-label="${toShop}: ${name}">${name}</a></p>`;
}

/** The other languages of the page; nothing where there is one alone. */
function switchOf({ language, languages }: MembersPage): string {
  if (languages.length < 2) return "";
  const links = languages.map((one) => {
    const current = one === language ? ' aria-current="true"' : "";
    return `<a href="?lang=${one}" lang="${one}" hreflang="${one}"${current}>${LANGUAGE_NAMES[one]}</a>`;
  });
  return `<footer><nav aria-label="${MEMBERS_WORDS[language].languages}">${links.join("")}</nav></footer>`;
}

/** Where nothing can be shown: no such store, or no program yet. */
export function noMembersPage(language: ShopperLanguage): GuardedPage {
  const source = "<main><h1>{{ program.name }}</h1></main>";
  return guarded(
    { language, look: null, source },
    {
      program: { name: MEMBERS_WORDS[language].missing },
      page: { title: MEMBERS_WORDS[language].missing },
    },
  );
}

interface Sketch {
  readonly language: ShopperLanguage;
  readonly look: WidgetLook | null;
  readonly source: string;
}

function guarded(
  { language, look, source }: Sketch,
  values: Parameters<ReturnType<typeof readPage>>[0],
): GuardedPage {
  const nonce = randomBytes(16).toString("base64url");
  const html = readPage(`<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="robots" content="noindex"><link rel="icon" href="data:,"><title>{{ page.title }}</title>
<style nonce="${nonce}">${styleOf(look)}</style></head><body>${source}</body></html>`)(values);
  const policy = [
    ...[
      "default-src 'none'",
      "script-src 'self'",
      `style-src 'nonce-${nonce}'`,
      "connect-src 'self'",
      "img-src data:",
    ],
    ...["base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'"],
  ].join("; ");
  return { html, policy };
}

/** The merchant's colours are numbers, checked when they were chosen. */
function styleOf(look: WidgetLook | null): string {
  const own = [
    look?.accent == null ? "" : `--regulars-accent:${look.accent};`,
    look?.surface == null ? "" : `--regulars-surface:${look.surface};`,
    look?.radius == null ? "" : `--regulars-radius:${String(look.radius)}px;`,
  ].join("");
  return `:root{${own}}${STYLE}${look?.surface == null ? DARK : ""}`;
}

/** Colours that go well together are found by the script, as in the sheet. */
const STYLE = `body{--page:#fff;--ink:#1f2328;font:1rem/1.45 system-ui,sans-serif;box-sizing:border-box;margin:0 auto;padding:1rem 1.25rem 2.5rem;max-width:40rem;color:var(--r-text,var(--ink))}
html,body{background:var(--r-surface,var(--regulars-surface,var(--page,#fff)))}
header{display:flex;flex-wrap:wrap;align-items:center;justify-content:space-between;gap:.5rem 1rem;min-height:2.75rem}
header p{margin:0}h1{font-size:1.6rem;line-height:1.25;margin:.5rem 0 1.25rem;overflow-wrap:anywhere}
a{color:inherit;display:inline-flex;align-items:center;min-height:2.75rem;min-width:2.75rem;text-underline-offset:3px}
button{font:inherit;color:inherit;background:none;border:1px solid currentColor;border-radius:.6rem;min-height:2.75rem;padding:.4rem 1rem;cursor:pointer}
button[hidden]{display:none}footer{margin-top:2.5rem}nav{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem}
nav a[aria-current]{font-weight:600;text-decoration:none}`;
const DARK = "@media (prefers-color-scheme:dark){html,body{--page:#16181d;--ink:#ececec}}";
