import { askEstimate, readCart, type CartLine } from "../panel/ask-cart.ts";
import { whenSomebodyComesBack } from "../launcher/when-somebody-comes-back.ts";
import { say } from "../words/words.ts";

/**
 * Keeps the points shown by an app block right when the shopper changes variant, quantity or cart.
 * The theme has already rendered the number and its place; this only ever replaces the number.
 */
class RegularsEstimate extends HTMLElement {
  #latest = 0;

  connectedCallback(): void {
    // The number may be of somebody else's level.
    whenSomebodyComesBack(
      () => this.toggleAttribute("data-unsure", true),
      () => void this.#show().then(() => this.removeAttribute("data-unsure")),
    );
    if (this.dataset["cart"] !== undefined) {
      document.addEventListener("cart:updated", this.#again);
      document.addEventListener("change", this.#againSoon);
      void this.#show();
      return;
    }
    this.#form()?.addEventListener("change", this.#again);
    if (this.dataset["exact"] === undefined) void this.#show();
  }

  disconnectedCallback(): void {
    document.removeEventListener("cart:updated", this.#again);
    document.removeEventListener("change", this.#againSoon);
  }

  readonly #again = (): void => void this.#show();

  /** Carts that announce nothing change through their quantity fields; the shop needs a moment. */
  readonly #againSoon = (event: Event): void => {
    const field = event.target;
    if (!(field instanceof HTMLInputElement) || !field.name.startsWith("updates")) return;
    setTimeout(this.#again, 800);
  };

  async #show(): Promise<void> {
    const mine = ++this.#latest;
    const endpoint = this.dataset["endpoint"];
    const template = this.dataset["text"];
    const place = this.querySelector("[data-points]");
    if (endpoint === undefined || template === undefined || place === null) return;
    const lines = await this.#lines();
    // What cannot be asked keeps the number that came with the page.
    if (lines === null) return;
    if (lines.length === 0) {
      this.toggleAttribute("data-empty", true);
      return;
    }
    const language = document.documentElement.lang || "en";
    const estimate = await askEstimate(endpoint, lines, language);
    if (estimate === null || mine !== this.#latest) return;
    const count = new Intl.NumberFormat(language).format(estimate.points);
    const name = estimate.points === 1 ? estimate.pointsName.one : estimate.pointsName.other;
    place.textContent = say(template, { points: `${count} ${name}` });
    this.toggleAttribute("data-empty", estimate.points === 0);
  }

  async #lines(): Promise<readonly CartLine[] | null> {
    const cartUrl = this.dataset["cart"];
    if (cartUrl !== undefined) {
      const cart = await readCart(cartUrl, this.dataset["currency"] ?? "");
      return cart === null ? null : cart.lines;
    }
    const product = this.dataset["product"];
    if (product === undefined) return null;
    const chosen = this.#chosenVariant();
    const price = this.#prices()[chosen];
    if (price === undefined) return null;
    const quantity = this.#quantity();
    const giftCard = this.dataset["giftCard"] !== undefined;
    return [{ product, variant: chosen, quantity, totalHundredths: price * quantity, giftCard }];
  }

  #form(): HTMLFormElement | null {
    return document.querySelector<HTMLFormElement>('form[action*="/cart/add"]');
  }

  #chosenVariant(): string {
    const chosen = this.#form()?.elements.namedItem("id");
    const fields = [HTMLInputElement, HTMLSelectElement, HTMLButtonElement];
    const value = fields.some((kind) => chosen instanceof kind) ? (chosen as HTMLInputElement).value : "";
    return value === "" ? (this.dataset["variant"] ?? "") : value;
  }

  #quantity(): number {
    const field = this.#form()?.elements.namedItem("quantity");
    const wanted = field instanceof HTMLInputElement ? field.valueAsNumber : 1;
    return Number.isSafeInteger(wanted) && wanted > 0 ? wanted : 1;
  }

  #prices(): Readonly<Record<string, number>> {
    return JSON.parse(this.dataset["prices"] ?? "{}") as Record<string, number>;
  }
}

if (customElements.get("regulars-estimate") === undefined) {
  customElements.define("regulars-estimate", RegularsEstimate);
}
