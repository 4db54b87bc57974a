/**
 * Shopify's ids are 64-bit. JavaScript's numbers hold 53 bits, so an integer of 16 digits or more is
 * put in quotes before parsing and arrives as text with every digit. The pattern wants a whole key in
 * front of the number: within a JSON text, quotes are escaped and it cannot match there.
 */
const LONG_INTEGER = /("[A-Za-z_]+"\s*:\s*)(\d{16,})(?=\s*[,}\]])/g;

/** A delivery's body as a value; `undefined` where it is not JSON. */
export function parseBody(body: string): unknown {
  try {
    return JSON.parse(body.replace(LONG_INTEGER, '$1"$2"'));
  } catch {
    return undefined;
  }
}
