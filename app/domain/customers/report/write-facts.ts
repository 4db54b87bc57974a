import { formatMoney } from "../../money.ts";
import type { Fact, FactValue } from "../facts/fact.ts";
import { PLAIN } from "../facts/fact.ts";
import { FACTS } from "../facts/facts.ts";
import type { Subject } from "../facts/subject.ts";

/** All facts of a customer that are known, as they are exported: money as decimals. */
export function writtenFacts(subject: Subject): Record<string, unknown> {
  const facts: Record<string, unknown> = {};
  for (const fact of FACTS) {
    const written = writtenFact(fact, subject);
    if (written !== null) facts[fact.id] = written;
  }
  return facts;
}

/** Null where the fact is not known. */
export function writtenFact(fact: Fact, subject: Subject): unknown {
  if (fact.shown !== undefined) return fact.shown(subject);
  return writtenValue(fact, fact.read(subject, PLAIN), subject.shop.digits);
}

function writtenValue(fact: Fact, value: FactValue, digits: number): unknown {
  if (fact.kind === "money" && typeof value === "number") return formatMoney(value, digits);
  return value instanceof Set ? [...value] : value;
}
