import { isReadyMade } from "#app/domain/journeys/offered/ready-made.ts";
import { journeyPageTexts } from "../i18n/journeys/journey-page-texts.ts";
import { journeyTexts } from "../i18n/journeys/journey-texts.ts";
import { useTexts } from "../i18n/language.tsx";

export interface MessageFate {
  readonly state: "waiting" | "sent" | "skipped" | "failed";
  /** Why it did not go; null: it went, or waits. */
  readonly reason: string | null;
  /** A link of it was followed. */
  readonly isClicked: boolean;
}

/** What became of a message, in words. */
export function useFate(): (fate: MessageFate) => string {
  const t = useTexts(journeyPageTexts);
  return ({ state, reason, isClicked }) => {
    if (state === "waiting") return t.waiting;
    if (state === "sent") return isClicked ? t.clicked : t.sent;
    const known = Object.entries(t.reasons).find(([name]) => name === reason);
    return t.notSent(known?.[1] ?? String(reason));
  };
}

/** What a journey is called; one from a file by its id. */
export function useJourneyName(): (journeyId: string) => string {
  const { readyMade } = useTexts(journeyTexts);
  return (journeyId) => (isReadyMade(journeyId) ? readyMade[journeyId].name : journeyId);
}
