import { wordingFor, type Wording } from "../../ledger/explanations/wording.ts";
import { type Language } from "../../ledger/explanations/language.ts";
import type { Program } from "../program.ts";
import type { GoodsGroup } from "../shop-abilities.ts";

/** How a program's figures are said. What stands between `**` is meant to stand out. */
export interface ProgramWords {
  readonly language: Language;
  readonly program: Program;
  readonly wording: Wording;
  readonly goodsGroup: GoodsGroup;
  readonly money: (minor: number) => string;
  readonly points: (points: number) => string;
  readonly days: (days: number) => string;
  readonly months: (months: number) => string;
  /** `after 14 days`; German bends the noun: `nach 14 Tagen`. */
  readonly afterDays: (days: number) => string;
  readonly afterMonths: (months: number) => string;
  /** 1 = Monday … 7 = Sunday. */
  readonly weekday: (weekday: number) => string;
  /** A day of every year: `31 December`. */
  readonly monthDay: (month: number, day: number) => string;
  /** A day such as `2026-01-05`, as a date. */
  readonly date: (day: string) => string;
  readonly either: (values: Iterable<string>) => string;
}

/** A Monday, to take the names of weekdays from. */
const MONDAY = Date.UTC(2024, 0, 1, 12);
/** Has every day a year can have. */
const LEAP_YEAR = 2024;
const DAY_MS = 86_400_000;

export function programWords(program: Program, language: Language, goodsGroup: GoodsGroup): ProgramWords {
  const wording = wordingFor(language, program);
  const locale = language === "de" ? "de-DE" : "en-GB";
  const weekday = new Intl.DateTimeFormat(locale, { timeZone: "UTC", weekday: "long" });
  const yearly = new Intl.DateTimeFormat(locale, { timeZone: "UTC", day: "numeric", month: "long" });
  const dated = new Intl.DateTimeFormat(locale, { timeZone: "UTC", dateStyle: "long" });
  const list = new Intl.ListFormat(locale, { type: "disjunction" });
  const unit = (count: number, one: string, other: string) =>
    `**${wording.number(count)} ${count === 1 ? one : other}**`;
  return {
    language,
    program,
    wording,
    goodsGroup,
    money: (minor) => `**${wording.money(minor)}**`,
    points: (points) => `**${wording.points(points)}**`,
    days: (days) => (language === "de" ? unit(days, "Tag", "Tage") : unit(days, "day", "days")),
    months: (months) =>
      language === "de" ? unit(months, "Monat", "Monate") : unit(months, "month", "months"),
    afterDays: (days) =>
      language === "de" ? `nach ${unit(days, "Tag", "Tagen")}` : `after ${unit(days, "day", "days")}`,
    afterMonths: (months) =>
      language === "de"
        ? `nach ${unit(months, "Monat", "Monaten")}`
        : `after ${unit(months, "month", "months")}`,
    weekday: (number) => weekday.format(MONDAY + (number - 1) * DAY_MS),
    monthDay: (month, day) => yearly.format(Date.UTC(LEAP_YEAR, month - 1, day, 12)),
    date: (day) => dated.format(Date.parse(`${day}T12:00:00Z`)),
    either: (values) => list.format(values),
  };
}
