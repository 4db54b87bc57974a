import type { FactAsk } from "./fact-ask.ts";
import type { Subject } from "./subject.ts";

/** How a fact's value is written and compared. Money is integer minor units inside. */
export type FactKind = "count" | "days" | "score" | "number" | "money" | "text" | "flag" | "set";

/** Null: not known, or there is nothing to say; no comparison with it holds. */
export type FactValue = number | string | boolean | ReadonlySet<string> | null;

export const PLAIN: FactAsk = { within: null, orders: null, activity: null, times: 1 };

/** What may stand beside a fact: a time, a choice of orders, an activity's name, how often. */
export type AskName = "within" | "orders" | "activity" | "times";

export interface InWords {
  readonly en: string;
  readonly de: string;
}

/** One defined number (or text, flag, set) about one customer at an instant. */
export interface Fact {
  readonly id: string;
  readonly kind: FactKind;
  readonly asks: readonly AskName[];
  /** It is found among all customers: who is asked for it looks at everybody. */
  readonly amongAll?: true;
  /** It is what the books say now: what it was before is not known. */
  readonly fromBooks?: true;
  readonly name: InWords;
  readonly definition: InWords;
  readonly read: (subject: Subject, ask: FactAsk) => FactValue;
  /** How the export writes it, where that is not the value itself. */
  readonly shown?: (subject: Subject) => unknown;
}

/** The unit a kind of fact is counted in; the definition says of what. */
export const UNITS: Readonly<Record<FactKind, InWords>> = {
  count: { en: "number", de: "Anzahl" },
  days: { en: "days", de: "Tage" },
  score: { en: "1 to 5", de: "1 bis 5" },
  number: { en: "ratio or number", de: "Verhältnis oder Zahl" },
  money: { en: "the shop's currency", de: "Währung des Shops" },
  text: { en: "text", de: "Text" },
  flag: { en: "yes or no", de: "ja oder nein" },
  set: { en: "set of texts", de: "Menge von Texten" },
};
