import type { LetterBlock, LetterContent } from "#app/domain/messages/letter-content.ts";
import type { LetterFacts, LetterLinks } from "#app/domain/messages/letter-facts.ts";
import { isReadyMadeLetter } from "#app/domain/journeys/describe/letter-names.ts";
import type { LetterText, LetterWords } from "../words/letter-words.ts";
import { layoutOf } from "./layout.ts";
import { letterLanguage } from "./letter-language.ts";
import { type LetterValues, letterValues } from "./letter-values.ts";
import { readText } from "./liquid.ts";

export interface Letter {
  /** Whom the reader sees as the sender. */
  readonly from: string;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
}

/** Gmail cuts off what is longer, the way out of the list included. */
export const LETTER_MOST_BYTES = 102 * 1024;

/** What a shop has written of a letter itself, by language: `de`. */
export type OwnTexts = Readonly<Record<string, LetterContent>>;

/** What a letter says to a reader: the shop's own words, else those it is shipped with. Null: there is no such letter. */
export function contentFor(
  template: string,
  own: OwnTexts,
  reader: { readonly language: string; readonly formal: boolean },
): LetterContent | null {
  const { letters, name } = letterLanguage(reader);
  const written = own[name];
  if (written !== undefined) return written;
  if (isReadyMadeLetter(template)) return asContent(letters.letters[template]);
  const [any] = Object.values(own);
  return any ?? null;
}

/** A ready-made letter in the parts that letters are made of. */
export function asContent({ subject, preview, title, text, button }: LetterText): LetterContent {
  return {
    ...{ subject, preview, title },
    blocks: [
      ...text.map((paragraph) => ({ kind: "text" as const, text: paragraph })),
      ...[{ kind: "code" as const }, { kind: "points" as const }, { kind: "button" as const, label: button }],
    ],
  };
}

/** Null: there is no such letter. */
export async function renderLetter(
  template: string,
  facts: LetterFacts,
  links: LetterLinks,
  own: OwnTexts = {},
): Promise<Letter | null> {
  const content = contentFor(template, own, facts);
  return content === null ? null : renderContent(content, { template, facts, links });
}

interface Rendered {
  readonly template: string;
  readonly facts: LetterFacts;
  readonly links: LetterLinks;
}

export async function renderContent(
  content: LetterContent,
  { template, facts, links }: Rendered,
): Promise<Letter> {
  const { letters: words, panel, name } = letterLanguage(facts);
  const values: LetterValues = {
    ...letterValues(facts, panel),
    links: { ...links, shop: links.shop === null ? "" : links.shop },
    show: { percent: facts.tier === null ? "0" : String(facts.tier.percent) },
  };
  const layout = await layoutOf({ template, content, words, language: name, accent: facts.accent });
  return {
    from: facts.shopName,
    subject: oneLine(plain(content.subject, values)),
    html: layout(values),
    text: plainLetter(content, words, values, links),
  };
}

function plainLetter(
  { blocks }: LetterContent,
  words: LetterWords,
  values: LetterValues,
  links: LetterLinks,
): string {
  const has = (group: string, name: string): boolean => values[group]?.[name] !== "";
  const said = (block: LetterBlock): readonly string[] => {
    switch (block.kind) {
      case "text":
        return [block.text];
      case "points":
        return [words.balance, ...(has("tier", "missing") ? [words.wayToNext] : [])];
      case "reward":
        return ["{{ news.reward }}"];
      case "code":
        return has("code", "text")
          ? [
              [`${words.code}: {{ code.text }}`, ...(has("code", "until") ? [words.codeUntil] : [])].join(
                "\n",
              ),
            ]
          : [];
      case "button":
        return links.shop === null ? [] : [`${block.label}: {{ links.shop }}`];
    }
  };
  const paragraphs = [
    has("member", "name") ? words.helloName : words.hello,
    ...blocks.flatMap(said),
    `-- \n${words.why}\n${words.preferences}: {{ links.preferences }}\n${words.unsubscribe}: {{ links.unsubscribe }}`,
  ];
  return paragraphs
    .map((paragraph) => plain(paragraph, values))
    .filter((paragraph) => paragraph !== "")
    .join("\n\n");
}

function plain(source: string, values: LetterValues): string {
  return readText(source).plain(values);
}

/** A subject is one line of a header. */
function oneLine(text: string): string {
  return text.replaceAll(/\s+/gu, " ").trim();
}
