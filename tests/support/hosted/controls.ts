import { isSet, Part } from "./parts.ts";
import { safe } from "./safe.ts";

const BUTTON_STYLE = `
  :host { display: inline-block; }
  :host([inline-size="fill"]) { display: block; }
  button, a { box-sizing: border-box; display: inline-flex; align-items: center; justify-content: center; gap: 8px;
    min-block-size: var(--target); padding: 4px var(--button-padding); font: inherit; font-weight: 600; font-size: var(--button-size);
    text-decoration: none; color: var(--ink); background: var(--button); border: 1px solid var(--button-edge);
    border-radius: var(--radius-button); cursor: pointer; inline-size: var(--button-width, auto); }
  .primary { color: #fff; background: var(--accent); border-color: var(--accent); }
  :disabled { color: #8a8a8a; background: #f1f1f1; border-color: #e3e3e3; }`;

/** A button, or a link that looks like one. It copies where a clipboard item is named as its target. */
export class Button extends Part {
  protected draw(): string {
    const primary = this.attribute("variant") === "primary" ? "primary" : "";
    const spoken = this.attribute("accessibilityLabel");
    const name = spoken === null ? "" : `aria-label="${safe(spoken)}"`;
    const href = this.attribute("href");
    if (href !== null) {
      return `<style>${BUTTON_STYLE}</style><a class="${primary}" href="${safe(href)}" ${name}><slot></slot></a>`;
    }
    const off = isSet(this, "disabled") || isSet(this, "loading") ? "disabled" : "";
    return `<style>${BUTTON_STYLE}</style><button type="button" class="${primary}" ${off} ${name}><slot></slot></button>`;
  }

  protected override drawn(): void {
    const target = this.attribute("commandFor");
    if (target === null) return;
    this.shadow.querySelector("button")?.addEventListener("click", () => {
      document.getElementById(target)?.dispatchEvent(new Event("copy"));
    });
  }
}

/** What unfolds. Its first line is the child `s-summary`. */
export class Details extends Part {
  protected draw(): string {
    for (const summary of this.querySelectorAll(":scope > s-summary")) summary.slot = "summary";
    return `<style>
        :host { display: block; border-block-end: 1px solid var(--edge); padding-block: 8px; }
        summary { display: flex; justify-content: space-between; gap: 12px; cursor: pointer; padding-block: 4px; }
        summary::after { content: "⌄"; line-height: 1; color: var(--subdued); }
        details[open] summary::after { content: "⌃"; }
        .body { padding-block: 4px 8px; }
      </style><details><summary><slot name="summary"></slot></summary><div class="body"><slot></slot></div></details>`;
  }

  protected override drawn(): void {
    const details = this.shadow.querySelector("details");
    details?.addEventListener("toggle", () => {
      const newState = details.open ? "open" : "closed";
      this.dispatchEvent(Object.assign(new Event("toggle"), { newState }));
    });
  }
}

const TONES: Readonly<Record<string, readonly [string, string]>> = {
  critical: ["#fee9e8", "#8e1f0b"],
  success: ["#cdfee1", "#0c5132"],
  warning: ["#fff1e3", "#5e4200"],
};

/** A message that concerns the page: read out at once where something failed. */
export class Banner extends Part {
  protected draw(): string {
    const [surface, ink] = TONES[this.attribute("tone") ?? ""] ?? ["#eaf4ff", "#00527c"];
    const heading = this.attribute("heading");
    const role = this.attribute("tone") === "critical" ? "alert" : "status";
    const close = isSet(this, "dismissible") ? `<button type="button" aria-label="Dismiss">×</button>` : "";
    return `<style>
        :host { display: block; }
        div { display: flex; gap: 12px; justify-content: space-between; align-items: start; padding: 12px 14px;
          color: ${ink}; background: ${surface}; border-radius: var(--radius); }
        button { font: inherit; font-size: 18px; line-height: 1; color: inherit; background: none; border: 0; padding: 2px 6px; cursor: pointer; }
      </style><div role="${role}"><span>${heading === null ? "" : `<strong>${safe(heading)}</strong>`}<slot></slot></span>${close}</div>`;
  }

  protected override drawn(): void {
    this.shadow
      .querySelector("button")
      ?.addEventListener("click", () => this.dispatchEvent(new Event("dismiss")));
  }
}

/** How far something is. */
export class Progress extends Part {
  protected draw(): string {
    const value = Number(this.attribute("value"));
    const max = Number(this.attribute("max") ?? 100);
    return `<style>
        :host { display: block; }
        div { block-size: 8px; background: #e3e3e3; border-radius: 4px; overflow: hidden; }
        i { display: block; block-size: 100%; inline-size: ${String((100 * value) / max)}%; background: var(--accent); }
      </style><div role="progressbar" aria-label="${safe(this.attribute("accessibilityLabel"))}"
        aria-valuemin="0" aria-valuemax="${String(max)}" aria-valuenow="${String(value)}"><i></i></div>`;
  }
}
