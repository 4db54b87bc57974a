import { readFileSync } from "node:fs";
import readyMade from "#app/domain/customers/segments/ready-made.json" with { type: "json" };
import { NO_SEGMENTS, parseSegments } from "#app/domain/customers/segments/segments.ts";
import type { Segments } from "#app/domain/customers/segments/segments.ts";
import type { Journeys } from "#app/domain/journeys/journey.ts";
import { parseJourneys } from "#app/domain/journeys/parse-journeys.ts";
import { unknownSegments } from "#app/domain/program/check/check-segments.ts";
import { renderDocumentError } from "#app/domain/program/document/describe-error.ts";
import type { DocumentError } from "#app/domain/program/document/describe-error.ts";
import { parseProgram } from "#app/domain/program/document/parse-program.ts";
import type { Program } from "#app/domain/program/program.ts";
import { CannotRun } from "./cannot-run.ts";

/** A program and the segments its rules may ask for; without a segments document nobody is in any. */
export function readProgram(path: string, segmentsFor: ReadSegments | null = null): Program {
  const document = readJson(path);
  const parsed = parseProgram(document);
  if (!parsed.ok) throw notA(path, "program", parsed.errors);
  const { program } = parsed;
  const conditions = segmentsFor === null ? null : segmentsFor(program.currencyDigits).conditions;
  const unknown = conditions === null ? [] : unknownSegments(parsed.document, (id) => conditions.has(id));
  if (unknown.length > 0) throw notA(path, "program", unknown);
  return program;
}

/** Segments, once the currency is known in which they name amounts. */
export type ReadSegments = (digits: number) => Segments;

export function readSegments(path: string): ReadSegments {
  const document = path === READY_MADE ? readyMade : readJson(path);
  const read: ReadSegments = (digits) => {
    const parsed = parseSegments(document, digits);
    if (!parsed.ok) throw notA(path, "segments document", parsed.errors);
    return parsed.segments;
  };
  // What is wrong is told before a long history is read.
  read(SOME_DIGITS);
  return read;
}

/** Journeys of a program, and the segments their conditions may ask for. */
export function readJourneys(path: string, program: Program, segmentsFor: ReadSegments | null): Journeys {
  const segments = (segmentsFor?.(program.currencyDigits) ?? NO_SEGMENTS).conditions;
  const parsed = parseJourneys(readJson(path), { program, segments });
  if (!parsed.ok) throw notA(path, "journeys document", parsed.errors);
  return parsed.value;
}

const SOME_DIGITS = 2;
/** Instead of a path: the segments that are shipped. */
const READY_MADE = "ready-made";

function notA(path: string, what: string, errors: readonly DocumentError[]): CannotRun {
  return new CannotRun([`${path} is not a ${what}:`, ...errors.map(renderDocumentError)].join("\n  "));
}

export function readJson(path: string): unknown {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch {
    throw new CannotRun(`${path} cannot be read`);
  }
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (error) {
    throw new CannotRun(
      `${path} is not valid JSON: ${error instanceof Error ? error.message : "it cannot be read"}`,
    );
  }
}
