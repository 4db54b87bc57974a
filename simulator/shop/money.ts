const WITHOUT_DECIMALS = new Set([
  "BIF",
  "CLP",
  "DJF",
  "GNF",
  "JPY",
  "KMF",
  "KRW",
  "PYG",
  "RWF",
  "UGX",
  "VND",
  "VUV",
  "XAF",
  "XOF",
  "XPF",
]);
const WITH_THREE_DECIMALS = new Set(["BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"]);

export function decimalsOf(currency: string): number {
  if (WITHOUT_DECIMALS.has(currency)) return 0;
  return WITH_THREE_DECIMALS.has(currency) ? 3 : 2;
}

/** "12.5" EUR → 1250. Refuses more decimals than the currency has. */
export function toMinor(text: string, currency: string): number {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text);
  const decimals = decimalsOf(currency);
  if (match === null) throw new RangeError(`Not an amount of money: ${text}`);
  const [, sign, whole, fraction = ""] = match;
  if (fraction.slice(decimals).replace(/0+$/, "") !== "") {
    throw new RangeError(`${text} has more decimals than ${currency}`);
  }
  const minor = Number(`${whole ?? ""}${fraction.slice(0, decimals).padEnd(decimals, "0")}`);
  return sign === "-" ? -minor : minor;
}

/** 1250 EUR → "12.50", as Shopify writes it over REST and webhooks. */
export function toText(minor: number, currency: string): string {
  const decimals = decimalsOf(currency);
  const digits = String(Math.abs(minor)).padStart(decimals + 1, "0");
  const sign = minor < 0 ? "-" : "";
  if (decimals === 0) return sign + digits;
  return `${sign}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

/** GraphQL writes decimals with at least one and without trailing zeros: "12.5", "12.0". */
export function toDecimal(minor: number, currency: string): string {
  const text = toText(minor, currency);
  if (!text.includes(".")) return `${text}.0`;
  return text.replace(/0+$/, "").replace(/\.$/, ".0");
}

/** Shop money in another currency at the order's own rate, rounded half up. */
export function convert(minor: number, from: string, to: string, rate: string): number {
  const factor = 10 ** (decimalsOf(to) - decimalsOf(from));
  return Math.round(minor * Number(rate) * factor);
}

/** Splits an amount in proportion to weights, to the last unit; the largest remainders get the rest. */
export function allocate(totalMinor: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((a, b) => a + b, 0);
  if (sum === 0) return weights.map(() => 0);
  const exact = weights.map((weight) => (totalMinor * weight) / sum);
  const parts = exact.map(Math.floor);
  let rest = totalMinor - parts.reduce((a, b) => a + b, 0);
  const byRemainder = exact.map((value, index) => ({ index, remainder: value - Math.floor(value) }));
  byRemainder.sort((a, b) => b.remainder - a.remainder || a.index - b.index);
  for (const { index } of byRemainder) {
    if (rest === 0) break;
    parts[index] = (parts[index] ?? 0) + 1;
    rest -= 1;
  }
  return parts;
}
