import { element } from "../element.ts";
import { applyPageColors } from "../launcher/page-colors.ts";
import type { HostPage } from "../launcher/host-page.ts";
import type { Visit } from "../launcher/visit.ts";
import { makeApp } from "../panel/ask-app.ts";
import styles from "../panel/panel.css";
import { Panel } from "../panel/panel.ts";
import type { Words } from "../words/words.ts";
import ownStyles from "./members.css";
import type { proofForm } from "./proof.ts";
import { Shopper } from "./shopper.ts";

/**
 * The page of a store's members, which the app itself shows: the panel without a sheet, and nobody is known here
 * but by their mailbox. The page allows no styles from attributes or elements, so these come as objects.
 */
const ENDPOINT = "/storefront";

const bundle = (name: string): string => `${ENDPOINT}/regulars-${name}.js`;

async function start(place: HTMLElement, signOut: HTMLElement): Promise<void> {
  const told = (name: string): string => place.dataset[name] ?? "";
  const [storeId, locale, wording, cart] = [
    Number(told("store")),
    told("locale"),
    told("wording"),
    told("cart"),
  ];
  const shopper = new Shopper(storeId);
  const visit: Visit = {
    query: `ecwid=${String(storeId)}`,
    headers: () => shopper.headers(),
    forget: () => shopper.forget(),
    cart: () => Promise.resolve(null),
    async proof(done) {
      const form = (await import(bundle("proof"))) as { readonly proofForm: typeof proofForm };
      const keep = (token: string): void => shopper.keep(token);
      return form.proofForm({ origin: location.origin, storeId, locale: wording, address: "", keep }, done);
    },
    toCart: cart === "" ? null : told("tocart"),
    goToCart: () => location.assign(cart),
  };
  const page: HostPage = {
    ...{ endpoint: ENDPOINT, locale, visit, deedsUrl: bundle("deeds") },
    questionsUrl: bundle(`questions-${wording}`),
    ...{ panelUrl: "", wordsUrl: "", signInUrl: "", joinUrl: "", applyPath: "", cartUrl: "" },
  };
  const { default: words } = (await import(bundle(`words-${wording}`))) as { readonly default: Words };
  const host = { page, app: makeApp(page), wanted: null, showBalance: () => undefined };
  const panel = new Panel(host, words, () => undefined);
  applyPageColors(document.documentElement);
  const root = place.attachShadow({ mode: "open" });
  root.adoptedStyleSheets = [styles, ownStyles].map(sheetOf);
  root.append(element("div", { class: "page" }, panel.body, panel.live));
  document.addEventListener("regulars:state", () => {
    signOut.hidden = !shopper.known;
  });
  signOut.addEventListener("click", () => {
    shopper.forget();
    panel.reload();
  });
  // Whoever comes back to this page may be somebody else: nothing of this person waits for them.
  addEventListener("pagehide", () => panel.body.replaceChildren());
  addEventListener("pageshow", ({ persisted }) => {
    if (persisted) panel.reload();
  });
  await panel.load();
}

function sheetOf(css: string): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  return sheet;
}

const place = document.getElementById("regulars-members");
const signOut = document.getElementById("regulars-sign-out");
if (place !== null && signOut !== null) void start(place, signOut);
