import { convert, toText } from "../../shop/money.ts";
import type { Order } from "../../shop/records.ts";

/** JSON as Shopify writes it: ids are bare integers of any size, so they travel here as bigint. */
export type Wire =
  null | boolean | number | bigint | string | readonly Wire[] | { readonly [key: string]: Wire };

const MARK = "\u0001bigint:";

export function writeWire(value: Wire): string {
  const text = JSON.stringify(value, (_key, one: unknown) =>
    typeof one === "bigint" ? MARK + String(one) : one,
  );
  return text.replaceAll(/"\\u0001bigint:(\d+)"/g, "$1");
}

/** A moment as REST writes it: the shop's wall clock with its offset, in whole seconds. */
export function wireTime(at: number, timezone: string): string {
  const offset = offsetMinutes(at, timezone);
  const wall = new Date(at + offset * 60_000).toISOString().slice(0, 19);
  const absolute = Math.abs(offset);
  const hours = String(Math.floor(absolute / 60)).padStart(2, "0");
  const minutes = String(absolute % 60).padStart(2, "0");
  return `${wall}${offset < 0 ? "-" : "+"}${hours}:${minutes}`;
}

export function offsetMinutes(at: number, timezone: string): number {
  const format =
    formats.get(timezone) ??
    new Intl.DateTimeFormat("en", { timeZone: timezone, timeZoneName: "longOffset" });
  formats.set(timezone, format);
  const name = format.formatToParts(at).find((part) => part.type === "timeZoneName")?.value ?? "GMT";
  const match = /GMT(?:([+-])(\d\d):(\d\d))?/.exec(name);
  const [, sign, hours = "0", minutes = "0"] = match ?? [];
  return (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** The two currencies of an amount of an order. */
export function moneySet(
  minor: number,
  order: Pick<Order, "currency" | "presentmentCurrency" | "presentmentRate">,
): Wire {
  const { currency, presentmentCurrency, presentmentRate } = order;
  const presented =
    currency === presentmentCurrency ? minor : convert(minor, currency, presentmentCurrency, presentmentRate);
  return {
    shop_money: { amount: toText(minor, currency), currency_code: currency },
    presentment_money: { amount: toText(presented, presentmentCurrency), currency_code: presentmentCurrency },
  };
}
