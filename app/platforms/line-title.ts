/** Long enough for any name people recognize a product by; an order is kept with one for every line. */
const MOST_CHARACTERS = 120;

/**
 * A product's name as an order's line carries it: one line of text, cut where it goes on and on. A line
 * without a product is free text of staff's, which may name a person, and is not kept.
 */
export function lineTitle(
  product: string | null | undefined,
  name: string | null | undefined,
): { readonly title?: string } {
  if (product === null || product === undefined || name === null || name === undefined) return {};
  const shown = name
    .slice(0, 2 * MOST_CHARACTERS)
    .replaceAll(/\s+/gu, " ")
    .trim();
  const title = Array.from(shown).slice(0, MOST_CHARACTERS).join("");
  return title === "" ? {} : { title };
}
