import { useTexts } from "../../i18n/language.tsx";
import { pageTexts } from "../../i18n/page-texts.ts";
import { FieldsOf } from "../editor/fields-of.tsx";
import { NAME_FIELDS } from "../forms/program-forms.ts";
import { FormPage } from "./form-page.tsx";
import { Section } from "./section.tsx";

/** What the program and its points are called, and by which clock and money it goes. */
export function NamePage() {
  const t = useTexts(pageTexts);
  return (
    <FormPage>
      <Section title={t.naming}>
        <FieldsOf specs={NAME_FIELDS} base={[]} />
      </Section>
    </FormPage>
  );
}
