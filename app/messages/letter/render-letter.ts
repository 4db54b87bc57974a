import type { LetterFacts, LetterLinks } from "#app/domain/messages/letter-facts.ts";
import { type LetterText, type LetterWords, READY_MADE, type ReadyMade } from "../words/letter-words.ts";
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

const isReadyMade = (template: string): template is ReadyMade =>
  READY_MADE.some((known) => known === template);

/** Null: there is no such template. */
export async function renderLetter(
  template: string,
  facts: LetterFacts,
  links: LetterLinks,
): Promise<Letter | null> {
  if (!isReadyMade(template)) return null;
  const { letters: words, panel, name } = letterLanguage(facts);
  const text = words.letters[template];
  const values: LetterValues = {
    ...letterValues(facts, panel),
    links: { ...links, shop: links.shop === null ? "" : links.shop },
    show: { percent: facts.tier === null ? "0" : String(facts.tier.percent) },
  };
  const layout = await layoutOf({ template, text, words, language: name, accent: facts.accent });
  return {
    from: facts.shopName,
    subject: oneLine(plain(text.subject, values)),
    html: layout(values),
    text: plainLetter(text, words, values, links),
  };
}

function plainLetter(text: LetterText, words: LetterWords, values: LetterValues, links: LetterLinks): string {
  const has = (group: string, name: string): boolean => values[group]?.[name] !== "";
  const code = has("code", "text")
    ? [`${words.code}: {{ code.text }}`, ...(has("code", "until") ? [words.codeUntil] : [])].join("\n")
    : "";
  const paragraphs = [
    has("member", "name") ? words.helloName : words.hello,
    ...text.text,
    code,
    words.balance,
    has("tier", "missing") ? words.wayToNext : "",
    links.shop === null ? "" : `${text.button}: {{ links.shop }}`,
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
