import { escapeHtml } from "../../../shop/web/escape-html.ts";
import type { Product, Shop } from "../../../shop/records.ts";
import type { Page } from "../layout.ts";
import { minorText } from "../money-text.ts";
import { productArt } from "../product-art.ts";
import type { Visit } from "../visit.ts";
import { say } from "../words.ts";

/** App blocks a merchant has put into the page's sections, ready to be printed. */
export type Sections = Readonly<Record<string, string>>;

function tile(shop: Shop, visit: Visit, product: Product): string {
  const prices = product.variants.map((variant) => variant.priceMinor);
  const lowest = Math.min(...prices);
  const from = prices.some((price) => price !== lowest) ? `${say(visit.language, "from")} ` : "";
  return `<li><a class="tile" href="/products/${escapeHtml(product.handle)}">${productArt(product)}
<h3>${escapeHtml(product.title)}</h3><p>${from}${minorText(lowest, shop.currency)}</p></a></li>`;
}

function grid(shop: Shop, visit: Visit): string {
  const products = Object.values(shop.products);
  if (products.length === 0) return `<p>${say(visit.language, "noProducts")}</p>`;
  return `<ul class="grid">${products.map((product) => tile(shop, visit, product)).join("")}</ul>`;
}

export function homePage(shop: Shop, visit: Visit, sections: Sections): Page {
  const word = visit.language;
  return {
    title: say(word, "shop"),
    main: `<section class="hero"><div><h1>${say(word, "hero")}</h1><p>${say(word, "heroMore")}</p>
<a class="button" href="/collections/all">${say(word, "heroAction")}</a></div></section>
${sections["tier-progress"] ?? ""}
<section><h2>${say(word, "products")}</h2>${grid(shop, visit)}</section>
<section class="story"><h2>${say(word, "story")}</h2><p>${say(word, "storyMore")}</p></section>`,
  };
}

export function collectionPage(shop: Shop, visit: Visit): Page {
  const title = say(visit.language, "products");
  return { title, main: `<h1>${title}</h1>${grid(shop, visit)}` };
}

export function productPage(shop: Shop, visit: Visit, product: Product, sections: Sections): Page {
  const word = visit.language;
  const [first] = product.variants;
  const options = product.variants.map(
    (one) =>
      `<option value="${one.id}">${escapeHtml(one.title)} · ${minorText(one.priceMinor, shop.currency)}</option>`,
  );
  const choice =
    product.variants.length === 1
      ? `<input type="hidden" name="id" value="${first?.id ?? ""}">`
      : `<label>${say(word, "choose")}<select name="id">${options.join("")}</select></label>`;
  return {
    title: product.title,
    main: `<article class="product">${productArt(product)}<div>
<h1>${escapeHtml(product.title)}</h1>
<p class="price">${minorText(first?.priceMinor ?? 0, shop.currency)}</p>
${sections["product-points"] ?? ""}
<p>${escapeHtml(product.description)}</p>
<form method="post" action="/cart/add" class="buy">${choice}
<label>${say(word, "quantity")}<input type="number" name="quantity" value="1" min="1" max="20"></label>
<button class="button">${say(word, "add")}</button></form>
<p class="small">${say(word, "taxNote")}</p></div></article>`,
  };
}

export function rewardsPage(visit: Visit, sections: Sections): Page {
  const title = say(visit.language, "rewards");
  return {
    title,
    main: `${sections["program"] === undefined ? `<h1>${title}</h1>` : ""}${sections["program"] ?? ""}`,
  };
}
