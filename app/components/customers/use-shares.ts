import { useFormats, useShopFormat } from "../formats.tsx";
import { useLanguage } from "../i18n/language.tsx";
import type { FigureKind } from "./figure-lines.ts";

const LOCALES = { en: "en-GB", de: "de-DE" } as const;

interface Written {
  (kind: FigureKind, value: number): string;
  (kind: FigureKind, value: number | null): string | null;
}

/** Writes a figure of its kind in the reader's language; null where there is nothing to say. */
export function useShares(): Written {
  const locale = LOCALES[useLanguage()];
  const { money, count } = useFormats();
  const share = new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 1 });
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
  function written(kind: FigureKind, value: number): string;
  function written(kind: FigureKind, value: number | null): string | null;
  function written(kind: FigureKind, value: number | null): string | null {
    if (value === null) return null;
    switch (kind) {
      case "money":
        return money(value);
      case "count":
        return count(value);
      case "share":
        return share.format(value);
      case "number":
        return number.format(value);
    }
  }
  return written;
}

/** The same for a file: plain numbers, money in whole units. */
export function useFileNumbers(): (kind: FigureKind, value: number | null) => string | number {
  const { currencyDigits } = useShopFormat();
  return (kind, value) => {
    if (value === null) return "";
    return kind === "money" ? value / 10 ** currencyDigits : value;
  };
}
