import { element } from "../element.ts";
import type { PanelHost } from "../launcher/host-page.ts";
import type { StorefrontAnswer, StorefrontState } from "../state.ts";
import type { Words } from "../words/words.ts";
import { makeApp, type App, type Asked } from "./ask-app.ts";
import { askCart } from "./ask-cart.ts";
import { failureOf } from "./failures.ts";
import styles from "./panel.css";
import { sectionsOf } from "./sections.ts";
import { loadFormatters, makeSpeech, turn, type Speech } from "./speech.ts";
import { freshChoices, type Failure, type View } from "./view.ts";

/** Opens the sheet over the page, asks the app how things stand and draws the answer. */
export function openPanel(host: PanelHost, words: Words): void {
  if (host.root.querySelector(".panel") !== null) return;
  new Panel(host, words).open();
}

class Panel implements View {
  readonly #host: PanelHost;
  /** The panel's own shadow: its style sheet and the launcher's never meet. */
  readonly #root: ShadowRoot;
  readonly #words: Words;
  readonly #dialog: HTMLDialogElement;
  readonly #body: HTMLElement;
  readonly #live: HTMLElement;
  #state: StorefrontState | null = null;
  #speech: Speech | null = null;
  /** How often everything was drawn: a slow drawing ends where another has overtaken it. */
  #drawings = 0;
  readonly app: App;
  readonly choices = freshChoices();

  constructor(host: PanelHost, words: Words) {
    this.#host = host;
    this.#words = words;
    this.app = makeApp(host.page.endpoint);
    this.#live = element("p", { class: "reads", role: "status" });
    this.#body = element("div", { class: "body" }, element("p", { class: "waiting" }, words.loading));
    const title = element("h2", { id: "regulars-title" }, host.root.host.getAttribute("data-name"));
    const close = element(
      "button",
      { type: "button", class: "close", "aria-label": words.close, click: () => this.#dialog.close() },
      "×",
    );
    this.#dialog = element(
      "dialog",
      { "aria-labelledby": "regulars-title", lang: host.page.locale },
      element("style", {}, styles),
      element("div", { class: "head" }, title, close),
      this.#body,
      this.#live,
    );
    this.#dialog.dir = getComputedStyle(document.documentElement).direction;
    const side = host.root.host.getAttribute("data-side");
    const shell = element("div", { class: "panel", "data-side": side });
    this.#root = shell.attachShadow({ mode: "open" });
    this.#root.append(this.#dialog);
    host.root.append(shell);
  }

  get page(): View["page"] {
    return this.#host.page;
  }

  get state(): StorefrontState {
    if (this.#state === null) throw new Error("drawn before the app answered");
    return this.#state;
  }

  get speech(): Speech {
    if (this.#speech === null) throw new Error("drawn before the app answered");
    return this.#speech;
  }

  get isOpen(): boolean {
    return this.#dialog.open;
  }

  open(): void {
    const scroll = document.documentElement.style.overflow;
    document.documentElement.style.overflow = "hidden";
    this.#dialog.addEventListener("close", () => {
      document.documentElement.style.overflow = scroll;
      this.#root.host.remove();
      this.#host.root.querySelector("button")?.focus();
    });
    this.#dialog.addEventListener("click", (event) => {
      if (event.target === this.#dialog) this.#dialog.close();
    });
    this.#dialog.addEventListener("keydown", (event) => keepFocus(event, this.#dialog, this.#root));
    this.#dialog.showModal();
    void this.#load();
  }

  announce(text: string): void {
    this.#live.textContent = text;
  }

  settle(asked: Asked<StorefrontAnswer>): { readonly ok: true; readonly code: string | null } | Failure {
    const failure = failureOf(asked, this.speech);
    if (failure !== null) return failure;
    if (!asked.ok || !asked.answer.ok) throw new Error("a change without a failure has an answer");
    this.#take(asked.answer.state);
    return { ok: true, code: asked.answer.code };
  }

  async refresh(): Promise<boolean> {
    const asked = await this.app.state();
    if (!asked.ok || !("program" in asked.answer)) return false;
    this.#take(asked.answer);
    return true;
  }

  /**
   * Draws everything anew. Focus goes to what `focusName` names, else stays with what has the same
   * name as before; what is gone hands it to the greeting, so that it is never lost.
   */
  redraw(focusName?: string): void {
    const focused = this.#root.activeElement;
    const within = focused instanceof HTMLElement && this.#body.contains(focused);
    const name = focusName ?? (within ? focused.dataset["focus"] : undefined);
    const scrolled = this.#body.scrollTop;
    this.#drawings += 1;
    this.#body.replaceChildren(...this.#draw());
    this.#body.scrollTop = scrolled;
    if (!within && focusName === undefined) return;
    const named =
      name === undefined ? null : this.#body.querySelector<HTMLElement>(`[data-focus="${CSS.escape(name)}"]`);
    (named ?? this.#body.querySelector<HTMLElement>("[data-lands]"))?.focus();
  }

  async #load(): Promise<void> {
    const [asked] = await Promise.all([this.app.state(), loadFormatters(this.page.locale)]);
    if (!asked.ok) {
      this.#drawFailure(asked.sent ? this.#words.failed.unavailable : this.#words.failed.offline);
      return;
    }
    if (!("program" in asked.answer)) {
      this.#drawFailure(this.#words.failed.noProgram);
      return;
    }
    this.#take(asked.answer);
    await this.#drawSlowly();
    const cartPoints = await askCart(this.page, this.state.currency);
    if (cartPoints === null || cartPoints === 0) return;
    this.choices.cartPoints = cartPoints;
    const [first] = sectionsOf(this);
    const drawn = first?.(this);
    if (drawn != null) this.#body.firstElementChild?.replaceWith(drawn);
  }

  #draw(): HTMLElement[] {
    return sectionsOf(this)
      .map((section) => section(this))
      .filter((drawn) => drawn !== null);
  }

  /** The first drawing gives the browser a turn after each section: slow phones stay answerable. */
  async #drawSlowly(): Promise<void> {
    const drawing = (this.#drawings += 1);
    this.#body.replaceChildren();
    await turn();
    for (const section of sectionsOf(this)) {
      // Whoever claimed meanwhile has had everything drawn: the rest of it would be there twice.
      if (drawing !== this.#drawings) return;
      const drawn = section(this);
      if (drawn === null) continue;
      this.#body.append(drawn);
      await turn();
    }
  }

  #take(state: StorefrontState): void {
    this.#state = state;
    this.#speech = makeSpeech(state, this.#words, this.page.locale);
    this.choices.older = [];
    this.choices.olderBefore = state.viewer.kind === "member" ? state.viewer.history.before : null;
    if (state.viewer.kind === "member") this.#host.showBalance(this.#speech.points(state.viewer.available));
  }

  #drawFailure(text: string): void {
    const again = (): void => {
      this.#body.replaceChildren(element("p", { class: "waiting" }, this.#words.loading));
      void this.#load();
    };
    this.#body.replaceChildren(
      element(
        "div",
        { class: "card problem", role: "alert" },
        element("p", {}, text),
        element("button", { type: "button", class: "quiet", click: again }, this.#words.retry),
      ),
    );
  }
}

/** Browsers let Tab leave a modal dialog for their own bars; in the sheet it goes round. */
function keepFocus(event: KeyboardEvent, dialog: HTMLDialogElement, root: ShadowRoot): void {
  if (event.key !== "Tab") return;
  const stops = [...dialog.querySelectorAll<HTMLElement>("button, a[href], input, summary")].filter(
    (stop) => stop.checkVisibility() && !stop.matches(":disabled"),
  );
  const first = stops.at(0);
  const last = stops.at(-1);
  const leaving = event.shiftKey ? first : last;
  if (leaving === undefined || root.activeElement !== leaving) return;
  event.preventDefault();
  (event.shiftKey ? last : first)?.focus();
}
