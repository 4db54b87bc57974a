import type { Language } from "../../ledger/explanations/language.ts";
import type { Referral } from "../program.ts";
import { describeGift } from "./describe-challenges.ts";
import type { ProgramWords } from "./program-words.ts";

type Period = NonNullable<NonNullable<Referral["advocate"]>["limit"]>["per"];

const PER: Readonly<Record<Language, Readonly<Record<Period, string>>>> = {
  en: { day: "a day", week: "a week", month: "a month", year: "a year", ever: "in all" },
  de: { day: "am Tag", week: "in der Woche", month: "im Monat", year: "im Jahr", ever: "insgesamt" },
};

/** What friends get who are brought along, what members get for it, and what several friends bring. */
export function describeReferral(referral: Referral, words: ProgramWords): readonly string[] {
  const { friend, ambassador } = referral;
  const german = words.language === "de";
  const welcome =
    friend === null
      ? []
      : [
          german
            ? `Wer durch den Link eines Mitglieds mitmacht, bekommt ${describeGift(friend, words)}.`
            : `Whoever joins by a member's link gets ${describeGift(friend, words)}.`,
        ];
  return [
    ...welcome,
    ...describeAdvocate(referral, words),
    ...ambassador.map((step) => describeStep(step, words)),
  ];
}

function describeAdvocate(
  { advocate, minSubtotalMinor, maturityDays }: Referral,
  words: ProgramWords,
): readonly string[] {
  if (advocate === null) return [];
  const german = words.language === "de";
  const points = words.points(advocate.points);
  const over = minSubtotalMinor === 0 ? "" : ` ${german ? "ab" : "over"} ${words.money(minSubtotalMinor)}`;
  const gain = german
    ? `Das Mitglied bekommt ${points} für die erste Bestellung eines Freundes${over}`
    : `The member gets ${points} for a friend's first order${over}`;
  const limit =
    advocate.limit === null
      ? ""
      : `, ${friendsText(advocate.limit.count, words, "atMost")} ${PER[words.language][advocate.limit.per]}`;
  const when =
    maturityDays === 0 ? "" : `; ${german ? "sie zählt" : "it counts"} ${words.afterDays(maturityDays)}`;
  return [`${gain}${limit}${when}.`];
}

function describeStep(step: Referral["ambassador"][number], words: ProgramWords): string {
  const german = words.language === "de";
  const level = words.program.tiers?.levels.find(({ id }) => id === step.tier);
  const gains = [
    ...(step.badge === null
      ? []
      : [`${german ? "das Abzeichen" : "the badge"} **${words.wording.text(step.badge)}**`]),
    ...(step.points === 0 ? [] : [words.points(step.points)]),
    ...(level === undefined
      ? []
      : [`${german ? "die Stufe" : "the tier"} **${words.wording.text(level.name)}**`]),
  ];
  return `${friendsText(step.friends, words, "from")}: ${gains.join(", ")}.`;
}

const FRIENDS = {
  en: { from: ["From", "friend", "friends"], atMost: ["for at most", "friend", "friends"] },
  de: { from: ["Ab", "Freund", "Freunden"], atMost: ["für höchstens", "Freund", "Freunde"] },
} as const;

function friendsText(count: number, { language, wording }: ProgramWords, how: "from" | "atMost"): string {
  const [before, one, many] = FRIENDS[language][how];
  return `${before} **${wording.number(count)} ${count === 1 ? one : many}**`;
}
