/** The shop's page that the widget is shown on. */
export type ShopPage = "light" | "dark";

/** What the page is told to show. */
export interface PreviewMessage {
  /** As the panel is told it. */
  readonly state: unknown;
  /** The language, and the file with its sentences. */
  readonly locale: string;
  readonly words: string;
  readonly shopPage: ShopPage;
  readonly side: string;
  /** Whoever is not known yet proves their mailbox in the panel: there is nothing to join or to sign in to. */
  readonly provesMailbox: boolean;
  /** CSS variables of the widget, as the theme's block sets them. */
  readonly look: Readonly<Record<string, string>>;
}

/**
 * A page with nothing but the shop's own launcher and panel, which are told what to show instead of asking for
 * it. They are only looked at: the page takes no focus, and nothing in it can be pressed. It says how high it has
 * become, and which colours the widget has taken.
 */
export function previewPage(language: string): string {
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>Panel</title><style>
    html, body { margin: 0; font-family: Inter, system-ui, sans-serif; }
    body { background: #fff; color: #1f1f1f; }
    body[data-page="dark"] { background: #17181c; color: #ececec; }
    regulars-launcher { position: static; display: flex; flex-direction: column; }
    </style></head><body inert><script type="module">
    import "/storefront/regulars-launcher.js";
    import { openPanel } from "/storefront/regulars-panel.js";
    // A modal dialog would take the focus from whoever is typing beside it.
    HTMLDialogElement.prototype.showModal = function () { this.setAttribute("open", ""); };
    const lost = async () => ({ ok: false, sent: true });
    const laid = "dialog { position: static; max-block-size: none; inline-size: 100%; }" +
      ".body { overflow: visible; } .head button { visibility: hidden; }";
    const styled = (root, css) => {
      const style = document.createElement("style");
      style.textContent = css;
      root.append(style);
    };
    const heights = new ResizeObserver(([{ target }]) => parent.postMessage({ panelHeight: target.offsetHeight }, "*"));
    let asked = 0;
    addEventListener("message", async ({ source, data }) => {
      if (source !== parent || data.state === undefined) return;
      const asking = (asked += 1);
      const { default: words } = await import("/storefront/regulars-words-" + data.words + ".js");
      // Who was told something else meanwhile shows that.
      if (asking !== asked) return;
      heights.disconnect();
      document.body.dataset.page = data.shopPage;
      const launcher = document.createElement("regulars-launcher");
      Object.assign(launcher.dataset, { name: data.state.program.name, side: data.side });
      // It is told who looks, and never asks.
      launcher.askWho = async () => undefined;
      for (const [name, value] of Object.entries(data.look)) launcher.style.setProperty(name, value);
      launcher.textContent = data.state.program.name;
      document.body.replaceChildren(launcher);
      const app = { state: async () => ({ ok: true, answer: data.state }), history: lost, codes: lost, explain: lost,
        claim: lost, cancelCode: lost, join: lost, leave: lost, cart: async () => null, estimate: async () => null };
      const page = { endpoint: "", locale: data.locale, panelUrl: "", deedsUrl: "", questionsUrl: "", wordsUrl: "", signInUrl: "#",
        joinUrl: "#", applyPath: "", cartUrl: "",
        visit: data.provesMailbox ? { query: "", headers: () => ({}), forget: lost, cart: async () => null, proof: lost,
          toCart: null, goToCart: lost } : null };
      const root = launcher.shadowRoot;
      styled(root, "button { align-self: " + (data.side === "left" ? "flex-start" : "flex-end") +
        "; margin: 12px 16px; } .panel { display: block; }");
      openPanel({ page, app, root, wanted: null, showBalance: (text) => { launcher.textContent = text; } }, words);
      styled(root.querySelector(".panel").shadowRoot, laid);
      document.documentElement.style.overflow = "";
      heights.observe(launcher);
      const color = (name) => launcher.style.getPropertyValue("--r-" + name);
      parent.postMessage({ accent: color("accent"), link: color("link") }, "*");
    });
    parent.postMessage({ previewReady: true }, "*");
    </script></body></html>`;
}
