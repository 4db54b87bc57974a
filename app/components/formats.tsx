import { createContext, useContext, useMemo, type ReactNode } from "react";
import { assert } from "#app/domain/assert.ts";
import type { Instant } from "#app/domain/calendar.ts";
import { inLanguage, type Localized, type PointsName, type Text } from "#app/domain/program/texts/text.ts";
import { useLanguage, type Language } from "./i18n/language.tsx";

/** What the figures of a shop are written in. */
export interface ShopFormat {
  readonly currency: string;
  readonly currencyDigits: number;
  readonly timezone: string;
  /** The merchant's own name for points; null before there is a program. */
  readonly pointsName: Localized<PointsName> | null;
}

export interface Formats {
  /** Money from minor units, with its currency. */
  readonly money: (minor: number) => string;
  /** A whole number with its thousands marked. */
  readonly count: (value: number) => string;
  /** A difference with its sign: `+58`, `−40`. */
  readonly change: (value: number) => string;
  /** A text of the merchant's own in the reader's language. */
  readonly text: (text: Text) => string;
  /** Points with their name: `320 Bohnen`. */
  readonly points: (value: number) => string;
  /** What many points are called: `Bohnen`. */
  readonly pointsWord: string;
  /** A day in the shop's time zone. */
  readonly day: (at: Instant) => string;
  /** A calendar day as text, `2026-01-31`. */
  readonly calendarDay: (day: string) => string;
  /** The month an instant lies in, in the shop's time zone. */
  readonly month: (at: Instant) => string;
  /** The last day before a half-open end: what expires at midnight is good until the day before. */
  readonly lastDay: (end: Instant) => string;
  /** Day and time in the shop's time zone. */
  readonly moment: (at: Instant) => string;
}

const LOCALES: Record<Language, string> = { en: "en-GB", de: "de-DE" };
const PLAIN_POINTS: Record<Language, PointsName> = {
  en: { one: "point", other: "points" },
  de: { one: "Punkt", other: "Punkte" },
};

export function formatsOf(language: Language, shop: ShopFormat): Formats {
  const locale = LOCALES[language];
  const money = new Intl.NumberFormat(locale, { style: "currency", currency: shop.currency });
  const count = new Intl.NumberFormat(locale);
  const change = new Intl.NumberFormat(locale, { signDisplay: "exceptZero" });
  const day = new Intl.DateTimeFormat(locale, { timeZone: shop.timezone, dateStyle: "medium" });
  const moment = new Intl.DateTimeFormat(locale, {
    timeZone: shop.timezone,
    dateStyle: "medium",
    timeStyle: "short",
  });
  const calendarDay = new Intl.DateTimeFormat(locale, { timeZone: "UTC", dateStyle: "medium" });
  const month = new Intl.DateTimeFormat(locale, { timeZone: shop.timezone, month: "long", year: "numeric" });
  const name = shop.pointsName === null ? PLAIN_POINTS[language] : inLanguage(shop.pointsName, language);
  return {
    money: (minor) => money.format(minor / 10 ** shop.currencyDigits),
    change: (value) => change.format(value).replace("-", "−"),
    count: (value) => count.format(value),
    text: (text) => inLanguage(text, language),
    pointsWord: name.other,
    points: (value) => `${count.format(value)} ${Math.abs(value) === 1 ? name.one : name.other}`,
    day: (at) => day.format(at),
    calendarDay: (text) => calendarDay.format(Date.parse(`${text}T12:00:00Z`)),
    month: (at) => month.format(at),
    lastDay: (end) => day.format(end - 1),
    moment: (at) => moment.format(at),
  };
}

const FormatContext = createContext<ShopFormat | null>(null);

export function ShopFormatProvider({ shop, children }: { shop: ShopFormat; children: ReactNode }) {
  return <FormatContext.Provider value={shop}>{children}</FormatContext.Provider>;
}

export function useShopFormat(): ShopFormat {
  const shop = useContext(FormatContext);
  assert(shop !== null, "pages stand inside the admin's frame");
  return shop;
}

type Named = { readonly name: Text };

/** A list of what has a name, with the names in the reader's language. */
export function useNamed<Entry extends Named>(
  entries: readonly Entry[],
): (Omit<Entry, "name"> & { readonly name: string })[] {
  const { text } = useFormats();
  return useMemo(() => entries.map((entry) => ({ ...entry, name: text(entry.name) })), [entries, text]);
}

export function useFormats(): Formats {
  const language = useLanguage();
  const shop = useShopFormat();
  return useMemo(() => formatsOf(language, shop), [language, shop]);
}
