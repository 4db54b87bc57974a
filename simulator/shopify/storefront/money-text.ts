import { decimalsOf } from "../../shop/money.ts";

const SYMBOLS: Readonly<Record<string, string>> = { EUR: "€", USD: "$", GBP: "£", JPY: "¥", CHF: "CHF " };

/** Liquid counts money in hundredths in every currency, yen too. */
export function hundredthsOf(minor: number, currency: string): number {
  return Math.round(minor * 10 ** (2 - decimalsOf(currency)));
}

/** The shop's money format as Liquid's `money` filter writes it. */
export function moneyText(hundredths: number, currency: string, trailingZeros = true): string {
  const decimals = Math.min(2, decimalsOf(currency));
  const amount = (Math.abs(hundredths) / 100).toLocaleString("en", {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  });
  const shown = trailingZeros ? amount : amount.replace(/\.0+$/, "");
  return `${hundredths < 0 ? "-" : ""}${SYMBOLS[currency] ?? `${currency} `}${shown}`;
}

export function minorText(minor: number, currency: string): string {
  return moneyText(hundredthsOf(minor, currency), currency);
}
