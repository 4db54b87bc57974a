import { dayText, formatInstant } from "../../calendar.ts";
import { formatMoney } from "../../money.ts";
import { PLAIN } from "../facts/fact.ts";
import type { Fact } from "../facts/fact.ts";
import { FACTS } from "../facts/facts.ts";
import type { Subject } from "../facts/subject.ts";
import type { Customer } from "../history/customer.ts";
import { isMemberAt } from "../history/customer.ts";
import { neighboursOf, othersBought } from "../recommendations/bought-together.ts";
import { dueProducts, favouriteProducts, productDays } from "../recommendations/own-products.ts";
import { segmentsOf } from "../segments/segments.ts";
import { groundOf } from "./fact-ground.ts";
import { subjectOf } from "./report.ts";
import type { Report } from "./report.ts";
import { writtenFact } from "./write-facts.ts";

/** One customer's facts, each with how it came about, and the orders they were read from. */
export function* explainFacts(report: Report, customer: Customer): Generator<string> {
  const subject = subjectOf(report, customer);
  const { zone } = report;
  const who = customer.email === null ? customer.id : `${customer.id} (${customer.email})`;
  yield `${who}, ${isMemberAt(customer, report.at) ? "a member" : "no member"}, at ${formatInstant(report.at, zone)}\n\n`;
  for (const fact of FACTS) {
    const value = writtenFact(fact, subject);
    yield `${fact.id} = ${value === null ? "not known" : JSON.stringify(value)}\n`;
    yield `    ${fact.definition.en}\n`;
    const ground = groundLine(fact, subject, report);
    if (ground !== null) yield `    ${ground}\n`;
  }
  const segments = segmentsOf(subject, report.segments);
  yield* recommendationLines(subject, report);
  yield `\nsegments: ${segments.length === 0 ? "none" : segments.join(", ")}\n\norders:\n`;
  yield* orderLines(subject, report);
}

/** What to offer them, with its ground. What is in stock is the shop's to know. */
function* recommendationLines(subject: Subject, report: Report): Generator<string> {
  const purchases = subject.purchases(PLAIN);
  const own = new Set(productDays(purchases).keys());
  const all = report.customers.map(
    (customer) => new Set(productDays(subjectOf(report, customer).purchases(PLAIN)).keys()),
  );
  const others = othersBought(own, neighboursOf(all), () => true);
  yield "\nrecommended:\n";
  for (const { product, medianDays, daysSince } of dueProducts(purchases, subject.day)) {
    yield `    ${product}: due, bought every ${String(medianDays)} days and last ${String(daysSince)} days ago\n`;
  }
  for (const product of favouriteProducts(purchases)) yield `    ${product}: in four purchases or more\n`;
  for (const product of others) yield `    ${product}: others bought it with what they bought\n`;
}

/** What stands behind a figure, where the orders below do not say it all. */
function groundLine(fact: Fact, subject: Subject, { scores, customers }: Report): string | null {
  const shop = { models: scores.models, scored: scores.rfm.size, customers: customers.length };
  const ground = groundOf(fact, subject, shop);
  switch (ground.kind) {
    case "scored":
      return `Scored among ${String(ground.customers)} customers with a purchase before ${dayText(subject.day)}.`;
    case "model": {
      const parameters = Object.entries(ground.parameters).map(([name, value]) => `${name} ${String(value)}`);
      const name = ground.model === "purchases" ? "BG/NBD" : "Gamma-gamma";
      return `${name} of ${String(ground.customers)} customers: ${parameters.join(", ")}.`;
    }
    case "no_model":
      return ground.model === "purchases"
        ? "No model: fewer than 50 customers came back, or the search found no maximum."
        : "No model: fewer than 50 customers came back and spent, or their means have no mean.";
    case "among":
      return `Among ${String(ground.customers)} customers.`;
    case "ledger":
      return subject.shop.pointsOf(subject.customer) === null ? "No program ran." : null;
    case "orders":
    case "gaps":
    case "person":
      return null;
  }
}

function* orderLines({ outcomes, customer }: Subject, { digits }: Report): Generator<string> {
  const standing = new Set(outcomes.map(({ order }) => order));
  for (const { order, day, netMinor, keptMinor, keptUnits, isPurchase } of outcomes) {
    const kept = isPurchase ? "a purchase" : "no purchase: nothing of it was kept";
    yield `    ${order.id} paid ${dayText(day)}: goods ${formatMoney(netMinor, digits)}, kept ${formatMoney(keptMinor, digits)} and ${String(keptUnits)} units; ${kept}\n`;
  }
  for (const order of customer.orders) {
    if (!standing.has(order)) yield `    ${order.id}: not paid by then, cancelled, or a test\n`;
  }
}
