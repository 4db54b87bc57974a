import { useTexts } from "../../i18n/language.tsx";
import { pageTexts } from "../../i18n/page-texts.ts";
import { FieldsOf } from "../editor/fields-of.tsx";
import { VariantField } from "../editor/variant-field.tsx";
import { EXPIRY, REFUND_FIELDS } from "../forms/program-forms.ts";
import { FormPage } from "./form-page.tsx";
import { Section } from "./section.tsx";

/** How long points last, and what becomes of them when goods come back. */
export function ExpiryPage() {
  const t = useTexts(pageTexts);
  return (
    <FormPage>
      <Section title={t.expiry}>
        <VariantField spec={EXPIRY} base={[]} />
      </Section>
      <Section title={t.returns} help={t.returnsHelp}>
        <FieldsOf specs={REFUND_FIELDS} base={[]} />
      </Section>
    </FormPage>
  );
}
