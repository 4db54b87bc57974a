import { element } from "../element.ts";
import type { PanelHost } from "../launcher/host-page.ts";
import type { StorefrontState } from "../state.ts";
import type { Words } from "../words/words.ts";
import type { App } from "./ask-app.ts";
import type { Cart } from "./ask-cart.ts";
import { button } from "./button.ts";
import { promotedReward } from "./sections/promoted.ts";
import { sectionsOf } from "./sections/sections.ts";
import { loadFormatters, makeSpeech, turn, type Speech } from "./speech.ts";
import { freshChoices, rewardById, type Deeds, type View } from "./view.ts";

/** What a shopper sees of the program and of themselves, wherever it stands: in a sheet over the shop, or on a page of its own. */
export class Panel implements View {
  readonly #host: Omit<PanelHost, "root">;
  readonly #words: Words;
  readonly body: HTMLElement;
  /** What is said aloud and not shown. */
  readonly live = element("p", { class: "reads", role: "status" });
  #state: StorefrontState | null = null;
  #speech: Speech | null = null;
  #deeds: Deeds | null = null;
  /** How often everything was drawn: a slow drawing ends where another has overtaken it. */
  #drawings = 0;
  readonly app: App;
  readonly choices = freshChoices();

  constructor(
    host: Omit<PanelHost, "root">,
    words: Words,
    readonly close: () => void,
  ) {
    this.#host = host;
    this.#words = words;
    this.app = host.app;
    this.body = element("div", { class: "body" }, element("p", { class: "waiting" }, words.loading));
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

  get deeds(): Deeds | null {
    return this.#deeds;
  }

  reload(): void {
    this.choices.notice = null;
    void this.load().then(() => this.body.querySelector<HTMLElement>("[data-lands]")?.focus());
  }

  announce(text: string): void {
    this.live.textContent = text;
  }

  async withDeeds(deed: (deeds: Deeds) => void | Promise<void>): Promise<void> {
    try {
      this.#deeds ??= ((await import(this.page.deedsUrl)) as { readonly deeds: Deeds }).deeds;
    } catch {
      this.choices.notice = { text: this.speech.words.failed.offline, failed: true, signIn: false };
      this.redraw();
      return;
    }
    await deed(this.#deeds);
  }

  /**
   * Draws everything anew. Focus goes to what `focusName` names, else stays with what has the same
   * name as before; what is gone hands it to the greeting, so that it is never lost.
   */
  redraw(focusName?: string): void {
    const root = this.body.getRootNode();
    const focused = root instanceof ShadowRoot ? root.activeElement : null;
    const within = focused instanceof HTMLElement && this.body.contains(focused);
    const name = focusName ?? (within ? focused.dataset["focus"] : undefined);
    const scrolled = this.body.scrollTop;
    this.#drawings += 1;
    this.body.replaceChildren(...this.#draw());
    this.body.scrollTop = scrolled;
    if (!within && focusName === undefined) return;
    const named =
      name === undefined ? null : this.body.querySelector<HTMLElement>(`[data-focus="${CSS.escape(name)}"]`);
    (named ?? this.body.querySelector<HTMLElement>("[data-lands]"))?.focus();
  }

  /** Asks the app how things stand and draws the answer. */
  async load(): Promise<void> {
    const [asked] = await Promise.all([this.app.state(), loadFormatters(this.page.locale)]);
    if (!asked.ok) {
      this.#drawFailure(asked.sent ? this.#words.failed.unavailable : this.#words.failed.offline);
      return;
    }
    if (!("program" in asked.answer)) {
      this.#drawFailure(this.#words.failed.noProgram);
      return;
    }
    this.take(asked.answer);
    await this.#drawSlowly();
    const cart = await this.app.cart(this.state.currency);
    if (cart !== null && cart.lines.length > 0) await this.#lookAtCart(cart);
    this.#claimWanted();
  }

  /** What the cart changes is drawn when it is known: what is next, and what it would earn. */
  async #lookAtCart({ lines, subtotalHundredths, codes }: Cart): Promise<void> {
    const subtotalMinor = Math.round(subtotalHundredths / 10 ** (2 - this.state.currencyDigits));
    this.choices.cart = { subtotalMinor, codes };
    this.redraw();
    const estimate = await this.app.estimate(lines);
    if (estimate === null || estimate.points === 0) return;
    this.choices.cartPoints = estimate.points;
    const [first] = sectionsOf(this);
    const drawn = first?.(this);
    if (drawn != null) this.body.firstElementChild?.replaceWith(drawn);
  }

  /** The page's own button named a reward: its question is asked at once, where it still can be had. */
  #claimWanted(): void {
    const reward = this.#host.wanted === null ? null : rewardById(this.state, this.#host.wanted);
    if (reward?.claim?.ok !== true || this.choices.claiming !== null || this.choices.claimed !== null) return;
    const place = promotedReward(this)?.id === reward.id ? "next" : "list";
    void this.withDeeds(({ startClaim }) => startClaim(this, reward, place));
  }

  #draw(): HTMLElement[] {
    return sectionsOf(this)
      .map((section) => section(this))
      .filter((drawn) => drawn !== null);
  }

  /** The first drawing gives the browser a turn after each section: slow phones stay answerable. */
  async #drawSlowly(): Promise<void> {
    const drawing = (this.#drawings += 1);
    this.body.replaceChildren();
    await turn();
    for (const section of sectionsOf(this)) {
      // Whoever claimed meanwhile has had everything drawn: the rest of it would be there twice.
      if (drawing !== this.#drawings) return;
      const drawn = section(this);
      if (drawn === null) continue;
      this.body.append(drawn);
      await turn();
    }
  }

  take(state: StorefrontState): void {
    this.#state = state;
    this.#speech = makeSpeech(state, this.#words, this.page.locale);
    this.choices.older = [];
    const member = state.viewer.kind === "member" ? state.viewer : null;
    this.choices.olderBefore = member === null ? null : member.history.before;
    this.choices.olderCodes = [];
    this.choices.codesBefore = member === null ? null : member.codesBefore;
    if (member !== null) this.#host.showBalance(this.#speech.points(member.available));
    document.dispatchEvent(new CustomEvent<StorefrontState>("regulars:state", { detail: state }));
  }

  #drawFailure(text: string): void {
    const again = (): void => {
      this.body.replaceChildren(element("p", { class: "waiting" }, this.#words.loading));
      void this.load();
    };
    this.body.replaceChildren(
      element(
        "div",
        { class: "card problem", role: "alert" },
        element("p", {}, text),
        button("quiet", this.#words.retry, again),
      ),
    );
  }
}
