import type { Instant } from "../../calendar.ts";
import type { Program } from "../program.ts";

export type ProgramLanguage = "en" | "de";

/** How figures of a program are said in a language. What stands between `**` is meant to stand out. */
export interface ProgramWords {
  readonly language: ProgramLanguage;
  readonly program: Program;
  readonly money: (minor: number) => string;
  readonly points: (points: number) => string;
  readonly days: (days: number) => string;
  readonly months: (months: number) => string;
  /** A day in the program's zone. */
  readonly day: (at: Instant) => string;
  /** The last day before a half-open end. */
  readonly lastDay: (end: Instant) => string;
  /** 1 = Monday … 7 = Sunday. */
  readonly weekday: (weekday: number) => string;
  readonly tier: (levelId: string) => string;
  readonly either: (values: Iterable<string>) => string;
}

const LOCALES = { en: "en-GB", de: "de-DE" } as const;
/** A Monday, to take weekday names from. */
const MONDAY = Date.UTC(2024, 0, 1, 12);
const DAY_MS = 86_400_000;

export function programWords(program: Program, language: ProgramLanguage): ProgramWords {
  const locale = LOCALES[language];
  const money = new Intl.NumberFormat(locale, { style: "currency", currency: program.currency });
  const count = new Intl.NumberFormat(locale);
  const day = new Intl.DateTimeFormat(locale, { timeZone: program.timezone, dateStyle: "long" });
  const weekday = new Intl.DateTimeFormat(locale, { timeZone: "UTC", weekday: "long" });
  const list = new Intl.ListFormat(locale, { type: "disjunction" });
  const german = language === "de";
  return {
    language,
    program,
    money: (minor) => `**${money.format(minor / 10 ** program.currencyDigits)}**`,
    points: (points) =>
      `**${count.format(points)} ${Math.abs(points) === 1 ? program.pointsName.one : program.pointsName.other}**`,
    days: (days) =>
      german
        ? `**${count.format(days)} ${days === 1 ? "Tag" : "Tagen"}**`
        : `**${count.format(days)} ${days === 1 ? "day" : "days"}**`,
    months: (months) =>
      german
        ? `**${count.format(months)} ${months === 1 ? "Monat" : "Monaten"}**`
        : `**${count.format(months)} ${months === 1 ? "month" : "months"}**`,
    day: (at) => day.format(at),
    lastDay: (end) => day.format(end - 1),
    weekday: (number) => weekday.format(MONDAY + (number - 1) * DAY_MS),
    tier: (levelId) => program.tiers?.levels.find((level) => level.id === levelId)?.name ?? levelId,
    either: (values) => list.format(values),
  };
}
