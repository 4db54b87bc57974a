import { decimalsOf } from "../shop/money.ts";

/** Ecwid writes amounts as JSON numbers: the shortest decimal text of what is in the books. */
export function amountOf(minor: number, currency: string): number {
  return Number((minor / 10 ** decimalsOf(currency)).toFixed(decimalsOf(currency)));
}

/** "2024-09-04 07:22:09 +0000" */
export function dateText(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19).replace("T", " ")} +0000`;
}

/** A date as filters and bodies take it: UNIX seconds or the text with its offset. Null: neither. */
export function readDate(text: string): number | null {
  if (/^\d{1,12}$/.test(text)) return Number(text) * 1000;
  const match = /^(\d{4}-\d\d-\d\d)(?: (\d\d:\d\d:\d\d)(?: ([+-]\d\d)(\d\d))?)?$/.exec(text);
  if (match === null) return null;
  const [, day = "", time = "00:00:00", hours = "+00", minutes = "00"] = match;
  const at = Date.parse(`${day}T${time}${hours}:${minutes}`);
  return Number.isNaN(at) ? null : at;
}
