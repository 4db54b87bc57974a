import { whenSomebodyComesBack } from "../launcher/when-somebody-comes-back.ts";
import { makeApp, type App } from "../panel/ask-app.ts";
import type { StorefrontState } from "../state.ts";
import { showOffer } from "./show-offer.ts";
import { showStanding } from "./show-standing.ts";

/** Somebody who has just registered is a member as soon as the shop has told us. */
const ASK_AGAIN_MS: readonly number[] = [1_500, 3_000, 6_000];

/**
 * What in an app block is one person's own. The theme has rendered it from what the shop was last told;
 * this keeps it true: after a claim in the panel, for somebody new whom the shop was told nothing of yet,
 * and when the page comes back and somebody else may be looking. Until that is known it is not seen.
 */
class RegularsOwn extends HTMLElement {
  #tries = 0;

  connectedCallback(): void {
    document.addEventListener("regulars:state", this.#hear);
    whenSomebodyComesBack(
      () => this.toggleAttribute("data-unsure", true),
      () => void this.#ask(),
    );
    if (this.dataset["ask"] !== undefined) void this.#ask();
  }

  disconnectedCallback(): void {
    document.removeEventListener("regulars:state", this.#hear);
  }

  readonly #hear = (event: Event): void => {
    if (event instanceof CustomEvent) void this.#show(event.detail as StorefrontState);
  };

  async #ask(): Promise<void> {
    const asked = await this.#app().state();
    if (!asked.ok || !("program" in asked.answer)) return;
    await this.#show(asked.answer);
    const pauseMs = ASK_AGAIN_MS[this.#tries];
    const isNew = this.dataset["ask"] === "new" && asked.answer.viewer.kind === "stranger";
    if (!isNew || pauseMs === undefined || !this.isConnected) return;
    this.#tries += 1;
    setTimeout(() => void this.#ask(), pauseMs);
  }

  #app(): App {
    const { endpoint, cart } = this.dataset;
    return makeApp({ endpoint: endpoint ?? "", locale: locale(), cartUrl: cart ?? "" });
  }

  async #show(state: StorefrontState): Promise<void> {
    showStanding(this, state, locale());
    const offer = this.querySelector<HTMLElement>("[data-offer]");
    if (offer !== null) {
      const cart = await this.#app().cart(state.currency);
      showOffer(offer, state, cart, locale());
    }
    this.removeAttribute("data-unsure");
  }
}

function locale(): string {
  return document.documentElement.lang || "en";
}

if (customElements.get("regulars-own") === undefined) {
  customElements.define("regulars-own", RegularsOwn);
}
