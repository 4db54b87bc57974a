const HALF_A_PAIR = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/**
 * Without NUL and without halves of surrogate pairs: JSON may carry both as escapes, no database keeps
 * them as text, and nobody can read them. Cleaned at the door, so that nothing behind it has to care.
 */
export function cleanText(text: string): string {
  return text.replaceAll("\0", "").replace(HALF_A_PAIR, "");
}

/** The same for every text in a value as JSON gives it, names of fields included. */
export function cleanTexts(value: unknown): unknown {
  if (typeof value === "string") return cleanText(value);
  if (Array.isArray(value)) return value.map(cleanTexts);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, held]) => [cleanText(name), cleanTexts(held)]));
}

const ESCAPED = /\\u(?:0000|[dD][89a-fA-F])/;

/** JSON as a clean value; undefined where it is none. Only what may need it is gone through. */
export function parseCleanJson(json: string): unknown {
  try {
    const value: unknown = JSON.parse(json);
    return ESCAPED.test(json) || json.includes("\0") ? cleanTexts(value) : value;
  } catch {
    return undefined;
  }
}
