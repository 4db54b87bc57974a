import { createReadStream } from "node:fs";
import { inspect, parseArgs } from "node:util";
import { localDayNumber, parseDay } from "#app/domain/calendar.ts";
import type { Instant } from "#app/domain/calendar.ts";
import type { SegmentChoice } from "#app/domain/customers/insight/choice.ts";
import { usualWindow } from "#app/domain/customers/insight/shop-insight.ts";
import type { Window } from "#app/domain/customers/insight/window.ts";
import { canLookBack } from "#app/domain/customers/report/among.ts";
import { explainFacts } from "#app/domain/customers/report/explain-facts.ts";
import { reportCsv } from "#app/domain/customers/report/report-csv.ts";
import { EMPTY_REPORT_JSON, reportJson } from "#app/domain/customers/report/report-json.ts";
import { reportTable } from "#app/domain/customers/report/report-table.ts";
import type { Report } from "#app/domain/customers/report/report.ts";
import { CustomersRun } from "#app/domain/customers/run-customers.ts";
import { NO_SEGMENTS } from "#app/domain/customers/segments/segments.ts";
import { PLAIN_LIFETIME } from "#app/domain/customers/scores/lifetime-value.ts";
import { currencyDigits } from "#app/domain/money.ts";
import { parseInstant } from "#app/domain/parse-instant.ts";
import type { Program } from "#app/domain/program/program.ts";
import { WrongForm } from "#app/domain/replay/lines/wrong-form.ts";
import { isTimeZone } from "#app/domain/time-zone.ts";
import { CannotRun, isForPeople } from "./cannot-run.ts";
import { eachLine } from "./each-line.ts";
import { translateLine } from "./translate-line.ts";
import { readProgram, readSegments } from "./read-documents.ts";
import type { ReadSegments } from "./read-documents.ts";

const USAGE = `Tells who the customers of a history are, what they are worth, and what the shop did.

  npm run --silent customers -- --events events.ndjson
      [--at INSTANT]            stop the clock here (default: the last event)
      [--program program.json]  run this program too, for points and tiers
      [--segments segments.json]  whom to mark (ready-made: those that are shipped)
      [--timezone ZONE]         without a program (default: UTC)
      [--currency CODE]         without a program (default: that of the first order)
      [--from DAY] [--to DAY]   what the shop's figures look at, --to excluded (default: 90 days)
      [--segment ID]            whose figures they are: who was in it when the window began
      [--members today]         ... or who is in it now
      [--horizon-weeks 52]      how far predictions look
      [--as json|csv|table]     what is printed (default: json)
      [--facts CUSTOMER]        print one customer's facts instead, each with how it came about

Events are read from standard input with --events -. See docs/customers.md.`;

const CHUNK_BYTES = 2 ** 18;
const USUAL_DAYS = 90;
const FORMS = ["json", "csv", "table"] as const;
const MEMBERS_AT = ["from", "today"] as const;
/** What segments are called, and ask for, has no amounts in it. */
const ANY_DIGITS = 2;

interface Options {
  readonly events: string;
  readonly stopAt: Instant | null;
  readonly program: Program | null;
  readonly segmentsFor: ReadSegments | null;
  readonly zone: string;
  readonly currency: string | null;
  readonly from: number | null;
  readonly to: number | null;
  readonly segment: SegmentChoice | null;
  readonly horizonWeeks: number;
  readonly as: (typeof FORMS)[number];
  readonly customer: string | null;
}

async function main(): Promise<void> {
  const options = readArguments();
  const { program, zone, currency, stopAt, segmentsFor, horizonWeeks } = options;
  const run = new CustomersRun({
    ...{ program, zone, currency, stopAt, translateLine },
    ...(program === null || segmentsFor === null ? {} : { segments: segmentsFor(program.currencyDigits) }),
  });
  await readHistory(run, options.events);
  const report = run.finish({
    settings: { ...PLAIN_LIFETIME, horizonWeeks, rfmWithin: null },
    segmentsFor: segmentsFor ?? (() => NO_SEGMENTS),
    windowAt: (at, ownZone) => windowAt(options, at, ownZone),
    segment: options.segment,
  });
  let together = "";
  for (const part of printed(report, run, options)) {
    together += part;
    if (together.length < CHUNK_BYTES) continue;
    await write(together);
    together = "";
  }
  await write(together);
}

function printed(report: Report | null, run: CustomersRun, { as, customer }: Options): Iterable<string> {
  if (customer !== null) {
    const found = report?.customers.find(({ id, email }) => id === customer || email === customer);
    if (report === null || found === undefined) {
      throw new CannotRun(`there is no customer ${customer} in this history`);
    }
    return explainFacts(report, found);
  }
  if (report === null) return as === "json" ? [EMPTY_REPORT_JSON] : [];
  if (as === "csv") return reportCsv(report);
  return as === "table" ? reportTable(report) : reportJson(report, run.rejected);
}

/** Waits where the reader is slower: the answer of a large shop is larger than memory should hold twice. */
async function write(part: string): Promise<void> {
  if (process.stdout.write(part)) return;
  await new Promise<void>((resolve) => process.stdout.once("drain", resolve));
}

function windowAt({ from, to }: Options, at: Instant, zone: string): Window | null {
  if (from === null && to === null) return null;
  const until = to ?? Math.max(usualWindow(at, zone).to, localDayNumber(at, zone) + 1);
  const window = { from: from ?? until - USUAL_DAYS, to: until };
  if (window.from >= window.to) throw new CannotRun("--from: a day before --to is expected");
  return window;
}

function readArguments(): Options {
  const { values } = parseArgs({
    options: {
      events: { type: "string" },
      at: { type: "string" },
      program: { type: "string" },
      segments: { type: "string" },
      timezone: { type: "string", default: "UTC" },
      currency: { type: "string" },
      from: { type: "string" },
      to: { type: "string" },
      segment: { type: "string" },
      members: { type: "string", default: "from" },
      "horizon-weeks": { type: "string", default: String(PLAIN_LIFETIME.horizonWeeks) },
      as: { type: "string", default: "json" },
      facts: { type: "string" },
      help: { type: "boolean", default: false },
    },
  });
  const { events, currency, timezone } = values;
  if (values.help || events === undefined) throw new CannotRun(USAGE);
  const as = FORMS.find((form) => form === values.as);
  if (as === undefined) throw notAllowed("--as", values.as, FORMS.join(", "));
  if (!isTimeZone(timezone)) {
    throw notAllowed("--timezone", timezone, "an IANA time zone, such as Europe/Berlin");
  }
  if (currency !== undefined && currencyDigits(currency) === null) {
    throw notAllowed("--currency", currency, "an ISO 4217 currency code, such as EUR");
  }
  const horizonWeeks = Number(values["horizon-weeks"]);
  if (!(horizonWeeks > 0 && Number.isFinite(horizonWeeks))) {
    throw notAllowed("--horizon-weeks", values["horizon-weeks"], "a number of weeks above 0");
  }
  const segmentsFor = values.segments === undefined ? null : readSegments(values.segments);
  return {
    events,
    stopAt: optional(values.at, "--at", "an instant such as 2026-06-30T23:59:59+02:00", parseInstant),
    program: values.program === undefined ? null : readProgram(values.program, segmentsFor),
    segmentsFor,
    zone: timezone,
    currency: currency ?? null,
    from: optional(values.from, "--from", "a day such as 2026-06-30", parseDay),
    to: optional(values.to, "--to", "a day such as 2026-06-30", parseDay),
    segment: segmentChoice(values.segment, values.members, segmentsFor),
    ...{ horizonWeeks, as },
    customer: values.facts ?? null,
  };
}

function segmentChoice(
  id: string | undefined,
  members: string,
  segmentsFor: ReadSegments | null,
): SegmentChoice | null {
  const membersAt = MEMBERS_AT.find((one) => one === members);
  if (membersAt === undefined) throw notAllowed("--members", members, MEMBERS_AT.join(", "));
  if (id === undefined) return null;
  if (segmentsFor === null) throw new CannotRun("--segment: say with --segments where it stands");
  const { conditions } = segmentsFor(ANY_DIGITS);
  if (!conditions.has(id)) throw notAllowed("--segment", id, [...conditions.keys()].join(", "));
  if (membersAt === "from" && !canLookBack(id, conditions))
    throw new CannotRun("--segment: it asks for points or tiers, so that only --members today is known");
  return { id, membersAt };
}

function optional(
  text: string | undefined,
  name: string,
  allowed: string,
  parse: (text: string) => number | null,
): number | null {
  if (text === undefined) return null;
  const value = parse(text);
  if (value === null) throw notAllowed(name, text, allowed);
  return value;
}

function notAllowed(name: string, found: string, allowed: string): CannotRun {
  return new CannotRun(`${name}: found "${found}", allowed: ${allowed}`);
}

async function readHistory(run: CustomersRun, path: string): Promise<void> {
  let lineNumber = 0;
  const stream = path === "-" ? process.stdin : createReadStream(path, { highWaterMark: CHUNK_BYTES });
  await eachLine(stream, (text) => {
    lineNumber += 1;
    if (text.trim() !== "") tellOrStop(run, text, lineNumber);
  });
}

function tellOrStop(run: CustomersRun, text: string, lineNumber: number): void {
  try {
    run.line(text, lineNumber);
  } catch (error) {
    if (error instanceof WrongForm) throw new CannotRun(`line ${lineNumber}: ${error.message}`);
    throw new Error(`line ${lineNumber} cannot be applied`, { cause: error });
  }
}

try {
  await main();
} catch (error) {
  process.stderr.write(`${isForPeople(error) ? error.message : inspect(error)}\n`);
  process.exitCode = 1;
}
