import { isRecord } from "#app/domain/program/document/document-path.ts";
import type { LadderStanding } from "#app/queries/program/ladder-standing.ts";
import { useAsked } from "../preview/use-asked.ts";

/** How the shop's customers would stand on the ladder of a text; null until it is known, and where it cannot be. */
export function useStanding(text: string): LadderStanding | null {
  const { answer } = useAsked("/app/program/standing", `{"document":${text}}`, "standing");
  return isStanding(answer) ? answer : null;
}

function isStanding(answer: unknown): answer is LadderStanding {
  return isRecord(answer) && Array.isArray(answer["levels"]) && typeof answer["members"] === "number";
}
