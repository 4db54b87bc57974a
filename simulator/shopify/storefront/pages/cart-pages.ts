import { escapeHtml } from "../../../shop/web/escape-html.ts";
import type { Customer, Shop } from "../../../shop/records.ts";
import type { Cart } from "../cart.ts";
import type { Page } from "../layout.ts";
import { minorText } from "../money-text.ts";
import { productArt } from "../product-art.ts";
import type { Visit } from "../visit.ts";
import { say } from "../words.ts";
import type { Sections } from "./catalogue-pages.ts";

function summary(shop: Shop, visit: Visit, cart: Cart): string {
  const word = visit.language;
  const money = (minor: number): string => minorText(minor, shop.currency);
  const rows = [
    [say(word, "subtotal"), money(cart.subtotalMinor)],
    ...cart.reductions.map(({ title, amountMinor }) => [
      `${say(word, "discount")} (${escapeHtml(title)})`,
      money(-amountMinor),
    ]),
    [say(word, "shipping"), cart.shippingMinor === 0 ? say(word, "free") : money(cart.shippingMinor)],
    [`<strong>${say(word, "total")}</strong>`, `<strong>${money(cart.totalMinor)}</strong>`],
  ];
  return `<dl class="sums">${rows.map(([name, value]) => `<div><dt>${name ?? ""}</dt><dd>${value ?? ""}</dd></div>`).join("")}</dl>
<p class="small">${say(word, "taxNote")}</p>`;
}

function lines(shop: Shop, visit: Visit, cart: Cart, editable: boolean): string {
  const word = visit.language;
  const rows = cart.lines.map((line) => {
    const variant =
      line.product.variants.length > 1 ? `<span class="small">${escapeHtml(line.variant.title)}</span>` : "";
    const label = escapeHtml(`${say(word, "quantity")}: ${line.product.title}`);
    const edit = `<form method="post" action="/cart/change" class="change"><input type="hidden" name="id" value="${line.variant.id}">
<input type="number" name="quantity" value="${line.quantity}" min="0" max="20" aria-label="${label}">
<button class="plain">${say(word, "update")}</button></form>`;
    return `<li>${productArt(line.product)}<div><a href="/products/${escapeHtml(line.product.handle)}">${escapeHtml(line.product.title)}</a>${variant}
${editable ? edit : `<span class="small">× ${line.quantity}</span>`}</div><span>${minorText(line.netMinor, shop.currency)}</span></li>`;
  });
  return `<ul class="lines">${rows.join("")}</ul>`;
}

export function cartPage(shop: Shop, visit: Visit, cart: Cart, sections: Sections): Page {
  const word = visit.language;
  const title = say(word, "cart");
  if (cart.lines.length === 0) {
    return {
      title,
      main: `<h1>${title}</h1><p>${say(word, "emptyCart")}</p><p><a class="button" href="/collections/all">${say(word, "keepShopping")}</a></p>`,
    };
  }
  return {
    title,
    main: `<h1>${title}</h1><div class="two">${lines(shop, visit, cart, true)}<aside class="panel">
${summary(shop, visit, cart)}${refusalOf(cart)}${sections["cart-points"] ?? ""}
<a class="button wide" href="/checkout">${say(word, "checkout")}</a></aside></div>`,
  };
}

function refusalOf(cart: Cart): string {
  return cart.code?.refusal ? `<p class="error" role="alert">${escapeHtml(cart.code.refusal)}</p>` : "";
}

export function checkoutPage(shop: Shop, visit: Visit, cart: Cart, customer: Customer | null): Page {
  const word = visit.language;
  const title = say(word, "checkout");
  const contact =
    customer === null
      ? `<label>${say(word, "email")}<input type="email" name="email" required autocomplete="email"></label>`
      : `<p>${escapeHtml(customer.email ?? "")}</p>`;
  return {
    title,
    main: `<h1>${title}</h1><div class="two"><div>
<form method="post" action="/checkout" class="panel stack"><h2>${say(word, "contact")}</h2>${contact}
<p class="small">${say(word, "payNote")}</p>
<button class="button">${say(word, "pay")} · ${minorText(cart.totalMinor, shop.currency)}</button></form></div>
<aside class="panel">${lines(shop, visit, cart, false)}
<form method="post" action="/checkout/discount" class="code"><label>${say(word, "code")}
<input name="code" value="${escapeHtml(visit.discountCode ?? "")}" autocomplete="off"></label>
<button class="plain">${say(word, "apply")}</button></form>${refusalOf(cart)}
${summary(shop, visit, cart)}</aside></div>`,
  };
}

export function thanksPage(visit: Visit, name: string, total: string): Page {
  const word = visit.language;
  return {
    title: say(word, "thanks"),
    main: `<section class="panel narrow"><h1>${say(word, "thanks")}</h1><p>${say(word, "thanksMore", { name: escapeHtml(name), total: escapeHtml(total) })}</p>
<p><a class="button" href="/account">${say(word, "toOrders")}</a></p></section>`,
  };
}
