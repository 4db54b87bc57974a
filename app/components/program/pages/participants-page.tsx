import { useTexts } from "../../i18n/language.tsx";
import { pageTexts } from "../../i18n/page-texts.ts";
import { FieldsOf } from "../editor/fields-of.tsx";
import { EXCLUSION_FIELDS } from "../forms/program-forms.ts";
import { FormPage } from "./form-page.tsx";
import { Section } from "./section.tsx";

/** Who earns, and who does not. */
export function ParticipantsPage() {
  const t = useTexts(pageTexts);
  return (
    <FormPage>
      <Section title={t.excluded} help={t.excludedHelp}>
        <FieldsOf specs={EXCLUSION_FIELDS} base={[]} />
      </Section>
    </FormPage>
  );
}
