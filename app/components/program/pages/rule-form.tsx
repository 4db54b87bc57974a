import { BlockStack } from "@shopify/polaris";
import { valueAt } from "#app/domain/program/document/document-path.ts";
import { useEditing } from "../editor/editing.tsx";
import { PLACES } from "#app/domain/program/document/entry-places.ts";
import { FieldsOf } from "../editor/fields-of.tsx";
import { KindField } from "../editor/kind-field.tsx";
import { LineConditions } from "../editor/line-conditions.tsx";
import { RULE_VARIANTS } from "../forms/rule-forms.ts";

/** All that may be said of one rule. */
export function RuleForm({ index }: { readonly index: number }) {
  const base = [...PLACES.rules, index];
  const { document } = useEditing();
  const kind = valueAt(document, [...base, "kind"]);
  const variant = RULE_VARIANTS.find(({ value }) => value === kind);
  return (
    <BlockStack gap="400">
      <KindField variants={RULE_VARIANTS} words="ruleKind" base={base} />
      {variant === undefined ? null : <FieldsOf specs={variant.fields} base={base} />}
      {variant?.hasLines === true ? <LineConditions base={[...base, "lines"]} /> : null}
    </BlockStack>
  );
}
