/**
 * Ecwid writes amounts as JSON numbers. Their shortest decimal text is what Ecwid wrote, so it is
 * read digit by digit and no float is ever calculated with. More decimals than the currency has (a
 * computed 9.0909) are rounded half up. Null where the number is no amount.
 */
export function minorOfNumber(value: number, digits: number): number | null {
  const text = String(Math.abs(value));
  // Below a millionth JavaScript writes an exponent; it is nothing in any currency.
  if (Math.abs(value) < 1e-6) return 0;
  const match = /^(\d+)(?:\.(\d+))?$/.exec(text);
  if (match === null) return null;
  const [, whole = "0", decimals = ""] = match;
  const kept = decimals.slice(0, digits).padEnd(digits, "0");
  const next = decimals.charAt(digits);
  const minor = Number(whole + kept) + (next >= "5" ? 1 : 0);
  if (!Number.isSafeInteger(minor)) return null;
  return value < 0 && minor !== 0 ? -minor : minor;
}
