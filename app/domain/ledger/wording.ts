import type { Instant } from "../calendar.ts";
import { formatMoney } from "../money.ts";
import type { Program, Rule } from "../program/program.ts";

export type Language = "en" | "de";

/** Figures, dates and names as one language and one program write them. Sentences are made elsewhere. */
export interface Wording {
  readonly language: Language;
  readonly program: Program;
  /** "1 Bohne", "1,204 Bohnen". */
  points(count: number): string;
  number(count: number): string;
  money(minor: number): string;
  /** The local day an instant lies in: "12 May 2026". */
  day(instant: Instant): string;
  /** The last local day before a half-open end: what people call "valid until". */
  lastDay(end: Instant): string;
  rewardName(rewardId: string): string;
  levelName(levelId: string): string;
  rule(ruleId: string): Rule | null;
}

export function wordingFor(language: Language, program: Program): Wording {
  const locale = language === "en" ? "en-GB" : "de-DE";
  const numbers = new Intl.NumberFormat(locale);
  const currency = new Intl.NumberFormat(locale, { style: "currency", currency: program.currency });
  const days = new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: program.timezone });
  const { one, other } = program.pointsName;
  return {
    language,
    program,
    points: (count) => `${numbers.format(count)} ${Math.abs(count) === 1 ? one : other}`,
    number: (count) => numbers.format(count),
    money: (minor) => currency.format(decimal(formatMoney(minor, program.currencyDigits))),
    day: (instant) => days.format(instant),
    lastDay: (end) => days.format(end - 1),
    rewardName: (rewardId) => program.rewards.find((reward) => reward.id === rewardId)?.name ?? rewardId,
    levelName: (levelId) => program.tiers?.levels.find((level) => level.id === levelId)?.name ?? levelId,
    rule: (ruleId) => program.rules.find((rule) => rule.id === ruleId) ?? null,
  };
}

/** Intl formats the decimal text itself, digit by digit: the amount never becomes a float. */
function decimal(text: string): `${number}` {
  if (!isNumeric(text)) throw new RangeError(`${text} is no decimal`);
  return text;
}

function isNumeric(text: string): text is `${number}` {
  return /^-?\d+(\.\d+)?$/.test(text);
}
