/**
 * What a merchant says in words, in the languages it was given in. A plain text serves every language.
 * JSON-safe, so that a page can be given it before its reader's language is known.
 */
export interface Localized<Value> {
  readonly byLanguage: Readonly<Record<string, Value>>;
  /** For a language that is missing: the program's own, else the first that was given. */
  readonly otherwise: Value;
}

export type Text = Localized<string>;

export interface PointsName {
  readonly one: string;
  readonly other: string;
}

/**
 * A merchant's words in one language: `pt-BR` is served by `pt` where it is missing itself. The only
 * place that picks a language. Null: nobody has said which.
 */
export function inLanguage<Value>(words: Localized<Value>, language: string | null): Value {
  if (language === null) return words.otherwise;
  const exact = given(words, language);
  if (exact !== undefined) return exact;
  const main = given(words, mainLanguage(language));
  return main === undefined ? words.otherwise : main;
}

/** `pt` of `pt-BR`. */
export function mainLanguage(language: string): string {
  const end = language.search(/[-_]/u);
  return (end < 0 ? language : language.slice(0, end)).toLowerCase();
}

/** One wording for everybody. */
export function inEveryLanguage<Value>(value: Value): Localized<Value> {
  return { byLanguage: {}, otherwise: value };
}

/** Wordings by language; at least one. */
export function inLanguages<Value>(
  byLanguage: Readonly<Record<string, Value>>,
  fallback: string,
): Localized<Value> {
  const [first] = Object.values(byLanguage);
  if (first === undefined) throw new RangeError("words in no language at all");
  return { byLanguage, otherwise: inLanguage({ byLanguage, otherwise: first }, fallback) };
}

function given<Value>({ byLanguage }: Localized<Value>, language: string): Value | undefined {
  return Object.hasOwn(byLanguage, language) ? byLanguage[language] : undefined;
}
