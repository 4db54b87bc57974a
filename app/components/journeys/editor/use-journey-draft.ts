import { useCallback, useState } from "react";
import { isList, isRecord, valueAt, withValue } from "#app/domain/program/document/document-path.ts";
import type { JourneyReading } from "#app/queries/journeys/read-journey.ts";
import { useLanguage } from "../../i18n/language.tsx";
import type { Editing } from "../../program/editor/editing.tsx";
import { useAsked } from "../../program/preview/use-asked.ts";

interface JourneyDraft extends Pick<Editing, "edit" | "change"> {
  readonly document: unknown;
  readonly isChanged: boolean;
  /** Of the document as it was a moment ago: reading trails the typing. Null until it was read. */
  readonly reading: JourneyReading | null;
  /** The reading is of the document as it stands. */
  readonly isRead: boolean;
  readonly put: (document: unknown) => void;
}

/** A journey as it is edited: one document, which forms and text field are windows on. */
export function useJourneyDraft(
  kept: unknown,
  { id, isCopy }: { readonly id: (document: unknown) => string; readonly isCopy: boolean },
): JourneyDraft {
  const language = useLanguage();
  const [document, put] = useState(kept);
  const edit = useCallback<Editing["edit"]>(
    (place, value) => put((before: unknown) => withValue(before, place, value)),
    [],
  );
  const change = useCallback<Editing["change"]>(
    (place, next) =>
      put((before: unknown) => {
        const entries = valueAt(before, place);
        return withValue(before, place, next(isList(entries) ? entries : []));
      }),
    [],
  );
  // A new one has its name first, and its id once it is kept.
  const body = JSON.stringify({ document: withValue(document, ["id"], id(document)), language });
  const { answer, about } = useAsked("/app/journey/read", body, "reading");
  const reading = isReading(answer) ? answer : null;
  return {
    ...{ document, put, edit, change, reading },
    // A copy has something to keep from the start.
    isChanged: isCopy || JSON.stringify(document) !== JSON.stringify(kept),
    isRead: reading !== null && about === body,
  };
}

/** Our own answer, told apart from a page that stands in its way. */
function isReading(answer: unknown): answer is JourneyReading {
  return isRecord(answer) && isList(answer["errors"]) && isRecord(answer["steps"]);
}
