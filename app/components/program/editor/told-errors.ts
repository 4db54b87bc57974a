/** What an error of the program allows, as it says it, beside how a merchant is told at the field. */
export interface Told {
  readonly allowed: RegExp;
  readonly en: (found: readonly string[]) => string;
  readonly de: (found: readonly string[]) => string;
}

export const say = (allowed: RegExp, en: string, de: string): Told => ({
  allowed,
  en: (found) => fill(en, found),
  de: (found) => fill(de, found),
});

function fill(text: string, found: readonly string[]): string {
  return found.reduce((filled, part, place) => filled.replaceAll(`$${String(place)}`, part), text);
}
