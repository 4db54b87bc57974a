import type { StorefrontProgram, StorefrontState } from "../state.ts";

export function writePoints(
  count: number,
  { one, other }: StorefrontProgram["pointsName"],
  locale: string,
): string {
  return `${new Intl.NumberFormat(locale).format(count)} ${count === 1 ? one : other}`;
}

/** In the program's own currency, whatever the shopper pays in. */
export function writeMoney(
  { currency, currencyDigits }: StorefrontState,
  minor: number,
  locale: string,
): string {
  const digits = minor % 10 ** currencyDigits === 0 ? 0 : currencyDigits;
  const fraction = { minimumFractionDigits: digits, maximumFractionDigits: digits };
  return new Intl.NumberFormat(locale, { style: "currency", currency, ...fraction }).format(
    minor / 10 ** currencyDigits,
  );
}

/** What is missing to a level; orders are a number, whose word the theme has. */
export function writeQuantity(state: StorefrontState, quantity: number, locale: string): string {
  const { tiers, pointsName } = state.program;
  if (tiers?.metric === "spend") return writeMoney(state, quantity, locale);
  if (tiers?.metric === "points") return writePoints(quantity, pointsName, locale);
  return new Intl.NumberFormat(locale).format(quantity);
}
