import { journeyEditorTexts } from "../../i18n/journeys/journey-editor-texts.ts";
import { useTexts } from "../../i18n/language.tsx";
import { SaysSection } from "../says-section.tsx";
import { useJourneyEditing } from "./journey-editing.ts";

/** The whole journey as it reads, while it is changed. */
export function SentenceCard() {
  const t = useTexts(journeyEditorTexts);
  const { reading } = useJourneyEditing();
  const lines = reading === null ? [t.beingRead] : (reading.says ?? [t.notWhole(reading.begins)]);
  return (
    <div aria-live="polite">
      <SaysSection title={t.says} lines={lines} />
    </div>
  );
}
