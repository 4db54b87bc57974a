import { checkCurrency } from "#app/domain/program/check/check-currency.ts";
import { unknownSegments } from "#app/domain/program/check/check-segments.ts";
import type { DocumentError } from "#app/domain/program/document/describe-error.ts";
import { parseProgram } from "#app/domain/program/document/parse-program.ts";
import type { Program } from "#app/domain/program/program.ts";
import { findJsonFault } from "./find-json-fault.ts";

/** What a typed text is: no JSON yet, a document with errors, or a program. */
export type ReadDocument =
  | { readonly kind: "not_json"; readonly line: number }
  | { readonly kind: "wrong"; readonly errors: readonly DocumentError[] }
  | { readonly kind: "program"; readonly program: Program };

/**
 * A program of another currency than the shop's is wrong before anybody tries to publish it, and so is one that
 * names a segment the shop has not. `segments`: those it has; null where nobody asks.
 */
export function readDocument(
  text: string,
  shopCurrency: string | null,
  segments: readonly { readonly id: string }[] | null = null,
): ReadDocument {
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch {
    return { kind: "not_json", line: findJsonFault(text) ?? 1 };
  }
  const parsed = parseProgram(document);
  if (!parsed.ok) return { kind: "wrong", errors: parsed.errors };
  const wrong = checkCurrency(parsed.program.currency, shopCurrency);
  const knows = (segmentId: string) => segments === null || segments.some(({ id }) => id === segmentId);
  const errors = wrong === null ? unknownSegments(parsed.document, knows) : [wrong];
  return errors.length === 0 ? { kind: "program", program: parsed.program } : { kind: "wrong", errors };
}
