import { renderDocumentError } from "#app/domain/program/document/describe-error.ts";
import type { ProgramDocumentDraft } from "#app/domain/program/document/document.ts";
import { parseProgram } from "#app/domain/program/document/parse-program.ts";
import type { Program } from "#app/domain/program/program.ts";

type Level = NonNullable<ProgramDocumentDraft["tiers"]>["levels"][number];

/** The shortest document that is valid, and the same with one thing in it. */
export const smallest = {
  format: "regulars.program/1",
  name: "Club",
  currency: "EUR",
  timezone: "Europe/Berlin",
  earning: { rules: [] },
} as const satisfies ProgramDocumentDraft;

export const withRule = (rule: object) => ({ ...smallest, earning: { rules: [rule] } });
export const withReward = (reward: object) => ({ ...smallest, rewards: [{ id: "r", ...reward }] });
export const withLevels = (levels: Level[], metric = "spend") => ({ ...smallest, tiers: { metric, levels } });

export function compiled(document: unknown): Program {
  const parsed = parseProgram(document);
  if (!parsed.ok) throw new Error(parsed.errors.map(renderDocumentError).join("\n"));
  return parsed.program;
}
