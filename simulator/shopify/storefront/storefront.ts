import { readFileSync } from "node:fs";
import type { Fake } from "../fake.ts";
import { html, json, type Answer, type Ask } from "../../shop/web/http.ts";
import type { Product, Shop } from "../../shop/records.ts";
import { readCart, type Cart } from "./cart.ts";
import { answerDeed } from "./deeds.ts";
import { layout, type Page } from "./layout.ts";
import {
  appObject,
  cartObject,
  customerObject,
  productObject,
  ROUTES,
  shopObject,
} from "./liquid-objects.ts";
import { accountPage, loginPage, nameOf, registerPage } from "./pages/account-pages.ts";
import { cartPage, checkoutPage, thanksPage } from "./pages/cart-pages.ts";
import {
  collectionPage,
  homePage,
  productPage,
  rewardsPage,
  type Sections,
} from "./pages/catalogue-pages.ts";
import { ThemeExtension, type RenderedBlocks } from "./theme-extension.ts";
import { customerOfVisit, Visits, type Visit } from "./visit.ts";
import { say } from "./words.ts";

const NO_BLOCKS: RenderedBlocks = { head: "", body: "", sections: {} };

/** Where a page stands in the theme, and what it shows once the blocks are rendered. */
interface Route {
  /** Liquid's page type and the template's name. */
  readonly template: string;
  readonly status?: number;
  readonly product?: Product;
  readonly page: (sections: Sections, cart: Cart) => Page;
}

/** The shop front: a small theme of its own, with the app's theme extension in it. */
export class Storefront {
  readonly #fake: Fake;
  readonly #visits = new Visits();

  constructor(fake: Fake) {
    this.#fake = fake;
  }

  /** Who is signed in on this browser: what the app proxy calls logged_in_customer_id. */
  customerOf(shop: Shop, ask: Ask): string | null {
    const visit = this.#visits.peek(shop, ask);
    return visit === null ? null : (customerOfVisit(shop, visit)?.id ?? null);
  }

  async answer(shop: Shop, ask: Ask): Promise<Answer> {
    const file = this.#file(shop, ask.url.pathname);
    if (file !== null) return file;
    const { visit, setCookie } = this.#visits.of(shop, ask);
    const answer = answerDeed(this.#fake, shop, visit, ask) ?? (await this.#page(shop, visit, ask));
    return setCookie === null
      ? answer
      : { ...answer, headers: { ...answer.headers, "set-cookie": setCookie } };
  }

  #file(shop: Shop, path: string): Answer | null {
    if (path === "/_theme/theme.css") {
      const body = readFileSync(new URL("./theme.css", import.meta.url));
      return { status: 200, headers: { "content-type": "text/css; charset=utf-8" }, body };
    }
    const asset = this.#extension(shop)?.asset(path) ?? null;
    if (asset !== null) {
      return {
        status: 200,
        headers: { "content-type": asset.type, "cache-control": "no-store" },
        body: asset.body,
      };
    }
    return path.startsWith("/_extension/") || path === "/favicon.ico" ? html(404, "") : null;
  }

  #extension(shop: Shop): ThemeExtension | null {
    const { extension } = this.#fake;
    return extension === null ? null : new ThemeExtension(extension, shop.currency);
  }

  async #page(shop: Shop, visit: Visit, ask: Ask): Promise<Answer> {
    const path = ask.url.pathname;
    const cart = readCart(this.#fake.world, shop, visit);
    if (path === "/cart.json" || path === "/cart.js")
      // Unlike Liquid's cart, the Ajax one names its currency by its code alone.
      return json(200, {
        ...cartObject(this.#fake.world, shop, cart),
        currency: shop.currency,
        discount_codes:
          cart.code === null ? [] : [{ code: cart.code.code, applicable: cart.code.refusal === null }],
      });
    const route = this.#route(shop, visit, ask);
    const blocks = await this.#blocks(shop, visit, ask, { cart, route });
    const customer = customerOfVisit(shop, visit);
    const page = route.page(blocks.sections, cart);
    const customerName = customer === null ? null : nameOf(customer);
    const frame = { shop, visit, customerName, itemCount: cart.itemCount, path, blocks };
    const body = layout(frame, page);
    visit.notice = null;
    return html(route.status ?? 200, body);
  }

  #route(shop: Shop, visit: Visit, ask: Ask): Route {
    const path = ask.url.pathname;
    const customer = customerOfVisit(shop, visit);
    const handle = /^\/(?:collections\/[\w-]+\/)?products\/([\w-]+)$/.exec(path)?.[1];
    const product = Object.values(shop.products).find((one) => one.handle === handle);
    if (product !== undefined) {
      return {
        template: "product",
        product,
        page: (sections) => productPage(shop, visit, product, sections),
      };
    }
    const query = ask.url.searchParams;
    switch (path) {
      case "/":
        return { template: "index", page: (sections) => homePage(shop, visit, sections) };
      case "/collections":
      case "/collections/all":
        return { template: "collection", page: () => collectionPage(shop, visit) };
      case "/pages/rewards":
        return { template: "page", page: (sections) => rewardsPage(visit, sections) };
      case "/cart":
        return { template: "cart", page: (sections, cart) => cartPage(shop, visit, cart, sections) };
      case "/checkout":
        return { template: "checkout", page: (_sections, cart) => checkoutPage(shop, visit, cart, customer) };
      case "/checkout/thanks":
        return {
          template: "checkout",
          page: () => thanksPage(visit, query.get("name") ?? "", query.get("total") ?? ""),
        };
      case "/account/register":
        return { template: "customers/register", page: () => registerPage(visit, query.get("problem")) };
      case "/account":
      case "/account/login":
        return customer === null || path === "/account/login"
          ? { template: "customers/login", page: () => loginPage(shop, visit) }
          : {
              template: "customers/account",
              page: (sections) => accountPage(shop, visit, customer, sections),
            };
      default: {
        const title = say(visit.language, "notFound");
        const main = `<h1>${title}</h1><p><a class="button" href="/">${say(visit.language, "backHome")}</a></p>`;
        return { template: "404", status: 404, page: () => ({ title, main }) };
      }
    }
  }

  async #blocks(
    shop: Shop,
    visit: Visit,
    ask: Ask,
    { cart, route }: { readonly cart: Cart; readonly route: Route },
  ): Promise<RenderedBlocks> {
    const extension = this.#extension(shop);
    // Checkout is Shopify's own: theme extensions are not shown there. Nor are those of an app that is gone.
    if (extension === null || route.template === "checkout" || !shop.installed) return NO_BLOCKS;
    const { world } = this.#fake;
    const { language } = visit;
    const product = route.product === undefined ? null : productObject(world, shop, route.product);
    const objects = {
      shop: shopObject(shop),
      app: appObject(world, shop),
      customer: customerObject(world, shop, visit),
      cart: cartObject(world, shop, cart),
      product,
      routes: ROUTES,
      template: { name: route.template, suffix: null },
      request: {
        locale: { iso_code: language, primary: language === shop.locale, root_url: "/" },
        page_type: route.template,
        path: ask.url.pathname,
        host: ask.host,
        origin: `http://${ask.host}`,
        design_mode: false,
      },
      localization: {
        language: {
          iso_code: language,
          endonym_name: language === "de" ? "Deutsch" : "English",
          root_url: "/",
        },
        available_languages: [{ iso_code: "en" }, { iso_code: "de" }],
        country: { iso_code: shop.country, currency: { iso_code: shop.currency } },
      },
    };
    return extension.render(route.template, language, objects, { product });
  }
}
