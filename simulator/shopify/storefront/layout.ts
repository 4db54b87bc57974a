import { escapeHtml } from "../../shop/web/escape-html.ts";
import type { Shop } from "../../shop/records.ts";
import type { RenderedBlocks } from "./theme-extension.ts";
import type { Visit } from "./visit.ts";
import { say } from "./words.ts";

export interface Page {
  readonly title: string;
  readonly main: string;
}

export interface Frame {
  readonly shop: Shop;
  readonly visit: Visit;
  readonly customerName: string | null;
  readonly itemCount: number;
  readonly path: string;
  readonly blocks: RenderedBlocks;
}

/** The theme around every page. The extension's parts go where a real theme puts them. */
export function layout(frame: Frame, page: Page): string {
  const { shop, visit, blocks } = frame;
  const { language, notice } = visit;
  const other = language === "de" ? "en" : "de";
  const link = (href: string, text: string): string => {
    const current = frame.path === href ? ' aria-current="page"' : "";
    return `<a href="${href}"${current}>${text}</a>`;
  };
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(page.title)} · ${escapeHtml(shop.name)}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/_theme/theme.css">
<!-- content_for_header: the app's head embeds -->
${blocks.head}
</head>
<body>
<a class="skip" href="#main">${language === "de" ? "Zum Inhalt" : "Skip to content"}</a>
<header class="site">
  <a class="logo" href="/">${escapeHtml(shop.name)}</a>
  <nav aria-label="${language === "de" ? "Hauptmenü" : "Main menu"}">
    ${link("/collections/all", say(language, "shop"))}
    ${link("/pages/rewards", say(language, "rewards"))}
    ${frame.customerName === null ? link("/account/login", say(language, "signIn")) : link("/account", say(language, "account"))}
    ${link("/cart", `${say(language, "cart")} <span class="count">${frame.itemCount}</span>`)}
  </nav>
</header>
${notice === null ? "" : `<p class="notice" role="status">${escapeHtml(notice)}</p>`}
<main id="main">
${page.main}
</main>
<footer class="site">
  <p>${escapeHtml(shop.name)} · Oderberger Straße 12, Berlin</p>
  <form method="post" action="/localization">
    <input type="hidden" name="locale_code" value="${other}"><input type="hidden" name="return_to" value="${escapeHtml(frame.path)}">
    <button class="plain" lang="${other}">${other === "de" ? "Deutsch" : "English"}</button>
  </form>
  ${frame.customerName === null ? "" : `<form method="post" action="/account/logout"><button class="plain">${say(language, "signOut")}</button></form>`}
</footer>
<!-- the app's body embeds -->
${blocks.body}
</body>
</html>`;
}
