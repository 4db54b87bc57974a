import { BlockStack, Button, InlineStack, Text } from "@shopify/polaris";
import { editorTexts } from "../../i18n/editor-texts.ts";
import { useTexts } from "../../i18n/language.tsx";
import { LINE_FIELDS } from "../forms/condition-fields.ts";
import { valueAt, type DocumentPlace } from "#app/domain/program/document/document-path.ts";
import { useEditing } from "./editing.tsx";
import { FieldsOf } from "./fields-of.tsx";

interface LineConditionsProps {
  readonly base: DocumentPlace;
  /** How many "except" stand around this. */
  readonly depth?: number;
}

/** Which goods are meant: any of each list, except what the same lists name once more. */
export function LineConditions({ base, depth = 0 }: LineConditionsProps) {
  const t = useTexts(editorTexts);
  const { document, edit } = useEditing();
  const except = [...base, "not"];
  const excepts = valueAt(document, except) !== undefined;
  return (
    <div role="group" aria-label={depth === 0 ? t.goods : t.goodsExcept} className="regulars-group">
      <BlockStack gap="300">
        <InlineStack align="space-between" blockAlign="center">
          <Text as="h4" variant="headingSm">
            {depth === 0 ? t.goods : t.goodsExcept}
          </Text>
          {depth === 0 ? null : (
            <Button accessibilityLabel={t.removeFrom(t.goodsExcept)} onClick={() => edit(base, undefined)}>
              {t.remove}
            </Button>
          )}
        </InlineStack>
        <FieldsOf specs={LINE_FIELDS} base={base} />
        {excepts ? <LineConditions base={except} depth={depth + 1} /> : null}
        {excepts || valueAt(document, base) === undefined ? null : (
          <InlineStack>
            <Button variant="plain" onClick={() => edit(except, { tags: [] })}>
              {t.addExcept}
            </Button>
          </InlineStack>
        )}
      </BlockStack>
    </div>
  );
}
