import type { LineCondition, MemberCondition, OrderCondition, TimeWindow } from "../conditions.ts";
import type { RuleLimit } from "../program.ts";
import type { ProgramWords } from "./program-words.ts";

/** Which goods: ` on goods tagged new or sale, but not on product p9`. Empty where all goods count. */
export function describeLines(lines: LineCondition | null, words: ProgramWords): string {
  if (lines === null) return "";
  const on = goods(lines, words);
  const german = words.language === "de";
  const not = lines.not === undefined ? "" : goods(lines.not, words);
  const positive = on === "" ? "" : german ? ` auf ${on}` : ` on ${on}`;
  return positive + (not === "" ? "" : german ? `, außer auf ${not}` : `, but not on ${not}`);
}

/** The same goods by themselves: `goods tagged new or sale, but not product p9`. */
export function describeGoods(lines: LineCondition, words: ProgramWords): string {
  const german = words.language === "de";
  const only = goods(lines, words);
  const not = lines.not === undefined ? "" : goods(lines.not, words);
  const named = only === "" ? (german ? "irgendetwas" : "anything") : only;
  return named + (not === "" ? "" : german ? `, außer ${not}` : `, but not ${not}`);
}

function goods(lines: LineCondition, words: ProgramWords): string {
  const german = words.language === "de";
  const named = (values: ReadonlySet<string> | undefined, en: string, de: string) =>
    values === undefined ? [] : [`${german ? de : en} ${quoted(values, words)}`];
  const parts = [
    ...selected(lines.products, german ? PRODUCTS.de : PRODUCTS.en, words),
    ...selected(lines.variants, german ? VARIANTS.de : VARIANTS.en, words),
    ...collections(lines.collections, words),
    ...named(lines.tags, "goods tagged", "Artikel mit dem Tag"),
    ...named(lines.vendors, "goods by", "Artikel von"),
    ...named(lines.types, "goods of the type", "Artikel der Art"),
  ];
  return parts.join(words.language === "de" ? " und zugleich " : " that are also ");
}

interface Counted {
  readonly one: string;
  readonly many: string;
}
const PRODUCTS = {
  en: { one: "one selected product", many: "selected products" },
  de: { one: "ein ausgewähltes Produkt", many: "ausgewählte Produkte" },
};
const VARIANTS = {
  en: { one: "one selected variant", many: "selected variants" },
  de: { one: "eine ausgewählte Variante", many: "ausgewählte Varianten" },
};
/** Named by a handle, or chosen by number. */
const GROUPS = {
  collection: {
    en: {
      named: "goods of the collection",
      one: "goods of one selected collection",
      many: "selected collections",
    },
    de: {
      named: "Artikel der Kollektion",
      one: "Artikel einer ausgewählten Kollektion",
      many: "ausgewählte Kollektionen",
    },
  },
  category: {
    en: {
      named: "goods of the category",
      one: "goods of one selected category",
      many: "selected categories",
    },
    de: {
      named: "Artikel der Kategorie",
      one: "Artikel einer ausgewählten Kategorie",
      many: "ausgewählte Kategorien",
    },
  },
} as const;

/** Programs name products by the numbers of the shop, which say nothing to people. */
function selected(
  values: ReadonlySet<string> | undefined,
  { one, many }: Counted,
  words: ProgramWords,
): string[] {
  if (values === undefined) return [];
  return [values.size === 1 ? one : `${words.wording.number(values.size)} ${many}`];
}

/** A collection may be named by its handle, which does. */
function collections(values: ReadonlySet<string> | undefined, words: ProgramWords): string[] {
  if (values === undefined) return [];
  const group = GROUPS[words.goodsGroup][words.language];
  if ([...values].some((value) => /^\d+$/u.test(value))) return selected(values, group, words);
  return [`${group.named} ${quoted(values, words)}`];
}

/** What the order must be: ` with the first order over €20.00`. */
export function describeOrder(order: OrderCondition | null, words: ProgramWords): string {
  if (order === null) return "";
  const german = words.language === "de";
  const parts: string[] = [];
  if (order.first === true) parts.push(german ? "mit der ersten Bestellung" : "with the first order");
  if (order.first === false) parts.push(german ? "ab der zweiten Bestellung" : "from the second order on");
  if (order.nth !== undefined) {
    parts.push(
      german ? `mit der ${String(order.nth)}. Bestellung` : `with order number ${String(order.nth)}`,
    );
  }
  if (order.minSubtotalMinor !== undefined) {
    const from = words.money(order.minSubtotalMinor);
    const isOneOrder = order.first === true || order.nth !== undefined;
    parts.push(
      german ? `ab ${from} Warenwert` : isOneOrder ? `of ${from} or more` : `on orders over ${from}`,
    );
  }
  if (order.channels)
    parts.push(`${german ? "im Kanal" : "in the channel"} ${quoted(order.channels, words)}`);
  if (order.discountCodes) {
    parts.push(`${german ? "mit dem Code" : "with the code"} ${quoted(order.discountCodes, words)}`);
  }
  if (order.paymentMethods) {
    parts.push(`${german ? "bezahlt mit" : "paid by"} ${quoted(order.paymentMethods, words)}`);
  }
  return parts.map((part) => ` ${part}`).join("");
}

/** Which members: ` of the tier Silver or Gold, tagged “vip”`; follows the word for them. */
export function describeMember(member: MemberCondition | null, words: ProgramWords): string {
  if (member === null) return "";
  const german = words.language === "de";
  const parts: string[] = [];
  if (member.tiers) {
    const tiers = words.either([...member.tiers].map((tier) => words.wording.levelName(tier)));
    parts.push(german ? `der Stufe ${tiers}` : `of the tier ${tiers}`);
  }
  if (member.tags) parts.push(`${german ? "mit dem Kundentag" : "tagged"} ${quoted(member.tags, words)}`);
  if (member.segments)
    parts.push(`${german ? "im Segment" : "in the segment"} ${quoted(member.segments, words)}`);
  return parts.map((part) => ` ${part}`).join("");
}

/** When: ` on Thursday, from 1 January 2026 until 30 June 2026`. */
export function describeWindow(window: TimeWindow | null, words: ProgramWords): string {
  if (window === null) return "";
  const german = words.language === "de";
  const parts: string[] = [];
  if (window.weekdays !== null) {
    const days = words.either([...window.weekdays].sort().map((day) => words.weekday(day)));
    parts.push(german ? `am ${days}` : `on ${days}`);
  }
  if (window.from !== null)
    parts.push(
      german ? `ab dem ${words.wording.day(window.from)}` : `from ${words.wording.day(window.from)}`,
    );
  if (window.to !== null) {
    parts.push(
      german ? `bis zum ${words.wording.lastDay(window.to)}` : `until ${words.wording.lastDay(window.to)}`,
    );
  }
  return parts.map((part) => ` ${part}`).join("");
}

/** How often: `, at most 3 times a day, not again within 60 minutes`. */
export function describeLimit(limit: RuleLimit | null, words: ProgramWords): string {
  if (limit === null) return "";
  const german = words.language === "de";
  const per = PERIODS[words.language][limit.per];
  let text = "";
  if (limit.count !== null) {
    text += countText(limit.count, limit.per, words);
  }
  if (limit.points !== null) {
    text += `${german ? ", höchstens" : ", at most"} ${words.points(limit.points)} ${per}`;
  }
  if (limit.cooldownMinutes !== null) {
    const minutes = limit.cooldownMinutes;
    const count = words.wording.number(minutes);
    text += german
      ? `, frühestens nach **${count} ${minutes === 1 ? "Minute" : "Minuten"}** wieder`
      : `, not again within **${count} ${minutes === 1 ? "minute" : "minutes"}**`;
  }
  return text;
}

export const PERIODS = {
  en: { order: "per order", day: "a day", week: "a week", month: "a month", year: "a year", ever: "in all" },
  de: {
    order: "je Bestellung",
    day: "am Tag",
    week: "in der Woche",
    month: "im Monat",
    year: "im Jahr",
    ever: "insgesamt",
  },
} as const;

function countText(count: number, per: RuleLimit["per"], words: ProgramWords): string {
  const period = PERIODS[words.language][per];
  if (words.language === "de") {
    if (count === 1) return per === "ever" ? ", nur **einmal**" : `, höchstens **einmal** ${period}`;
    return `, höchstens **${words.wording.number(count)}-mal** ${period}`;
  }
  if (count === 1) return per === "ever" ? ", only **once**" : `, at most **once** ${period}`;
  const often = count === 2 ? "twice" : `${words.wording.number(count)} times`;
  return `, at most **${often}** ${period}`;
}

export function quoted(values: ReadonlySet<string>, words: ProgramWords): string {
  const marks = words.language === "de" ? ["„", "“"] : ["“", "”"];
  return words.either([...values].map((value) => marks.join(value)));
}
