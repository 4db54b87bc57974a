import type { Speech } from "../panel/speech.ts";
import type { StorefrontState } from "../state.ts";
import { say } from "../words/words.ts";
import { windowWords } from "./tiers.ts";

type Line = string | null | false;

/** The rules in plain words: what counts, when it can be spent, when it ends, what a return takes. */
export function termsWords(speech: Speech, state: StorefrontState): string[] {
  return Object.values(termsByTheme(speech, state)).flat().filter(isTold);
}

/** The same, by what they are about. A line that does not hold for the program is none. */
export function termsByTheme(speech: Speech, { program }: StorefrontState) {
  const { words } = speech;
  const { terms, tiers } = program;
  const name = speech.pointsName;
  const { basis } = terms;
  return {
    since: [terms.since !== null && say(words.termsSince, { day: speech.day(terms.since) })],
    counts: [
      basis.shipping ? words.countsShipping : words.countsGoods,
      basis.tax === "exclude" && words.countsNet,
      words.countsGiftCard[basis.giftCards],
      basis.rewardDiscounts && words.countsRewards,
      terms.multipliers !== null && words.termsFactors[terms.multipliers],
    ],
    excluded: [terms.someExcluded && words.termsExcluded],
    maturity: [
      say(words.maturity[terms.maturity.days === 0 ? "immediate" : terms.maturity.kind], {
        days: speech.counted(words.days, terms.maturity.days),
        name,
      }),
    ],
    expiry: [expiryWords(speech, terms.expiry)],
    notice: [
      terms.expiry.kind !== "never" &&
        say(words.termsNotice, { days: speech.counted(words.days, terms.noticeDays) }),
    ],
    returned: [say(words.termsReturn, { name }), say(words.termsShortfall[terms.shortfall], { name })],
    spent: [words.termsSpent[terms.spentPoints]],
    levels: [
      tiers !== null && windowWords(speech, tiers),
      tiers !== null &&
        tiers.graceDays > 0 &&
        tiers.window !== "lifetime" &&
        say(words.termsGrace, { days: speech.counted(words.days, tiers.graceDays) }),
    ],
    privacy: [
      words.termsPrivacy,
      terms.retentionMonths !== null &&
        say(words.termsRetention, { months: speech.counted(words.months, terms.retentionMonths) }),
    ],
  } satisfies Record<string, readonly Line[]>;
}

export function isTold(line: Line): line is string {
  return typeof line === "string";
}

function expiryWords(
  speech: Speech,
  { kind, months, toMonthEnd, day, minAgeDays }: StorefrontState["program"]["terms"]["expiry"],
): string {
  const { words } = speech;
  const told = say(words.expiry[kind === "perLot" && toMonthEnd ? "perMonth" : kind], {
    name: speech.pointsName,
    months: months === null ? "" : speech.counted(words.months, months),
    day: day === null ? "" : yearlyDay(speech, day),
  });
  if (minAgeDays === 0) return told;
  return `${told} ${say(words.expiryYoung, { days: speech.counted(words.days, minAgeDays) })}`;
}

/** `12-31` as "31 December": any leap year will do to name a day that comes every year. */
function yearlyDay({ locale }: Speech, monthAndDay: string): string {
  const format = new Intl.DateTimeFormat(locale, { timeZone: "UTC", day: "numeric", month: "long" });
  return format.format(Date.parse(`2000-${monthAndDay}T00:00:00Z`));
}
