import type { KeptAnswer } from "#app/commands/customers/keep-segments.ts";
import type { DeedAnswer } from "#app/components/use-deed.ts";
import { renderDocumentError } from "#app/domain/program/document/describe-error.ts";

/** What came of keeping segments, as a page is told it. */
export function keptAnswer(answer: KeptAnswer, deed: string): DeedAnswer {
  if (answer.ok) return { kind: "done", deed };
  if ("refusal" in answer) return { kind: "refused", refusal: answer.refusal };
  return { kind: "wrong", field: "segment", problem: answer.errors.map(renderDocumentError).join("\n") };
}
