import { hasLiveActivity } from "../../earning/activities/live-activities.ts";
import type { DocumentError, DocumentPath } from "./describe-error.ts";
import { documentError } from "./describe-error.ts";
import type { ProgramDocument } from "./document.ts";

/**
 * Parts of the document that run in `replay` alone: publishing them is refused, and no form offers them, for
 * either would promise what nothing brings about live.
 */
export const ONLY_IN_REPLAY = ["early"] as const;

const NOT_YET = "nothing yet: this part runs in replay only";

/** What of a document nothing brings about live yet, each at its place. */
export function notLiveYet(document: ProgramDocument): DocumentError[] {
  const parts = ONLY_IN_REPLAY.filter((part) => document[part].length > 0);
  const places: readonly DocumentPath[] = [
    ...parts.map((part) => [part]),
    ...document.challenges.flatMap((challenge, index) => replayOnlyIn(challenge, ["challenges", index])),
    ...document.memberships.flatMap(({ benefits }, index) => {
      const path = ["memberships", index, "benefits"];
      return [
        ...(benefits.perks.length === 0 ? [] : [[...path, "perks"]]),
        ...(benefits.earlyAccessDays === 0 ? [] : [[...path, "earlyAccessDays"]]),
      ];
    }),
  ];
  return places.map((path) => documentError(document, path, NOT_YET));
}

/** Nobody can confirm who won a contest yet, and what nothing live reports is counted nowhere. */
function replayOnlyIn(challenge: ProgramDocument["challenges"][number], path: DocumentPath): DocumentPath[] {
  if (challenge.kind === "contest") return [[...path, "kind"]];
  if (challenge.kind === "stamps" || challenge.goal.activity === undefined) return [];
  return hasLiveActivity(challenge.goal.activity) ? [] : [[...path, "goal", "activity"]];
}
