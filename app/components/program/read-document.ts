import type { DocumentError } from "#app/domain/program/describe-error.ts";
import { parseProgram } from "#app/domain/program/parse-program.ts";
import type { Program } from "#app/domain/program/program.ts";

/** What a typed text is: no JSON yet, a document with errors, or a program. */
export type ReadDocument =
  | { readonly kind: "not_json"; readonly message: string }
  | { readonly kind: "wrong"; readonly errors: readonly DocumentError[] }
  | { readonly kind: "program"; readonly program: Program };

export function readDocument(text: string): ReadDocument {
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch (error) {
    return { kind: "not_json", message: error instanceof Error ? error.message : String(error) };
  }
  const parsed = parseProgram(document);
  return parsed.ok ? { kind: "program", program: parsed.program } : { kind: "wrong", errors: parsed.errors };
}
