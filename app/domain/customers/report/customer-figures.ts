import { valueOf } from "../facts/purchase-figures.ts";
import { PLAIN } from "../facts/fact.ts";
import { FACTS } from "../facts/facts.ts";
import type { Customer } from "../history/customer.ts";
import { rfmWorth } from "../scores/rfm.ts";
import { segmentsOf } from "../segments/segments.ts";
import { subjectOf } from "./report.ts";
import type { Report } from "./report.ts";
import { writtenFacts } from "./write-facts.ts";

/** What is kept of a customer: what lists go by beside all facts. */
export interface CustomerFigures {
  readonly purchases: number;
  readonly spentMinor: number;
  readonly predictedMinor: number | null;
  readonly recency: number | null;
  readonly worth: number | null;
  readonly rfmName: string | null;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly segments: readonly string[];
}

export function figuresOf(report: Report, customer: Customer): CustomerFigures {
  const subject = subjectOf(report, customer);
  const purchases = subject.purchases(PLAIN);
  const rfm = report.shop.rfmOf(customer);
  const predicted = FACTS.find(({ id }) => id === "clv.value")?.read(subject, PLAIN);
  return {
    purchases: purchases.length,
    spentMinor: valueOf(purchases),
    predictedMinor: typeof predicted === "number" ? predicted : null,
    recency: rfm === null ? null : rfm.recency,
    worth: rfm === null ? null : rfmWorth(rfm),
    rfmName: rfm === null ? null : rfm.name,
    facts: writtenFacts(subject),
    segments: segmentsOf(subject, report.segments),
  };
}
