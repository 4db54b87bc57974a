import { documentError, type DocumentError } from "../document/describe-error.ts";
import type { ProgramDocument } from "../document/document.ts";

/** The segments a program names that there are none of, each at its place. */
export function unknownSegments(
  document: ProgramDocument,
  knows: (segmentId: string) => boolean,
): DocumentError[] {
  const asking = [
    ...document.earning.rules.map(({ member }, index) => ({ member, at: ["earning", "rules", index] })),
    ...document.challenges.map(({ member }, index) => ({ member, at: ["challenges", index] })),
  ];
  return asking.flatMap(({ member, at }) =>
    (member?.segments ?? []).flatMap((id, place) =>
      knows(id)
        ? []
        : [documentError(document, [...at, "member", "segments", place], "the id of a segment there is")],
    ),
  );
}
