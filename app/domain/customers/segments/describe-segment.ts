import { formatMoney } from "../../money.ts";
import { UNITS, type Fact, type InWords } from "../facts/fact.ts";
import type { FactAsk } from "../facts/fact-ask.ts";
import type { Compared, Condition, Test } from "./condition.ts";

type Language = keyof InWords;

export interface DescribedIn {
  readonly language: Language;
  /** Minor digits of the currency. */
  readonly digits: number;
  readonly nameOf: (segmentId: string) => string;
}

/** Comparisons in words; what follows is the value. */
export const COMPARISON_WORDS: Readonly<Record<Test["by"], InWords>> = {
  atLeast: { en: "at least", de: "mindestens" },
  atMost: { en: "at most", de: "höchstens" },
  is: { en: "is", de: "ist" },
  isNot: { en: "is not", de: "ist nicht" },
  anyOf: { en: "is one of", de: "ist eines von" },
  known: { en: "is known:", de: "ist bekannt:" },
};

const JOINED = { all: { en: " and ", de: " und " }, any: { en: " or ", de: " oder " } };
const YES: InWords = { en: "yes", de: "ja" };
const NO: InWords = { en: "no", de: "nein" };

/** A condition as a sentence without its dot. */
export function describeSegment(condition: Condition, how: DescribedIn): string {
  const { language, nameOf } = how;
  switch (condition.kind) {
    case "all":
    case "any":
      return condition.of
        .map((one) => (isList(one) ? `(${describeSegment(one, how)})` : describeSegment(one, how)))
        .join(JOINED[condition.kind][language]);
    case "not":
      return `${{ en: "not", de: "nicht" }[language]} (${describeSegment(condition.of, how)})`;
    case "segment":
      return { en: `in the segment “${nameOf(condition.id)}”`, de: `im Segment „${nameOf(condition.id)}“` }[
        language
      ];
    case "fact":
      return describeFact(condition.fact, condition.ask, condition.test, how);
  }
}

function isList({ kind }: Condition): boolean {
  return kind === "all" || kind === "any";
}

function describeFact(fact: Fact, ask: FactAsk, test: Test, how: DescribedIn): string {
  const { language } = how;
  const parts = [
    fact.name[language] + askedOf(ask, language),
    COMPARISON_WORDS[test.by][language],
    valueOf(fact, test, how),
  ];
  const unit = fact.kind === "days" && test.by !== "known" ? ` ${UNITS.days[language]}` : "";
  return parts.join(" ") + unit + narrowedTo(ask, language);
}

function askedOf({ activity, times }: FactAsk, language: Language): string {
  if (activity !== null) return ` “${activity}”`;
  return times === 1 ? "" : { en: ` (${String(times)} times)`, de: ` (${String(times)}-mal)` }[language];
}

function narrowedTo({ within, orders }: FactAsk, language: Language): string {
  const count = within === null ? "" : String(within.count);
  const time =
    within === null
      ? ""
      : within.unit === "days"
        ? { en: ` within ${count} days`, de: ` innerhalb von ${count} Tagen` }[language]
        : { en: ` within ${count} months`, de: ` innerhalb von ${count} Monaten` }[language];
  return (
    time + (orders === null ? "" : { en: ", of certain orders", de: ", bei bestimmten Käufen" }[language])
  );
}

function valueOf(fact: Fact, test: Test, { language, digits }: DescribedIn): string {
  const worded = (value: Compared): string => {
    if (value === null) return "–";
    if (typeof value === "boolean") return (value ? YES : NO)[language];
    if (typeof value === "string") return value;
    const text = fact.kind === "money" ? formatMoney(value, digits) : String(value);
    return language === "de" ? text.replace(".", ",") : text;
  };
  switch (test.by) {
    case "atLeast":
    case "atMost":
      return worded(test.bound);
    case "is":
    case "isNot":
      return worded(test.value);
    case "anyOf":
      return [...test.values].map(worded).join(", ");
    case "known":
      return worded(test.known);
  }
}
