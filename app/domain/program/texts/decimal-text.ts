import type { Rational } from "../../rational.ts";

const SHOWN_DECIMALS = 4;

/** A factor or percentage as decimal text: programs are written with at most four decimals. */
export function decimalText({ num, den }: Rational): string {
  const scaled = (num * 10n ** BigInt(SHOWN_DECIMALS)) / den;
  const digits = String(scaled).padStart(SHOWN_DECIMALS + 1, "0");
  const decimals = digits.slice(-SHOWN_DECIMALS).replace(/0+$/, "");
  const whole = digits.slice(0, -SHOWN_DECIMALS);
  return decimals === "" ? whole : `${whole}.${decimals}`;
}
