/** Lengths of the design system by name, in pixels. */
const GAPS: Readonly<Record<string, number>> = {
  "small-300": 4,
  "small-200": 6,
  "small-100": 8,
  small: 10,
  base: 16,
  large: 20,
};

/** One name for both directions, or one for rows and one for columns. */
export const gap = (names: string | null): string =>
  (names ?? "")
    .split(" ")
    .map((name) => `${String(GAPS[name] ?? 0)}px`)
    .join(" ");

/** Attributes that count as set by being there; Preact writes them as "true". */
export const isSet = (element: Element, name: string): boolean =>
  element.hasAttribute(name) && element.getAttribute(name) !== "false";

/** Headings count the titled boxes they stand in, as Shopify's do. */
export function headingLevel(element: Element): number {
  let level = 2;
  for (let at = element.parentElement; at !== null; at = at.parentElement) {
    const boxes = at.matches("s-section[heading], s-admin-block, s-admin-action, s-pos-block");
    if (boxes) level += 1;
  }
  return level;
}

/**
 * An element of the stand-in: `draw` says what is inside it, and it is drawn again when an attribute
 * changes. Light children stay where the extension put them and are shown through slots.
 */
export abstract class Part extends HTMLElement {
  static readonly observedAttributes = [
    ...["heading", "label", "value", "details", "error", "loading", "disabled", "href", "tone", "variant"],
    ...["max", "min", "step", "gap", "direction", "accessibilitylabel", "dismissible", "collapsedsummary"],
  ];

  readonly shadow = this.attachShadow({ mode: "open" });

  connectedCallback(): void {
    this.shadow.innerHTML = this.draw();
    this.drawn();
  }

  attributeChangedCallback(): void {
    if (this.isConnected) this.connectedCallback();
  }

  attribute(name: string): string | null {
    return this.getAttribute(name.toLowerCase());
  }

  protected abstract draw(): string;

  /** After each drawing: listeners of what was drawn. */
  protected drawn(): void {
    return;
  }
}

/** An element that only has a look. */
export function plain(style: (element: Part) => string): new () => Part {
  return class extends Part {
    protected draw(): string {
      return `<style>${style(this)}</style><slot></slot>`;
    }
  };
}
