import type { StorefrontReward, StorefrontState } from "../state.ts";
import type { StorefrontRewardName } from "../state-reward.ts";
import type { Counted } from "../words/counted.ts";
import { say, type Words } from "../words/words.ts";

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
  /** A moment as a day in the shop's time zone; with its year unless it is this one. */
  day(at: number): string;
  /** The last day on which something that ends at `at` still holds: ends are half open. */
  lastDay(at: number): string;
  counted(unit: Counted, count: number): string;
  /** A quantity in the unit tiers are measured in. */
  amount(metric: "spend" | "points" | "orders", quantity: number): string;
  list(parts: readonly string[]): string;
  /** Days of the week by number, 1 = Monday: "Monday and Tuesday". */
  weekdays(days: readonly number[]): string;
  /** A reward within a sentence. */
  reward(reward: Named): string;
  /** A reward as the head of its card. */
  rewardTitle(reward: Named): string;
}

type Named = StorefrontRewardName & {
  readonly variable?: StorefrontReward["variable"];
};

/** Makes the value on the first call and keeps it. */
function once<Made>(make: () => Made): () => Made {
  let made: { readonly value: Made } | null = null;
  return () => (made ??= { value: make() }).value;
}

/** Lets the browser do what is waiting, so that no turn of ours is long on a slow phone. */
export function turn(): Promise<void> {
  return new Promise((resume) => setTimeout(resume));
}

/**
 * The first formatter of each kind loads its language, which costs a slow phone tens of milliseconds:
 * each in a turn of its own, while the answer is on its way.
 */
export async function loadFormatters(locale: string): Promise<void> {
  const loads: readonly (() => unknown)[] = [
    () => new Intl.NumberFormat(locale).format(0),
    () => new Intl.NumberFormat(locale, { style: "currency", currency: "EUR" }).format(0),
    () => new Intl.DateTimeFormat(locale, { timeZone: "UTC", day: "numeric", month: "long" }).format(0),
    () => new Intl.PluralRules(locale).select(0),
    () => new Intl.ListFormat(locale).format([]),
  ];
  for (const load of loads) {
    await turn();
    load();
  }
}

/** What of a shop decides how things are said in it. */
export type SpokenShop = Pick<StorefrontState, "at" | "currency" | "currencyDigits" | "timezone"> & {
  readonly program: Pick<StorefrontState["program"], "pointsName">;
};

export function makeSpeech(state: SpokenShop, words: Words, locale: string): Speech {
  const { currency, currencyDigits, timezone: timeZone, program } = state;
  const scale = 10 ** currencyDigits;
  // Each formatter costs a slow phone some milliseconds, so it is made when it is first needed.
  const numbers = once(() => new Intl.NumberFormat(locale));
  const plurals = once(() => new Intl.PluralRules(locale));
  const percents = once(() => new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 2 }));
  const lists = once(() => new Intl.ListFormat(locale, { type: "conjunction" }));
  const moneyFormat = (digits: number) => () => {
    const fraction = { minimumFractionDigits: digits, maximumFractionDigits: digits };
    return new Intl.NumberFormat(locale, { style: "currency", currency, ...fraction });
  };
  const exact = once(moneyFormat(currencyDigits));
  const whole = once(moneyFormat(0));
  const years = once(() => new Intl.DateTimeFormat("en", { timeZone, year: "numeric" }));
  const near = once(() => new Intl.DateTimeFormat(locale, { timeZone, day: "numeric", month: "long" }));
  const full = once(
    () => new Intl.DateTimeFormat(locale, { timeZone, day: "numeric", month: "short", year: "numeric" }),
  );

  const { pointsName } = program;

  const speech: Speech = {
    words,
    locale,
    pointsName: pointsName.other,
    number: (value) => numbers().format(value),
    points: (count) =>
      `${numbers().format(count)} ${Math.abs(count) === 1 ? pointsName.one : pointsName.other}`,
    money: (minor) => (minor % scale === 0 ? whole() : exact()).format(minor / scale),
    percent: (text) => percents().format(Number(text) / 100),
    factor: (text) => numbers().format(Number(text)),
    day: (at) => (years().format(at) === years().format(state.at) ? near() : full()).format(at),
    lastDay: (at) => speech.day(at - 1),
    counted: (unit, count) =>
      say(plurals().select(count) === "one" ? unit.one : unit.other, { number: numbers().format(count) }),
    amount(metric, quantity) {
      if (metric === "spend") return speech.money(quantity);
      return metric === "points" ? speech.points(quantity) : speech.counted(words.orders, quantity);
    },
    list: (parts) => lists().format(parts),
    weekdays(days) {
      const format = new Intl.DateTimeFormat(locale, { timeZone: "UTC", weekday: "long" });
      // The first of January 2024 was a Monday.
      return lists().format(days.map((day) => format.format(Date.UTC(2024, 0, day))));
    },
    reward: (reward) => reward.name ?? rewardWords(speech, reward),
    rewardTitle: (reward) => capitalised(speech.reward(reward), locale),
  };
  return speech;
}

function rewardWords(speech: Speech, reward: Named): string {
  const { words } = speech;
  const range = reward.variable;
  let minor = reward.valueMinor;
  if (minor === null && range != null) {
    // Without an upper end it is called by its lower one, as its cost is.
    minor = Math.floor((range.max ?? range.min) / range.points) * range.valueMinor;
    if (range.max !== null) return say(words.reward.variable, { money: speech.money(minor) });
  }
  return say(words.reward[reward.kind], {
    money: minor === null ? "" : speech.money(minor),
    percent: reward.percent === null ? "" : speech.percent(reward.percent),
  });
}

function capitalised(text: string, locale: string): string {
  const [first = ""] = text;
  return first.toLocaleUpperCase(locale) + text.slice(first.length);
}
