import { parseCleanJson } from "#app/domain/clean-text.ts";

/**
 * Platforms' ids are 64-bit. JavaScript's numbers hold 53 bits, so an integer of 16 digits or more is
 * put in quotes before parsing and arrives as text with every digit.
 *
 * The quick pattern begins with the quote that ends a key. It can also meet an escaped quote within a
 * text; what it makes of that is no JSON, so the careful pattern gets its turn, which passes it over.
 */
const QUICK = /"\s*:\s*(\d{16,})(?=\s*[,}\]])/g;
const CAREFUL = /(?<!\\)"\s*:\s*(\d{16,})(?=\s*[,}\]])/g;

/** A delivery's body as a clean value; `undefined` where it is not JSON. */
export function parseBody(body: string): unknown {
  return parseWith(QUICK, body) ?? parseWith(CAREFUL, body);
}

function parseWith(longInteger: RegExp, body: string): unknown {
  return parseCleanJson(body.replace(longInteger, '":"$1"'));
}
