import type { Language } from "./language.ts";
import type { Instant } from "../../calendar.ts";
import { formatMoney } from "../../money.ts";
import { levelNameIn, nameFromId, rewardNameIn } from "../../program/compile/compile-text.ts";
import type { Program, Rule } from "../../program/program.ts";
import { ruleWords } from "./rule-words.ts";
import { inLanguage } from "../../program/texts/text.ts";
import type { Text } from "../../program/texts/text.ts";
import type { GiftCause } from "./explanation.ts";

/** Figures, dates and names as one language and one program write them. Sentences are made elsewhere. */
export interface Wording {
  readonly language: Language;
  readonly program: Program;
  /** A text of the merchant's own in this language. */
  text(text: Text): string;
  /** "Bohnen": what many points are called. */
  readonly pointsName: string;
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
  challengeName(challengeId: string): string;
  membershipName(membershipId: string): string;
  rule(ruleId: string): Rule | null;
  /** What a rule is called at the beginning of a line. */
  ruleName(ruleId: string): string;
}

export function wordingFor(language: Language, program: Program): Wording {
  const locale = language === "en" ? "en-GB" : "de-DE";
  const numbers = new Intl.NumberFormat(locale);
  const currency = new Intl.NumberFormat(locale, { style: "currency", currency: program.currency });
  const days = new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: program.timezone });
  const { one, other } = inLanguage(program.pointsName, language);
  const rule = (ruleId: string) => program.rules.find(({ id }) => id === ruleId) ?? null;
  const text = (words: Text) => inLanguage(words, language);
  return {
    language,
    program,
    text,
    pointsName: other,
    points: (count) => `${numbers.format(count)} ${Math.abs(count) === 1 ? one : other}`,
    number: (count) => numbers.format(count),
    money: (minor) => currency.format(decimal(formatMoney(minor, program.currencyDigits))),
    day: (instant) => days.format(instant),
    lastDay: (end) => days.format(end - 1),
    rewardName: (rewardId) => text(rewardNameIn(program, rewardId)),
    levelName: (levelId) => text(levelNameIn(program, levelId)),
    challengeName: (id) => text(nameOf(program.challenges, id)),
    membershipName: (id) => text(nameOf(program.memberships, id)),
    rule,
    ruleName: (ruleId) => ruleWords(rule(ruleId), language),
  };
}

/** What a gift was given for, by the name the merchant gave it; of referral the program's own. */
export function giftName(of: GiftCause, program: Program): Text {
  switch (of.kind) {
    case "challenge":
      return nameOf(program.challenges, of.challengeId);
    case "membership_entry":
    case "membership_month":
      return nameOf(program.memberships, of.membershipId);
    case "referred":
    case "friend":
    case "ambassador":
    case "journey":
      return program.name;
  }
}

/** What a part of the program is called, also one that the program no longer has. */
function nameOf(parts: readonly { readonly id: string; readonly name: Text }[], wanted: string): Text {
  return parts.find(({ id }) => id === wanted)?.name ?? nameFromId(wanted);
}

/** Intl formats the decimal text itself, digit by digit: the amount never becomes a float. */
function decimal(text: string): `${number}` {
  if (!isNumeric(text)) throw new RangeError(`${text} is no decimal`);
  return text;
}

function isNumeric(text: string): text is `${number}` {
  return /^-?\d+(\.\d+)?$/.test(text);
}
