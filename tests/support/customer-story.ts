import { z } from "zod";
import { CustomersRun } from "#app/domain/customers/run-customers.ts";
import type { CustomersOptions } from "#app/domain/customers/run-customers.ts";
import { reportJson } from "#app/domain/customers/report/report-json.ts";
import { PLAIN_LIFETIME } from "#app/domain/customers/scores/lifetime-value.ts";
import { NO_SEGMENTS, parseSegments } from "#app/domain/customers/segments/segments.ts";
import type { ProgramDocumentDraft } from "#app/domain/program/document/document.ts";
import { parseInstant } from "#app/domain/parse-instant.ts";
import { parseProgram } from "#app/domain/program/document/parse-program.ts";

/** Small histories through the room that `customers` runs, for tests. */
export interface Told {
  readonly at?: string;
  readonly zone?: string;
  readonly program?: ProgramDocumentDraft;
  readonly segments?: readonly object[];
  readonly from?: number;
  readonly to?: number;
}

const windowShape = z.looseObject({ revenue: z.string(), orders: z.int(), customers: z.int() });
const answerShape = z.strictObject({
  at: z.string(),
  shop: z.strictObject({ window: windowShape, before: windowShape, sinceLaunch: windowShape.nullable() }),
  models: z.looseObject({}),
  customers: z.array(
    z.strictObject({
      id: z.string(),
      email: z.string().nullable(),
      facts: z.record(z.string(), z.unknown()),
      segments: z.array(z.string()),
    }),
  ),
  rejected: z.array(z.strictObject({ line: z.int(), reason: z.string() })),
});

/** What `customers --as json` prints, read. */
export function tellCustomers(lines: readonly object[], told: Told = {}) {
  const { at, zone = "UTC", segments } = told;
  const parsed = told.program === undefined ? null : parseProgram(told.program);
  if (parsed?.ok === false) throw new Error(JSON.stringify(parsed.errors));
  const options: CustomersOptions = {
    program: parsed === null ? null : parsed.program,
    zone,
    currency: null,
    stopAt: at === undefined ? null : parseInstant(at),
    translateLine: () => ({ ok: false, reason: "no platform here" }),
  };
  const segmentsFor = (digits: number) => {
    if (segments === undefined) return NO_SEGMENTS;
    const read = parseSegments({ format: "regulars.segments/1", segments }, digits);
    if (!read.ok) throw new Error(JSON.stringify(read.errors));
    return read.segments;
  };
  const run = new CustomersRun({ ...options, ...(parsed === null ? {} : { segments: segmentsFor(2) }) });
  lines.forEach((line, index) => {
    run.line(JSON.stringify(line), index + 1);
  });
  const { from, to } = told;
  const report = run.finish({
    settings: { ...PLAIN_LIFETIME, rfmWithin: null },
    segmentsFor,
    windowAt: () => (from === undefined || to === undefined ? null : { from, to }),
  });
  if (report === null) throw new Error("a story has at least one line");
  return answerShape.parse(JSON.parse([...reportJson(report, run.rejected)].join("")));
}

/** The facts of one customer of a small history. */
export function factsOf(id: string, lines: readonly object[], told: Told = {}): Record<string, unknown> {
  const found = tellCustomers(lines, told).customers.find((customer) => customer.id === id);
  if (found === undefined) throw new Error(`there is no customer ${id}`);
  return found.facts;
}

const DAY_MS = 86_400_000;
const FIRST = Date.UTC(2026, 0, 1, 12);

/** Noon UTC, so many days after 1 January 2026. */
export function onDay(day: number): string {
  return new Date(FIRST + day * DAY_MS).toISOString();
}

let orders = 0;

/** An order of m1 paid on a day; `more` overrides what an order says. */
export function bought(day: number, price: string, more: object = {}, line: object = {}) {
  orders += 1;
  return {
    at: onDay(day),
    type: "order",
    order: {
      id: `o${String(orders)}`,
      member: { id: "m1" },
      currency: "EUR",
      paidAt: onDay(day),
      taxesIncluded: true,
      lines: [{ id: "1", quantity: 2, unitPrice: price, ...line }],
      ...more,
    },
  };
}
