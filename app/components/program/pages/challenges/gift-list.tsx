import { BlockStack, Box, Button, InlineStack, Text } from "@shopify/polaris";
import { listAt, type DocumentPlace } from "#app/domain/program/document/document-path.ts";
import { challengeTexts } from "../../../i18n/challenges/challenge-texts.ts";
import { editorTexts } from "../../../i18n/editor-texts.ts";
import { useTexts } from "../../../i18n/language.tsx";
import { useEditing } from "../../editor/editing.tsx";
import { FieldsOf } from "../../editor/fields-of.tsx";
import { useRemoval } from "../../editor/use-removal.ts";
import type { FieldSpec } from "../../forms/field-spec.ts";
import { GiftField } from "./gift-field.tsx";

interface GiftListProps {
  readonly title: string;
  readonly help: string;
  readonly add: string;
  readonly place: DocumentPlace;
  /** What each gift says besides: from when on, or how often it is drawn. */
  readonly specs: readonly FieldSpec[];
  /** How the next one begins, after those there are. */
  readonly next: (gifts: readonly unknown[]) => Readonly<Record<string, unknown>>;
  /** How many there have to be. */
  readonly atLeast: number;
}

/** Several gifts: steps on the way, or those that one is drawn of. */
export function GiftList({ title, help, add, place, specs, next, atLeast }: GiftListProps) {
  const t = useTexts(challengeTexts);
  const { remove, removeFrom } = useTexts(editorTexts);
  const { document, change } = useEditing();
  const take = useRemoval(place);
  const gifts = listAt(document, place);
  return (
    <BlockStack gap="300">
      <BlockStack gap="100">
        <Text as="h3" variant="headingSm">
          {title}
        </Text>
        <Text as="p" tone="subdued">
          {help}
        </Text>
      </BlockStack>
      {gifts.map((_, index) => (
        <Box key={index} borderColor="border" borderWidth="025" borderRadius="200" padding="300">
          <BlockStack gap="300">
            <FieldsOf specs={specs} base={[...place, index]} />
            <GiftField label={t.gives} place={[...place, index]} />
            {gifts.length <= atLeast ? null : (
              <InlineStack>
                <Button accessibilityLabel={removeFrom(t.giftNumber(index + 1))} onClick={() => take(index)}>
                  {remove}
                </Button>
              </InlineStack>
            )}
          </BlockStack>
        </Box>
      ))}
      <InlineStack>
        <Button onClick={() => change(place, (now) => [...now, next(now)])}>{add}</Button>
      </InlineStack>
    </BlockStack>
  );
}
