/** How money, numbers and days are written in one language, for those who cannot ask `Intl`: Liquid can not. */
export interface LanguageMarks {
  readonly before: string;
  readonly after: string;
  readonly decimal: string;
  readonly group: string;
  /** The least number that is grouped: in Spanish 1000 is not. */
  readonly groupFrom: number;
  /** What follows a percentage. */
  readonly percent: string;
  /** Monday first. */
  readonly weekdays: readonly string[];
}

/** Any number with groups, that some languages group and some do not, and decimals. */
const FOUR_DIGITS = 1000;
const SAMPLE = 12_345.6;

/** The marks of the widget's own formatter, so that block and panel write one and the same. */
export function languageMarks(language: string, currency: string): LanguageMarks {
  const money = new Intl.NumberFormat(language, { style: "currency", currency, minimumFractionDigits: 2 });
  const parts = money.formatToParts(SAMPLE);
  const isNumber = ({ type }: Intl.NumberFormatPart): boolean =>
    type === "integer" || type === "group" || type === "decimal" || type === "fraction";
  const text = (some: readonly Intl.NumberFormatPart[]): string => some.map(({ value }) => value).join("");
  const start = parts.findIndex(isNumber);
  const end = parts.findLastIndex(isNumber);
  const mark = (type: "group" | "decimal"): string => text(parts.filter((part) => part.type === type));
  return {
    before: text(parts.slice(0, start)),
    after: text(parts.slice(end + 1)),
    decimal: mark("decimal"),
    group: mark("group"),
    percent: percentSign(language),
    weekdays: weekdaysIn(language),
    groupFrom: money.formatToParts(FOUR_DIGITS).some(({ type }) => type === "group") ? FOUR_DIGITS : 10_000,
  };
}

function percentSign(language: string): string {
  const parts = new Intl.NumberFormat(language, { style: "percent" }).formatToParts(0.1);
  return parts
    .filter(({ type }) => type === "literal" || type === "percentSign")
    .map(({ value }) => value)
    .join("");
}

function weekdaysIn(language: string): string[] {
  const format = new Intl.DateTimeFormat(language, { timeZone: "UTC", weekday: "long" });
  // The first of January 2024 was a Monday.
  return [1, 2, 3, 4, 5, 6, 7].map((day) => format.format(Date.UTC(2024, 0, day)));
}
