import type { StorefrontReward, StorefrontRewardName, StorefrontState } from "../state.ts";
import { say, type Counted, type Words } from "../words/words.ts";

type Day = "near" | "full";

/** Numbers, money and days in the shopper's language, points in the merchant's own word. */
export interface Speech {
  readonly words: Words;
  readonly locale: string;
  number(value: number): string;
  points(count: number): string;
  /** "Bohnen": what the merchant calls them, many of them. */
  readonly pointsName: string;
  money(minor: number): string;
  percent(text: string): string;
  factor(text: string): string;
  /** A moment as a day in the shop's time zone. */
  day(at: number, form?: Day): string;
  /** The last day on which something that ends at `at` still holds: ends are half open. */
  lastDay(at: number): string;
  counted(unit: Counted, count: number): string;
  /** A quantity in the unit tiers are measured in. */
  amount(metric: "spend" | "points" | "orders", quantity: number): string;
  list(parts: readonly string[]): string;
  /** A reward within a sentence. */
  reward(reward: Named): string;
  /** A reward as the head of its card. */
  rewardTitle(reward: Named): string;
}

type Named = StorefrontRewardName & {
  readonly variable?: StorefrontReward["variable"];
};

export function makeSpeech(state: StorefrontState, words: Words, locale: string): Speech {
  const { currency, currencyDigits, timezone: timeZone, program } = state;
  const numbers = new Intl.NumberFormat(locale);
  const plurals = new Intl.PluralRules(locale);
  const scale = 10 ** currencyDigits;
  const moneyFormat = (digits: number): Intl.NumberFormat =>
    new Intl.NumberFormat(locale, {
      style: "currency",
      currency,
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    });
  const exact = moneyFormat(currencyDigits);
  const whole = moneyFormat(0);
  const thisYear = new Intl.DateTimeFormat("en", { timeZone, year: "numeric" });
  const days: Readonly<Record<Day, Intl.DateTimeFormat>> = {
    near: new Intl.DateTimeFormat(locale, { timeZone, day: "numeric", month: "long" }),
    full: new Intl.DateTimeFormat(locale, { timeZone, day: "numeric", month: "short", year: "numeric" }),
  };

  const speech: Speech = {
    words,
    locale,
    pointsName: program.pointsName.other,
    number: (value) => numbers.format(value),
    points: (count) =>
      `${numbers.format(count)} ${Math.abs(count) === 1 ? program.pointsName.one : program.pointsName.other}`,
    money: (minor) => (minor % scale === 0 ? whole : exact).format(minor / scale),
    percent: (text) =>
      new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 2 }).format(
        Number(text) / 100,
      ),
    factor: (text) => numbers.format(Number(text)),
    day: (at, form) =>
      days[form ?? (thisYear.format(at) === thisYear.format(state.at) ? "near" : "full")].format(at),
    lastDay: (at) => speech.day(at - 1),
    counted: (unit, count) =>
      say(plurals.select(count) === "one" ? unit.one : unit.other, { number: numbers.format(count) }),
    amount(metric, quantity) {
      if (metric === "spend") return speech.money(quantity);
      return metric === "points" ? speech.points(quantity) : speech.counted(words.orders, quantity);
    },
    list: (parts) => new Intl.ListFormat(locale, { type: "conjunction" }).format(parts),
    reward: (reward) => reward.name ?? rewardWords(speech, reward),
    rewardTitle: (reward) => capitalised(speech.reward(reward), locale),
  };
  return speech;
}

function rewardWords(speech: Speech, reward: Named): string {
  const { words } = speech;
  const range = reward.variable;
  if (reward.valueMinor === null && range?.max != null) {
    const most = Math.floor(range.max / range.points) * range.valueMinor;
    return say(words.reward.variable, { money: speech.money(most) });
  }
  return say(words.reward[reward.kind], {
    money: reward.valueMinor === null ? "" : speech.money(reward.valueMinor),
    percent: reward.percent === null ? "" : speech.percent(reward.percent),
  });
}

function capitalised(text: string, locale: string): string {
  const [first = ""] = text;
  return first.toLocaleUpperCase(locale) + text.slice(first.length);
}
