import { journeyEditorTexts } from "../../i18n/journeys/journey-editor-texts.ts";
import { useTexts } from "../../i18n/language.tsx";
import { Section } from "../../program/pages/section.tsx";
import { ConditionField } from "./condition-field.tsx";

/** Whom the journey is for, beside what its trigger says. */
export function WhoCard() {
  const t = useTexts(journeyEditorTexts);
  return (
    <Section title={t.who} help={t.whoHelp}>
      <ConditionField place={["where"]} together={t.together} none={t.everybody} />
    </Section>
  );
}
