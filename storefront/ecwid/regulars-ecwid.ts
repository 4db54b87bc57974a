import { RegularsLauncher } from "../launcher/regulars-launcher.ts";
import { tellSeen } from "../launcher/tell-seen.ts";
import type { Visit } from "../launcher/visit.ts";
import type { CartLine } from "../panel/ask-cart.ts";
import type { EcwidApi, EcwidCustomer, EcwidPageInfo } from "./ecwid-page.ts";
import { dress, kindOfPage, localeOf, readFace } from "./face.ts";
import { showPoints, type PointsParts } from "./page-points.ts";
import { PAGE_WORDS, type PageWords } from "./page-words.ts";
import type { proofForm } from "./proof.ts";
import { goToCart, readEcwidCart } from "./read-cart.ts";
import { Shopper } from "./shopper.ts";
import { watchShop } from "./watch-shop.ts";

/**
 * The script that Ecwid loads with every page of a shop: the same launcher and panel as elsewhere, with what
 * Ecwid's page says of cart and customer in place of what another platform's pages would say.
 */
/** Where a product's price and the cart's sum stand; the price is in the markup for search engines. */
const PRODUCT_PRICE = "[itemprop=price][content]";
const CART_SUM = ".ec-cart__total, .ec-cart-summary__row--total, .ec-cart__sidebar";

const own = document.currentScript instanceof HTMLScriptElement ? new URL(document.currentScript.src) : null;

function start(ecwid: EcwidApi, { origin, searchParams }: URL): void {
  const face = readFace(ecwid.getAppPublicConfig(searchParams.get("client") ?? ""));
  if (face === null || document.querySelector("regulars-launcher") !== null) return;
  const storeId = ecwid.getOwnerId();
  const locale = localeOf(ecwid, face.widget.languages);
  const words = PAGE_WORDS[locale] ?? PAGE_WORDS["en"];
  if (words === undefined) return;
  const shopper = new Shopper(storeId);
  let customer: EcwidCustomer | null = null;
  const wording = locale === "de" && face.formal ? "de-formal" : locale;
  const endpoint = `${origin}/storefront`;
  const bundle = (name: string): string => `${endpoint}/regulars-${name}.js`;
  const visit: Visit = {
    query: `ecwid=${String(storeId)}`,
    headers: () => shopper.headers(),
    forget: () => shopper.forget(),
    cart: () => readEcwidCart(ecwid, storeId),
    async proof(done) {
      const form = (await import(bundle("proof"))) as { readonly proofForm: typeof proofForm };
      const keep = (token: string): void => shopper.keep(token);
      return form.proofForm({ origin, storeId, locale: wording, address: customer?.email ?? "", keep }, done);
    },
    toCart: words.toCart,
    goToCart: () => goToCart(storeId),
  };
  const launcher = new RegularsLauncher();
  launcher.visit = visit;
  Object.assign(launcher.dataset, {
    name: face.name,
    side: face.widget.side ?? "right",
    endpoint,
    locale,
    panel: bundle("panel"),
    deeds: bundle("deeds"),
    questions: bundle(`questions-${wording}`),
    words: bundle(`words-${wording}`),
    signin: "",
    join: "",
    apply: "",
    cart: "",
    failed: words.failed,
  });
  launcher.textContent = face.name;
  dress(launcher, face.widget);
  document.body.append(launcher);
  if (shopper.known) void launcher.askWho();
  const tell = tellSeen(endpoint, face.wanted, visit);
  watchShop(ecwid, (...seen) => shopper.known && tell(...seen));
  ecwid.Customer.get((known) => {
    customer = known;
  });
  ecwid.OnSetProfile.add((known) => {
    // Whoever logs in or out is somebody else than who has proven a mailbox before.
    if (customer !== null && customer.id !== known?.id) {
      shopper.forget();
      launcher.textContent = face.name;
    }
    customer = known;
  });
  ecwid.OnPageLoaded.add((page) => {
    launcher.hidden = face.widget.offPages.includes(kindOfPage(page));
  });
  showPointsOnPages(ecwid, { endpoint, locale, ...visit }, words);
}

/** What a product and the cart would bring, where they stand in the shop's own pages. */
function showPointsOnPages(
  ecwid: EcwidApi,
  points: PointsParts & Pick<Visit, "cart">,
  words: Pick<PageWords, "cart" | "product" | "paused" | "ends">,
): void {
  const cartPoints = (): void =>
    void showPoints(
      points,
      CART_SUM,
      { ...words, template: words.cart },
      async () => (await points.cart())?.lines ?? [],
    );
  let page: EcwidPageInfo | null = null;
  ecwid.OnPageLoaded.add((shown) => {
    page = shown;
    if (shown.type === "CART") cartPoints();
    if (shown.type === "PRODUCT")
      void showPoints(points, PRODUCT_PRICE, { ...words, template: words.product }, (place) =>
        productLines(shown, place),
      );
  });
  ecwid.OnCartChanged.add(() => {
    if (page?.type === "CART") cartPoints();
  });
}

function productLines({ productId }: EcwidPageInfo, place: Element): readonly CartLine[] {
  const price = Number(place.getAttribute("content"));
  if (productId === undefined || !(price > 0)) return [];
  const totalHundredths = Math.round(price * 100);
  return [{ product: String(productId), variant: "", quantity: 1, totalHundredths, giftCard: false }];
}

/** Ecwid may be there before this script, or come after it. */
function whenThere(use: (ecwid: EcwidApi) => void): void {
  const ecwid = window.Ecwid;
  if (ecwid === undefined) setTimeout(() => whenThere(use), 200);
  else ecwid.OnAPILoaded.add(() => use(ecwid));
}

if (own !== null) whenThere((ecwid) => start(ecwid, own));
