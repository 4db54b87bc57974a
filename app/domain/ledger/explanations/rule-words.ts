import type { Rule } from "../../program/program.ts";
import { inLanguage } from "../../program/texts/text.ts";
import { activityWords } from "./activity-words.ts";
import type { Language } from "./language.ts";

/** What a rule is called at the beginning of a line: the merchant's name for it, else what it rewards. */
export function ruleWords(rule: Rule | null, language: Language): string {
  const german = language === "de";
  if (rule === null) return "Bonus";
  if (rule.name !== null) return inLanguage(rule.name, language);
  switch (rule.kind) {
    case "spend":
      return german ? "Einkauf" : "Purchase";
    case "item":
      return german ? "Ausgewählte Produkte" : "Selected products";
    case "order":
      return orderWords(rule, german);
    case "activity":
      return activityWords(rule.activity, language);
  }
}

function orderWords({ order }: Extract<Rule, { kind: "order" }>, german: boolean): string {
  if (order?.first === true || order?.nth === 1) return german ? "Erste Bestellung" : "First order";
  if (order?.nth !== undefined) {
    return german ? `${String(order.nth)}. Bestellung` : `Order number ${String(order.nth)}`;
  }
  return german ? "Bonus für die Bestellung" : "Bonus for the order";
}
