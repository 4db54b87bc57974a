import { BlockStack, Button, InlineStack } from "@shopify/polaris";
import { editorTexts } from "../../i18n/editor-texts.ts";
import { useTexts } from "../../i18n/language.tsx";
import { pageTexts } from "../../i18n/page-texts.ts";
import { listAt } from "#app/domain/program/document/document-path.ts";
import { useEditing } from "../editor/editing.tsx";
import { PLACES } from "#app/domain/program/document/entry-places.ts";
import { useRemoval } from "../editor/use-removal.ts";
import { Field } from "../fields/field.tsx";
import { CAP_FIELDS } from "../forms/condition-fields.ts";

const BEGINNING = { points: 2000, per: "month" };

/** The most a member earns over all rules, in as many periods as wanted. */
export function Caps() {
  const t = useTexts(pageTexts);
  const { remove, removeFrom } = useTexts(editorTexts);
  const { document, change } = useEditing();
  const take = useRemoval(PLACES.caps);
  return (
    <BlockStack gap="300">
      {listAt(document, PLACES.caps).map((_, index) => (
        <InlineStack key={index} gap="200" blockAlign="end">
          {CAP_FIELDS.map((spec) => (
            <Field key={spec.words} spec={spec} base={[...PLACES.caps, index]} />
          ))}
          <Button accessibilityLabel={removeFrom(t.capNumber(index + 1))} onClick={() => take(index)}>
            {remove}
          </Button>
        </InlineStack>
      ))}
      <InlineStack>
        <Button onClick={() => change(PLACES.caps, (caps) => [...caps, BEGINNING])}>{t.addCap}</Button>
      </InlineStack>
    </BlockStack>
  );
}
