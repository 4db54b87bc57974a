import { useCallback, useRef } from "react";
import { useHost } from "../host/host.tsx";
import { journeyEditorTexts } from "../i18n/journeys/journey-editor-texts.ts";
import { useTexts } from "../i18n/language.tsx";
import { useDeed } from "../use-deed.ts";

interface RemovableJourney {
  readonly id: string;
  readonly isOn: boolean;
}

/** Takes a journey away at once, and offers to bring it back, on where it was on. */
export function useJourneyRemoval(): (journey: RemovableJourney, said: string) => void {
  const t = useTexts(journeyEditorTexts);
  const { showToast } = useHost();
  const taken = useRef<{ readonly journey: RemovableJourney; readonly said: string } | null>(null);
  const back = useDeed(t.broughtBack, nothing);
  const bring = useRef(back.send);
  bring.current = back.send;
  const away = useDeed(
    null,
    useCallback(() => {
      if (taken.current === null) return;
      const { journey, said } = taken.current;
      showToast(said, {
        action: t.undo,
        onAction: () =>
          bring.current({ intent: "bring_back", journeyId: journey.id, wasOn: journey.isOn ? "yes" : "no" }),
      });
    }, [showToast, t]),
  );
  return (journey, said) => {
    taken.current = { journey, said };
    away.send({ intent: "remove", journeyId: journey.id });
  };
}

const nothing = (): void => undefined;
