import type { LineCondition, MemberCondition, OrderCondition, RuleLimit, TimeWindow } from "../program.ts";
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

function goods(lines: LineCondition, words: ProgramWords): string {
  const named = (values: ReadonlySet<string> | undefined, en: string, de: string) =>
    values === undefined ? [] : [`${words.language === "de" ? de : en} ${quoted(values, words)}`];
  const parts = [
    ...named(lines.products, "product", "den Artikel"),
    ...named(lines.variants, "variant", "die Variante"),
    ...named(lines.collections, "the collection", "die Kollektion"),
    ...named(lines.tags, "goods tagged", "Artikel mit dem Schlagwort"),
    ...named(lines.vendors, "goods by", "Artikel von"),
    ...named(lines.types, "goods of the type", "Artikel der Art"),
  ];
  return parts.join(words.language === "de" ? " und zugleich " : " that are also ");
}

/** What the order must be: ` with the first order from €20.00 of goods`. */
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
    parts.push(german ? `ab ${from} Warenwert` : `from ${from} of goods`);
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

/** Who: ` as a member in Silver or Gold`. */
export function describeMember(member: MemberCondition | null, words: ProgramWords): string {
  if (member === null) return "";
  const german = words.language === "de";
  const parts: string[] = [];
  if (member.tiers) {
    const tiers = words.either([...member.tiers].map((tier) => words.wording.levelName(tier)));
    parts.push(german ? `in der Stufe ${tiers}` : `in the tier ${tiers}`);
  }
  if (member.tags)
    parts.push(`${german ? "mit dem Kundenschlagwort" : "tagged"} ${quoted(member.tags, words)}`);
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
    text += german
      ? `, höchstens **${String(limit.count)}-mal** ${per}`
      : `, at most ${times(limit.count)} ${per}`;
  }
  if (limit.points !== null) {
    text += `${german ? ", höchstens" : ", at most"} ${words.points(limit.points)} ${per}`;
  }
  if (limit.cooldownMinutes !== null) {
    const minutes = `**${String(limit.cooldownMinutes)}**`;
    text += german ? `, frühestens nach ${minutes} Minuten wieder` : `, not again within ${minutes} minutes`;
  }
  return text;
}

export const PERIODS = {
  en: { order: "per order", day: "a day", week: "a week", month: "a month", year: "a year", ever: "ever" },
  de: {
    order: "je Bestellung",
    day: "am Tag",
    week: "in der Woche",
    month: "im Monat",
    year: "im Jahr",
    ever: "insgesamt",
  },
} as const;

function times(count: number): string {
  return count === 1 ? "**once**" : `**${String(count)} times**`;
}

function quoted(values: ReadonlySet<string>, words: ProgramWords): string {
  const marks = words.language === "de" ? ["„", "“"] : ["“", "”"];
  return words.either([...values].map((value) => marks.join(value)));
}
