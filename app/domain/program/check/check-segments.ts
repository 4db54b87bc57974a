import { documentError, type DocumentError } from "../document/describe-error.ts";
import type { ProgramDocument } from "../document/document.ts";

/** The segments a program names that there are none of, each at its place. */
export function unknownSegments(
  document: ProgramDocument,
  knows: (segmentId: string) => boolean,
): DocumentError[] {
  return document.earning.rules.flatMap(({ member }, index) =>
    (member?.segments ?? []).flatMap((id, place) =>
      knows(id)
        ? []
        : [
            documentError(
              document,
              ["earning", "rules", index, "member", "segments", place],
              "the id of a segment there is",
            ),
          ],
    ),
  );
}
