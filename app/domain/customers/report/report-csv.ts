import { csvLine } from "../../csv.ts";
import { FACTS } from "../facts/facts.ts";
import type { Report } from "./report.ts";
import { writtenCustomer } from "./report-json.ts";

/** A customer a line, a fact a column; what is not known is empty. */
export function* reportCsv(report: Report): Generator<string> {
  yield csvLine(["id", "email", ...FACTS.map(({ id }) => id), "segments"]);
  for (const customer of report.customers) {
    const { id, email, facts, segments } = writtenCustomer(report, customer);
    yield csvLine([id, email, ...FACTS.map((fact) => facts[fact.id]), segments.join(" ")]);
  }
}
