import { BlockStack, Box, Button, InlineStack } from "@shopify/polaris";
import { listAt, valueAt } from "#app/domain/program/document/document-path.ts";
import { editorTexts } from "../../../i18n/editor-texts.ts";
import { useTexts } from "../../../i18n/language.tsx";
import { referralTexts } from "../../../i18n/referral/referral-texts.ts";
import { useEditing } from "../../editor/editing.tsx";
import { FieldsOf } from "../../editor/fields-of.tsx";
import { useRemoval } from "../../editor/use-removal.ts";
import { AMBASSADOR_FIELDS } from "../../forms/referral-forms.ts";

const PLACE = ["referral", "ambassador"] as const;
const FIRST = 3;

/** What several friends bring, step by step. */
export function AmbassadorSteps() {
  const t = useTexts(referralTexts);
  const { remove, removeFrom } = useTexts(editorTexts);
  const { document, change } = useEditing();
  const take = useRemoval(PLACE);
  const steps = listAt(document, PLACE);
  const most = Math.max(
    0,
    ...steps.map((step) => Number(valueAt(step, ["friends"]))).filter(Number.isFinite),
  );
  return (
    <BlockStack gap="300">
      {steps.map((_, index) => (
        <Box key={index} borderColor="border" borderWidth="025" borderRadius="200" padding="300">
          <BlockStack gap="300">
            <FieldsOf specs={AMBASSADOR_FIELDS} base={[...PLACE, index]} />
            <InlineStack>
              <Button accessibilityLabel={removeFrom(t.stepNumber(index + 1))} onClick={() => take(index)}>
                {remove}
              </Button>
            </InlineStack>
          </BlockStack>
        </Box>
      ))}
      <InlineStack>
        <Button onClick={() => change(PLACE, (now) => [...now, { friends: most + FIRST, points: 300 }])}>
          {t.addStep}
        </Button>
      </InlineStack>
    </BlockStack>
  );
}
