import { createContext, useContext } from "react";
import { assert } from "#app/domain/assert.ts";
import type { ShopLetter } from "#app/queries/journeys/shop-letters.ts";
import type { NamedSegment } from "../../customers/segments/condition-line.tsx";
import type { JourneyReading } from "#app/queries/journeys/read-journey.ts";

/** What the forms of a journey share beside its document. */
export interface JourneyEditing {
  readonly letters: readonly ShopLetter[];
  readonly segments: readonly NamedSegment[];
  /** Null until the journey was read. */
  readonly reading: JourneyReading | null;
}

export const JourneyEditingContext = createContext<JourneyEditing | null>(null);

export function useJourneyEditing(): JourneyEditing {
  const editing = useContext(JourneyEditingContext);
  assert(editing !== null, "the forms of a journey stand on its page");
  return editing;
}
