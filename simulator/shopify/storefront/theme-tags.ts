import { Tag, type Liquid, type TagToken, type TopLevelToken } from "liquidjs";

/** Skips everything up to the tag's end. */
function textUntil(end: string, remaining: TopLevelToken[]): string {
  let text = "";
  while (remaining.length > 0) {
    const token = remaining.shift();
    if (token === undefined) break;
    if ("name" in token && token.name === end) return text;
    text += token.getText();
  }
  throw new Error(`{% ${end} %} is missing`);
}

/** The tags of theme app extensions that Liquid itself does not have. */
export function registerThemeTags(engine: Liquid): void {
  const kept = (name: string, wrap: (text: string) => string): void => {
    engine.registerTag(
      name,
      class extends Tag {
        readonly #text: string;
        constructor(token: TagToken, remaining: TopLevelToken[], liquid: Liquid) {
          super(token, remaining, liquid);
          this.#text = textUntil(`end${name}`, remaining);
        }
        override render(): string {
          return wrap(this.#text);
        }
      },
    );
  };
  kept("schema", () => "");
  kept("stylesheet", (text) => `<style>${text}</style>`);
  kept("javascript", (text) => `<script>${text}</script>`);
}
