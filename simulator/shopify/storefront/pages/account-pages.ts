import { orderName } from "../../bodies/order-body.ts";
import { escapeHtml } from "../../../shop/web/escape-html.ts";
import { currentQuantity, financialStatus, totalsOf } from "../../../shop/order-totals.ts";
import type { Customer, Order, Shop } from "../../../shop/records.ts";
import type { Page } from "../layout.ts";
import { minorText } from "../money-text.ts";
import type { Visit } from "../visit.ts";
import { say } from "../words.ts";
import type { Sections } from "./catalogue-pages.ts";

export function nameOf(customer: Customer): string {
  const name = [customer.firstName, customer.lastName].filter(Boolean).join(" ");
  return name === "" ? (customer.email ?? "…") : name;
}

function deed(order: Order, name: string, label: string, more = ""): string {
  return `<form method="post" action="/account/orders/${order.id}"><input type="hidden" name="deed" value="${name}">${more}<button class="plain">${label}</button></form>`;
}

/** What a merchant would do in the admin, one click away for the demo. */
function deeds(visit: Visit, order: Order): string {
  const word = visit.language;
  const isPaid = order.paidAt !== null;
  const left = order.lines.some((line) => currentQuantity(order, line) > 0);
  const buttons = [
    isPaid && left ? deed(order, "refund_all", say(word, "refundAll")) : "",
    isPaid && totalsOf(order).currentShipping > 0
      ? deed(order, "refund_shipping", say(word, "refundShipping"))
      : "",
    order.cancelledAt === null ? deed(order, "cancel", say(word, "cancel")) : "",
    order.fulfilledAt === null && order.cancelledAt === null
      ? deed(order, "fulfil", say(word, "fulfil"))
      : "",
  ].filter((button) => button !== "");
  return buttons.length === 0
    ? ""
    : `<div class="deeds" role="group" aria-label="${say(word, "demo")}"><p class="small">${say(word, "demo")}</p>${buttons.join("")}</div>`;
}

function orderCard(shop: Shop, visit: Visit, order: Order): string {
  const word = visit.language;
  const day = new Date(order.createdAt).toLocaleDateString(word, {
    dateStyle: "medium",
    timeZone: shop.timezone,
  });
  const lines = order.lines.map((line) => {
    const left = currentQuantity(order, line);
    const quantity =
      left === line.quantity ? `× ${left}` : say(word, "left", { count: left, quantity: line.quantity });
    const id = `<input type="hidden" name="line" value="${line.id}">`;
    const refund =
      order.paidAt !== null && left > 0 ? deed(order, "refund_line", say(word, "refundOne"), id) : "";
    return `<li><span>${escapeHtml(line.title)} <span class="small">${quantity}</span></span>${refund}</li>`;
  });
  const states = [
    say(word, `status_${financialStatus(order)}`),
    ...(order.cancelledAt === null ? [] : [say(word, "cancelled")]),
    ...(order.fulfilledAt === null ? [] : [say(word, "sent")]),
  ];
  return `<article class="panel order"><header><h3>${orderName(order)}</h3><span>${day}</span>
<span class="state">${states.join(" · ")}</span><strong>${minorText(totalsOf(order).total, order.currency)}</strong></header>
<ul>${lines.join("")}</ul>${deeds(visit, order)}</article>`;
}

export function accountPage(shop: Shop, visit: Visit, customer: Customer, sections: Sections): Page {
  const word = visit.language;
  const orders = Object.values(shop.orders).filter((order) => order.customerId === customer.id);
  const newestFirst = [...orders].sort((a, b) => b.createdAt - a.createdAt).slice(0, 20);
  const list = newestFirst.map((order) => orderCard(shop, visit, order)).join("");
  return {
    title: say(word, "account"),
    main: `<h1>${say(word, "hello", { name: escapeHtml(customer.firstName ?? nameOf(customer)) })}</h1>
${sections["tier-progress"] ?? ""}
<form method="post" action="/account/newsletter" class="panel narrow stack">${newsletterBox(visit, customer.marketing?.email?.state === "subscribed")}
<button class="button">${say(word, "save")}</button></form>
<h2>${say(word, "orders")}</h2>${list === "" ? `<p>${say(word, "noOrders")}</p>` : list}`,
  };
}

function newsletterBox(visit: Visit, isTicked: boolean): string {
  const ticked = isTicked ? " checked" : "";
  return `<label class="tick"><input type="checkbox" name="newsletter" value="on"${ticked}> ${say(visit.language, "newsletter")}</label>`;
}

export function loginPage(shop: Shop, visit: Visit): Page {
  const word = visit.language;
  const customers = Object.values(shop.customers)
    .filter((one) => one.state === "enabled")
    .slice(0, 60);
  const people = customers.map(
    (
      one,
    ) => `<li><form method="post" action="/account/login"><input type="hidden" name="customer" value="${one.id}">
<button class="person" aria-label="${escapeHtml(say(word, "signInAs", { name: nameOf(one) }))}">
<span class="initials" aria-hidden="true">${escapeHtml(nameOf(one).slice(0, 1))}</span>${escapeHtml(nameOf(one))}</button></form></li>`,
  );
  return {
    title: say(word, "signInTitle"),
    main: `<h1>${say(word, "signInTitle")}</h1><p>${say(word, "signInNote")}</p>
<ul class="people">${people.join("")}</ul>
<p>${say(word, "newHere")} <a href="/account/register">${say(word, "register")}</a></p>`,
  };
}

export function registerPage(visit: Visit, problem: string | null): Page {
  const word = visit.language;
  const field = (name: string, label: string, type: string, complete: string): string =>
    `<label>${label}<input name="${name}" type="${type}" autocomplete="${complete}" required></label>`;
  return {
    title: say(word, "register"),
    main: `<form method="post" action="/account/register" class="panel narrow stack"><h1>${say(word, "register")}</h1>
${problem === null ? "" : `<p class="error" role="alert">${escapeHtml(problem)}</p>`}
${field("first_name", say(word, "firstName"), "text", "given-name")}
${field("last_name", say(word, "lastName"), "text", "family-name")}
${field("email", say(word, "email"), "email", "email")}
${newsletterBox(visit, false)}
<button class="button">${say(word, "create")}</button></form>`,
  };
}
