import { BlockStack } from "@shopify/polaris";
import { useTexts } from "../../i18n/language.tsx";
import { pageTexts } from "../../i18n/page-texts.ts";
import { EntryCards } from "../editor/entry-list.tsx";
import { FieldsOf } from "../editor/fields-of.tsx";
import { VariantField } from "../editor/variant-field.tsx";
import { BASIS_FIELDS, MATURITY } from "../forms/program-forms.ts";
import { RULE_VARIANTS } from "../forms/rule-forms.ts";
import { AddEntry } from "./add-entry.tsx";
import { Caps } from "./caps.tsx";
import { FormPage } from "./form-page.tsx";
import { RuleForm } from "./rule-form.tsx";
import { Section } from "./section.tsx";

/** How points are earned: the rules, what holds for all of them, and how much at most. */
export function EarningPage() {
  const t = useTexts(pageTexts);
  return (
    <FormPage>
      <BlockStack gap="300">
        <EntryCards
          list="rules"
          sortable
          switchable
          empty={t.noRules}
          form={(index) => <RuleForm index={index} />}
        />
        <AddEntry
          label={t.addRule}
          list="rules"
          kinds={RULE_VARIANTS.map(({ value, words, begin }) => ({ stem: value, words, begin }))}
        />
      </BlockStack>
      <Section title={t.basis} help={t.basisHelp}>
        <FieldsOf specs={BASIS_FIELDS} base={[]} />
      </Section>
      <Section title={t.maturity}>
        <VariantField spec={MATURITY} base={[]} />
      </Section>
      <Section title={t.caps} help={t.capsHelp}>
        <Caps />
      </Section>
    </FormPage>
  );
}
