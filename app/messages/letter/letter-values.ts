import type { LetterFacts } from "#app/domain/messages/letter-facts.ts";
import { makeSpeech } from "#storefront/panel/speech.ts";
import type { Words } from "#storefront/words/words.ts";

/** Everything a template may read, with what it is. Nothing else is reachable; what is not known is empty. */
export const LETTER_VARIABLES = {
  "shop.name": "what the shop is called",
  "program.name": "what the program is called",
  "member.name": "the member's first name",
  "member.points": "the balance, with the points' own name",
  "member.pointsName": "the points' own name, many of them",
  "tier.name": "the present level",
  "tier.until": "the last day the present level is sure to hold",
  "tier.next": "the next level",
  "tier.missing": "what is missing to the next level, in the unit levels are measured in",
  "tier.keep": "what is missing to keep a level that is in grace",
  "news.points": "how many points the message is about",
  "news.reward": "the reward the message is about",
  "news.level": "the level the message is about",
  "news.challenge": "the challenge the message is about",
  "news.until": "the last day of what the message is about",
  "code.text": "the discount code it carries",
  "code.until": "the last day the code works",
} as const;

export type LetterVariable = keyof typeof LETTER_VARIABLES;
export type LetterValues = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** Puts facts into words and numbers of the reader's language, with the formatters of the panel. */
export function letterValues(facts: LetterFacts, words: Words): LetterValues {
  const { at, currency, currencyDigits, timezone, pointsName, metric, tier, news, code } = facts;
  const speech = makeSpeech(
    { at, currency, currencyDigits, timezone, program: { pointsName } },
    words,
    facts.language,
  );
  const missing = tier === null || tier.missing === null ? "" : speech.amount(metric, tier.missing);
  const keep = tier === null || tier.keepMissing === null ? "" : speech.amount(metric, tier.keepMissing);
  const lastDay = (end: number | null): string => (end === null ? "" : speech.lastDay(end));
  const values: Record<LetterVariable, string> = {
    "shop.name": facts.shopName,
    "program.name": facts.programName,
    "member.name": known(facts.firstName),
    "member.points": speech.points(facts.available),
    "member.pointsName": pointsName.other,
    "tier.name": known(tier?.name),
    "tier.until": lastDay(tier === null ? null : tier.until),
    "tier.next": known(tier?.next),
    "tier.missing": missing,
    "tier.keep": keep,
    "news.points": news.points === null ? "" : speech.points(news.points),
    "news.reward": news.reward === null ? "" : speech.rewardTitle(news.reward),
    "news.level": known(news.level),
    "news.challenge": known(news.challenge),
    "news.until": lastDay(news.endsAt),
    "code.text": code === null ? "" : code.text,
    "code.until": lastDay(code === null ? null : code.endsAt),
  };
  return grouped(values);
}

/** A template asks whether a text is empty; it knows no other kind of missing. */
function known(text: string | null | undefined): string {
  return text === null || text === undefined ? "" : text;
}

/** Values as they might be, to try a template with. */
export function anyValues(text: string): LetterValues {
  return grouped(Object.fromEntries(Object.keys(LETTER_VARIABLES).map((path) => [path, text])));
}

function grouped(values: Readonly<Record<string, string>>): LetterValues {
  const groups: Record<string, Record<string, string>> = {};
  for (const [path, value] of Object.entries(values)) {
    const [group = "", name = ""] = path.split(".");
    (groups[group] ??= {})[name] = value;
  }
  return groups;
}
