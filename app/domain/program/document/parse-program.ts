import { checkDocument } from "../check/check-document.ts";
import { compileProgram } from "../compile/compile-program.ts";
import { allowedText, describeIssues } from "./describe-error.ts";
import type { DocumentError } from "./describe-error.ts";
import { programDocument } from "./document.ts";
import type { ProgramDocument } from "./document.ts";
import type { Program } from "../program.ts";

export type ParsedProgram =
  | { readonly ok: true; readonly document: ProgramDocument; readonly program: Program }
  | { readonly ok: false; readonly errors: readonly DocumentError[] };

/**
 * Reads a program document out of anything. The document comes back with its defaults filled in,
 * ready to be frozen as a version; a wrong one with all its errors.
 */
export function parseProgram(input: unknown): ParsedProgram {
  const parsed = programDocument.safeParse(input, { error: allowedText });
  if (!parsed.success) return { ok: false, errors: describeIssues(input, parsed.error.issues) };
  const errors = checkDocument(parsed.data);
  if (errors.length > 0) return { ok: false, errors };
  return { ok: true, document: parsed.data, program: compileProgram(parsed.data) };
}
