import { BlockStack, Button, InlineError, InlineStack, Text } from "@shopify/polaris";
import type { ReactNode } from "react";
import { listAt, placeText, type DocumentPlace } from "#app/domain/program/document/document-path.ts";
import { editorTexts } from "../../i18n/editor-texts.ts";
import { journeyEditorTexts } from "../../i18n/journeys/journey-editor-texts.ts";
import { useTexts } from "../../i18n/language.tsx";
import { useEditing, useErrorAt } from "../../program/editor/editing.tsx";
import { useRemoval } from "../../program/editor/use-removal.ts";
import { Field } from "../../program/fields/field.tsx";
import { SHARE_FIELD } from "./step-forms.ts";

interface ArmsFormProps {
  readonly place: DocumentPlace;
  /** The steps that stand at a place. */
  readonly steps: (place: DocumentPlace) => ReactNode;
}

/** Several ways, one of which is drawn for each member: how often, and its steps. */
export function ArmsForm({ place, steps }: ArmsFormProps) {
  const t = useTexts(journeyEditorTexts);
  const { removeFrom, remove } = useTexts(editorTexts);
  const { document, change } = useEditing();
  const error = useErrorAt(place);
  const take = useRemoval(place);
  const arms = listAt(document, place);
  return (
    <BlockStack gap="400">
      {arms.map((_, index) => (
        <div key={index} role="group" aria-label={t.way(index + 1)} className="regulars-group">
          <BlockStack gap="300">
            <InlineStack align="space-between" blockAlign="center">
              <Text as="h4" variant="headingSm">
                {t.way(index + 1)}
              </Text>
              {arms.length < 2 ? null : (
                <Button
                  variant="plain"
                  accessibilityLabel={removeFrom(t.way(index + 1))}
                  onClick={() => take(index)}
                >
                  {remove}
                </Button>
              )}
            </InlineStack>
            <Field spec={SHARE_FIELD} base={[...place, index]} />
            {steps([...place, index, "steps"])}
          </BlockStack>
        </div>
      ))}
      {error === null ? null : <InlineError fieldID={placeText(place)} message={error} />}
      <InlineStack>
        <Button onClick={() => change(place, (now) => [...now, { share: 0, steps: [] }])}>{t.addWay}</Button>
      </InlineStack>
    </BlockStack>
  );
}
