import { createCustomer, setMarketing } from "../actions/customers.ts";
import { cancelOrder, fulfilOrder, placeOrder } from "../actions/orders.ts";
import { refundOrder } from "../actions/refund-order.ts";
import { controlInputs } from "../control-commands.ts";
import type { Fake } from "../fake.ts";
import { json, redirect, type Answer, type Ask } from "../../shop/web/http.ts";
import { toText } from "../../shop/money.ts";
import { totalsOf } from "../../shop/order-totals.ts";
import type { Order, Shop } from "../../shop/records.ts";
import { Refusal } from "../../shop/refusal.ts";
import { addToCart, changeCart, findVariant, readCart, shippingFor, wishedLines } from "./cart.ts";
import { cartObject } from "./liquid-objects.ts";
import { minorText } from "./money-text.ts";
import type { Language, Visit } from "./visit.ts";
import { say } from "./words.ts";

const DISCOUNT = /^\/discount\/([^/]+)$/;
const ORDER = /^\/account\/orders\/(\d+)$/;

/** Everything a shopper does that is not looking at a page; null when the address is a page. */
export function answerDeed(fake: Fake, shop: Shop, visit: Visit, ask: Ask): Answer | null {
  const path = ask.url.pathname;
  const code = DISCOUNT.exec(path)?.[1];
  if (code !== undefined)
    return applyCode(visit, decodeURIComponent(code), ask.url.searchParams.get("redirect"));
  if (path === "/account/logout") return signOut(visit);
  if (ask.method !== "POST") return null;
  const form = formOf(ask);
  const order = ORDER.exec(path)?.[1];
  if (order !== undefined) return dealWithOrder(fake, shop, visit, { orderId: order, form });
  switch (path) {
    case "/cart/add":
    case "/cart/add.js":
      return addLine(fake, shop, visit, { form, wantsJson: path.endsWith(".js") });
    case "/cart/change":
    case "/cart/change.js":
      changeCart(visit, form.get("id") ?? "", Number(form.get("quantity") ?? "0"));
      return path.endsWith(".js")
        ? json(200, cartObject(fake.world, shop, readCart(fake.world, shop, visit)))
        : redirect("/cart");
    case "/checkout/discount": {
      const given = (form.get("code") ?? "").trim();
      visit.discountCode = given === "" ? null : given;
      return redirect("/checkout");
    }
    case "/checkout":
      return checkOut(fake, shop, visit, form);
    case "/account/login":
      visit.customerId = form.get("customer");
      return redirect("/account");
    case "/account/newsletter":
      return chooseNewsletter(fake, shop, visit, form);
    case "/account/register":
      return register(fake, shop, visit, form);
    case "/localization":
      visit.language = languageOf(form.get("locale_code"));
      return redirect(localPath(form.get("return_to")));
    default:
      return null;
  }
}

function formOf(ask: Ask): URLSearchParams {
  const text = ask.body.toString("utf8");
  if (!(ask.headers["content-type"] ?? "").includes("json")) return new URLSearchParams(text);
  const value: unknown = JSON.parse(text);
  const entries = typeof value === "object" && value !== null ? Object.entries(value) : [];
  return new URLSearchParams(entries.map(([key, one]) => [key, String(one)]));
}

function languageOf(text: string | null): Language {
  return text === "de" ? "de" : "en";
}

/** Only a path of this shop; anything else leads home. */
function localPath(text: string | null): string {
  return text !== null && /^\/(?![/\\])/.test(text) ? text : "/";
}

/** Shopify's shareable discount link: remembers the code and goes on. Whether it holds is said at checkout. */
function applyCode(visit: Visit, code: string, target: string | null): Answer {
  visit.discountCode = code;
  visit.notice = say(visit.language, "applied", { code });
  return redirect(localPath(target));
}

function signOut(visit: Visit): Answer {
  visit.customerId = null;
  visit.cart.length = 0;
  visit.discountCode = null;
  return redirect("/");
}

function addLine(
  fake: Fake,
  shop: Shop,
  visit: Visit,
  { form, wantsJson }: { readonly form: URLSearchParams; readonly wantsJson: boolean },
): Answer {
  const found = findVariant(shop, form.get("id") ?? "");
  const quantity = Number(form.get("quantity") ?? "1");
  if (found === null || !Number.isInteger(quantity) || quantity < 1) {
    return json(422, { status: 422, message: "Cart Error", description: "This product cannot be added" });
  }
  addToCart(visit, found.variant.id, quantity);
  if (wantsJson) return json(200, cartObject(fake.world, shop, readCart(fake.world, shop, visit)));
  visit.notice = say(visit.language, "added", { title: found.product.title });
  return redirect("/cart");
}

function checkOut(fake: Fake, shop: Shop, visit: Visit, form: URLSearchParams): Answer {
  if (visit.cart.length === 0) return redirect("/cart");
  const cart = readCart(fake.world, shop, visit);
  if (cart.code !== null && cart.code.refusal !== null) return redirect("/checkout");
  const wish = controlInputs.placeOrder.parse({
    shop: shop.domain,
    customerId: visit.customerId,
    email: visit.customerId === null ? form.get("email") : null,
    lines: wishedLines(visit),
    discountCodes: visit.discountCode === null ? [] : [visit.discountCode],
    shipping: toText(shippingFor(shop, visit), shop.currency),
  });
  const placed = placeOrder(fake, wish);
  visit.cart.length = 0;
  visit.discountCode = null;
  const total = minorText(cart.totalMinor, shop.currency);
  return redirect(`/checkout/thanks?${new URLSearchParams({ name: placed.name, total }).toString()}`);
}

function register(fake: Fake, shop: Shop, visit: Visit, form: URLSearchParams): Answer {
  const wish = controlInputs.createCustomer.parse({
    shop: shop.domain,
    firstName: form.get("first_name"),
    lastName: form.get("last_name"),
    email: form.get("email"),
    locale: visit.language,
  });
  try {
    visit.customerId = createCustomer(fake, wish).customerId;
    return form.has("newsletter") ? chooseNewsletter(fake, shop, visit, form) : redirect("/account");
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return redirect(`/account/register?${new URLSearchParams({ problem: error.message }).toString()}`);
  }
}

/** Ticked or not is what the customer says by it. */
function chooseNewsletter(fake: Fake, shop: Shop, visit: Visit, form: URLSearchParams): Answer {
  const state = form.has("newsletter") ? "subscribed" : "unsubscribed";
  if (visit.customerId !== null)
    setMarketing(
      fake,
      controlInputs.setMarketing.parse({ shop: shop.domain, customerId: visit.customerId, state }),
    );
  return redirect("/account");
}

/** The merchant's side of an order, for the demo; only the shopper's own orders can be touched here. */
function dealWithOrder(
  fake: Fake,
  shop: Shop,
  visit: Visit,
  { orderId, form }: { readonly orderId: string; readonly form: URLSearchParams },
): Answer {
  const order = shop.orders[orderId];
  if (order === undefined || order.customerId !== visit.customerId) return redirect("/account");
  try {
    doDeed(fake, shop, order, form);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    visit.notice = error.message;
  }
  return redirect("/account");
}

function doDeed(fake: Fake, shop: Shop, order: Order, form: URLSearchParams): void {
  const of = { shop: shop.domain, orderId: order.id };
  switch (form.get("deed")) {
    case "refund_line": {
      const lines = [{ lineId: form.get("line") ?? "", quantity: 1 }];
      refundOrder(fake, controlInputs.refundOrder.parse({ ...of, lines }));
      return;
    }
    case "refund_all":
      refundOrder(fake, controlInputs.refundOrder.parse({ ...of, lines: "all" }));
      return;
    case "refund_shipping": {
      const shipping = toText(totalsOf(order).currentShipping, order.currency);
      refundOrder(fake, controlInputs.refundOrder.parse({ ...of, shipping }));
      return;
    }
    case "cancel":
      cancelOrder(fake, controlInputs.cancelOrder.parse(of));
      return;
    case "fulfil":
      fulfilOrder(fake, controlInputs.fulfilOrder.parse(of));
      return;
    default:
      throw new Refusal("That cannot be done with an order");
  }
}
