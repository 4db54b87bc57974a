import { isSet, Part } from "./parts.ts";
import { safe } from "./safe.ts";

const FIELD_STYLE = `
  :host { display: block; }
  label { display: block; margin-block-end: 4px; font-size: 13px; }
  input { box-sizing: border-box; inline-size: 100%; padding: var(--field-padding); font: inherit; color: inherit;
    background: #fff; border: 1px solid #8a8a8a; border-radius: var(--radius-small); }
  p { margin: 4px 0 0; font-size: 13px; color: var(--subdued); }
  .error { color: #8e1f0b; }`;

/** A labelled field. Its `value` is a property, as the design system's fields have it. */
abstract class Field extends Part {
  protected abstract readonly type: "text" | "number";

  get value(): string {
    return this.input()?.value ?? this.attribute("value") ?? "";
  }

  set value(text: string) {
    this.setAttribute("value", text);
    const input = this.input();
    if (input !== null && input.value !== text) input.value = text;
  }

  /** Drawn once; afterwards only what surrounds the field changes, so that the focus stays. */
  override attributeChangedCallback(): void {
    const drawn = this.shadow.querySelector("[data-around]");
    if (drawn !== null) drawn.innerHTML = this.around();
  }

  protected draw(): string {
    const { type } = this;
    const limits = ["min", "max", "step"].map((name) => `${name}="${safe(this.attribute(name))}"`).join(" ");
    const numeric = type === "number" ? `inputmode="numeric" ${limits}` : "";
    return `<style>${FIELD_STYLE}</style><label for="field">${safe(this.attribute("label"))}</label>
      <input id="field" type="${type}" value="${safe(this.attribute("value"))}" aria-describedby="around" ${numeric}
        ${isSet(this, "required") ? "required" : ""}><div id="around" data-around>${this.around()}</div>`;
  }

  protected override drawn(): void {
    // `input` leaves the shadow by itself; `change` does not.
    this.input()?.addEventListener("change", () =>
      this.dispatchEvent(new Event("change", { bubbles: true })),
    );
  }

  private input(): HTMLInputElement | null {
    return this.shadow.querySelector("input");
  }

  private around(): string {
    const error = this.attribute("error");
    const details = this.attribute("details");
    const told = error === null ? "" : `<p class="error">${safe(error)}</p>`;
    return told + (details === null ? "" : `<p>${safe(details)}</p>`);
  }
}

export class TextField extends Field {
  protected readonly type = "text";
}

export class NumberField extends Field {
  protected readonly type = "number";
}
