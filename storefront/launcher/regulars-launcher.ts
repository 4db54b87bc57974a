import { element } from "../element.ts";
import { makeApp } from "../panel/ask-app.ts";
import type { StorefrontState } from "../state.ts";
import { avoidOverlap } from "./avoid-overlap.ts";
import { readHostPage, type PanelModule } from "./host-page.ts";
import styles from "./launcher.css";
import { applyPageColors } from "./page-colors.ts";
import type { Visit } from "./visit.ts";
import { watchPage } from "./watch-page.ts";
import { whenSomebodyComesBack } from "./when-somebody-comes-back.ts";

const SVG = "http://www.w3.org/2000/svg";
/** A cup seen from above: two circles, no image to load. */
const ICON: readonly [radius: number, width: number][] = [
  [8, 2],
  [3.5, 2],
];

/**
 * The quiet pill in the corner. It is all that is loaded with a page: the panel, its language and
 * the member's data come when somebody opens it.
 */
export class RegularsLauncher extends HTMLElement {
  readonly #root = this.attachShadow({ mode: "open" });
  #started = false;
  /** What stands in for the platform's own pages; set before the element is put into the page. */
  visit: Visit | null = null;

  connectedCallback(): void {
    if (this.#started) return;
    this.#started = true;
    const open = element(
      "button",
      { type: "button", "aria-haspopup": "dialog", part: "launcher", click: () => void this.open(null) },
      icon(),
      element("span", { class: "reads" }, `${this.dataset["name"] ?? ""} `),
      element("span", { class: "label" }, element("slot")),
    );
    this.#root.append(element("style", {}, styles), open);
    applyPageColors(this);
    avoidOverlap(this);
    document.addEventListener("click", this.#openFromPage);
    whenSomebodyComesBack(
      () => {
        this.textContent = this.dataset["name"] ?? "";
      },
      () => void this.askWho(),
    );
    watchPage(this);
    if (location.hash === "#regulars") void this.open(null);
  }

  disconnectedCallback(): void {
    document.removeEventListener("click", this.#openFromPage);
    this.#started = false;
    this.#root.replaceChildren();
  }

  /** `wanted`: the reward whose question is asked at once. */
  async open(wanted: string | null): Promise<void> {
    const page = readHostPage(this, this.visit);
    const button = this.#root.querySelector("button");
    button?.setAttribute("aria-busy", "true");
    applyPageColors(this);
    try {
      const [panel, words] = await Promise.all([
        import(page.panelUrl) as Promise<PanelModule>,
        import(page.wordsUrl) as Promise<{ readonly default: unknown }>,
      ]);
      const showBalance = (text: string): void => {
        this.textContent = text;
      };
      panel.openPanel({ page, app: makeApp(page), root: this.#root, wanted, showBalance }, words.default);
    } catch {
      // The panel's own words did not arrive, so the theme block brings these with the page.
      this.textContent = this.dataset["failed"] ?? "";
    } finally {
      button?.removeAttribute("aria-busy");
    }
  }

  /** Blocks and the merchant's own links open the panel with `data-regulars-open`. */
  readonly #openFromPage = (event: MouseEvent): void => {
    if (!(event.target instanceof Element)) return;
    const link = event.target.closest("[data-regulars-open]");
    if (link === null) return;
    event.preventDefault();
    const wanted = link.getAttribute("data-regulars-open");
    void this.open(wanted === "" ? null : wanted);
  };

  /** Who looks now; blocks of the page hear of it too. */
  async askWho(): Promise<void> {
    const page = readHostPage(this, this.visit);
    const { locale } = page;
    const asked = await makeApp(page).state();
    if (!asked.ok || !("program" in asked.answer)) return;
    const { program, viewer } = asked.answer;
    if (viewer.kind === "member") {
      const { one, other } = program.pointsName;
      const count = new Intl.NumberFormat(locale).format(viewer.available);
      this.textContent = `${count} ${viewer.available === 1 ? one : other}`;
    }
    document.dispatchEvent(new CustomEvent<StorefrontState>("regulars:state", { detail: asked.answer }));
  }
}

function icon(): SVGSVGElement {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 20 20");
  svg.setAttribute("width", "20");
  svg.setAttribute("height", "20");
  svg.setAttribute("aria-hidden", "true");
  for (const [radius, width] of ICON) {
    const circle = document.createElementNS(SVG, "circle");
    circle.setAttribute("cx", "10");
    circle.setAttribute("cy", "10");
    circle.setAttribute("r", String(radius));
    circle.setAttribute("fill", "none");
    circle.setAttribute("stroke", "currentColor");
    circle.setAttribute("stroke-width", String(width));
    svg.append(circle);
  }
  return svg;
}

if (customElements.get("regulars-launcher") === undefined) {
  customElements.define("regulars-launcher", RegularsLauncher);
}
