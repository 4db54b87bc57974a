import { gap, headingLevel, isSet, Part, plain } from "./parts.ts";
import { safe } from "./safe.ts";

/** A page of its own: the full page of the customer account, a screen of the till. */
export class PageBox extends Part {
  protected draw(): string {
    const heading = this.attribute("heading");
    return `<style>
        :host { display: block; }
        h1 { margin: 0 0 20px; font-size: var(--title); line-height: 1.25; font-weight: 600; }
      </style>${heading === null ? "" : `<h1>${safe(heading)}</h1>`}<slot></slot>`;
  }
}

/** A box with a title; a card where the surface draws cards. */
export class Section extends Part {
  protected draw(): string {
    return `<style>
        :host { display: block; background: var(--card); border: 1px solid var(--card-edge); border-radius: var(--radius);
          padding: var(--card-padding); box-shadow: var(--card-shadow, none); }
        .title { margin: 0 0 10px; font-size: var(--heading); line-height: 1.3; font-weight: 600; }
      </style>${title(this)}<slot></slot>`;
  }
}

function title(element: Part): string {
  const heading = element.attribute("heading");
  if (heading === null) return "";
  const level = String(headingLevel(element));
  return `<div class="title" role="heading" aria-level="${level}">${safe(heading)}</div>`;
}

/** A dialogue of the admin, with its deeds at the bottom. */
export class AdminAction extends Part {
  protected draw(): string {
    return `<style>
        :host { display: block; position: fixed; inset: 0; background: rgb(0 0 0 / 55%); z-index: 5; }
        section { box-sizing: border-box; max-inline-size: 620px; margin: 12vh auto 0; background: #fff; border-radius: 16px; overflow: hidden; }
        header { padding: 14px 16px; background: #f3f3f3; border-block-end: 1px solid #e3e3e3; }
        .title { font-size: 14px; font-weight: 600; }
        .body { padding: 16px; }
        footer { display: flex; justify-content: flex-end; gap: 8px; padding: 12px 16px; border-block-start: 1px solid #e3e3e3; }
        @media (max-width: 640px) { section { margin: 15vh 8px 0; } }
      </style><section role="dialog" aria-modal="true" aria-label="${safe(this.attribute("heading"))}"><header>${title(this)}</header>
        <div class="body"><slot></slot></div>
        <footer><slot name="secondary-actions"></slot><slot name="primary-action"></slot></footer></section>`;
  }
}

/** Elements one after another or beside each other. */
export const Stack = plain((stack) => {
  const inline = stack.getAttribute("direction") === "inline";
  const align = stack.getAttribute("alignItems") ?? (inline ? "center" : "stretch");
  const justify = stack.getAttribute("justifyContent") ?? "start";
  return `:host { display: flex; flex-direction: ${inline ? "row" : "column"}; flex-wrap: ${inline ? "wrap" : "nowrap"};
    gap: ${gap(stack.getAttribute("gap"))}; align-items: ${align}; justify-content: ${justify}; }
    ${inline ? "" : "::slotted(s-button) { align-self: var(--button-align, start); } ::slotted(s-badge) { align-self: start; }"}`;
});

export const Text = plain(
  (text) => `:host { display: inline; ${text.getAttribute("type") === "strong" ? "font-weight: 600;" : ""}
    ${text.getAttribute("color") === "subdued" ? "color: var(--subdued);" : ""}
    ${text.getAttribute("tone") === "critical" ? "color: #8e1f0b;" : ""} }`,
);

export const Paragraph = plain(() => ":host { display: block; }");
export const ScrollBox = plain(() => ":host { display: block; }");

/** Large words; they are a heading one below the box they stand in. */
export class Heading extends Part {
  protected draw(): string {
    return `<style>
        :host { display: block; }
        div { font-size: var(--figure); line-height: 1.2; font-weight: 600; }
      </style><div role="heading" aria-level="${String(headingLevel(this))}"><slot></slot></div>`;
  }
}

export const Box = plain((box) =>
  isSet(box, "border")
    ? ":host { display: block; border: 1px solid var(--edge); border-radius: var(--radius); padding: 14px; }"
    : ":host { display: block; }",
);

export const Badge = plain(
  () => `:host { display: inline-block; padding: 2px 10px; font-size: 12px; font-weight: 600; background: #e3e3e3;
    color: #303030; border-radius: 12px; }`,
);

export const Nothing = plain(() => ":host { display: none; }");
export const Summary = plain(() => ":host { display: inline; }");

/** A place held while something is fetched. */
export class Waiting extends Part {
  protected draw(): string {
    const words = this.attribute("content") ?? this.attribute("accessibilityLabel");
    return `<style>:host { display: block; } div { block-size: 64px; border-radius: var(--radius); background: #ececec; }</style>
      <div role="status" aria-label="${safe(words)}"></div>`;
  }
}
