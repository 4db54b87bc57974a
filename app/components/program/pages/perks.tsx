import { BlockStack, Box, Button, InlineStack, Select, Text } from "@shopify/polaris";
import { choiceTexts } from "../../i18n/choice-texts.ts";
import { editorTexts } from "../../i18n/editor-texts.ts";
import { useTexts } from "../../i18n/language.tsx";
import { pageTexts } from "../../i18n/page-texts.ts";
import { isRecord, listAt, valueAt, type DocumentPlace } from "#app/domain/program/document/document-path.ts";
import { useEditing } from "../editor/editing.tsx";
import { freshId } from "#app/domain/program/document/entry-places.ts";
import { FieldsOf } from "../editor/fields-of.tsx";
import { useRemoval } from "../editor/use-removal.ts";
import { LocalTextField } from "../fields/local-text-field.tsx";
import { PERK_TEXT, PERK_VARIANTS } from "../forms/tier-forms.ts";

interface PerksProps {
  readonly base: DocumentPlace;
}

/** What a level brings beside points: what the app sees to, and what the merchant provides. */
export function Perks({ base }: PerksProps) {
  const t = useTexts(pageTexts);
  const { remove, removeFrom } = useTexts(editorTexts);
  const { document, change } = useEditing();
  const take = useRemoval(base);
  const perks = listAt(document, base);
  return (
    <BlockStack gap="300">
      <Text as="h3" variant="headingSm">
        {t.perks}
      </Text>
      {perks.map((_, index) => (
        <Box key={index} borderColor="border" borderWidth="025" borderRadius="200" padding="300">
          <BlockStack gap="300">
            <Perk place={[...base, index]} />
            <InlineStack>
              <Button accessibilityLabel={removeFrom(t.perkNumber(index + 1))} onClick={() => take(index)}>
                {remove}
              </Button>
            </InlineStack>
          </BlockStack>
        </Box>
      ))}
      <InlineStack>
        <Button onClick={() => change(base, (now) => [...now, ""])}>{t.addPerk}</Button>
      </InlineStack>
    </BlockStack>
  );
}

/** One perk: its kind as a choice, and what the kind asks for. */
function Perk({ place }: { readonly place: DocumentPlace }) {
  const t = useTexts(pageTexts);
  const choices = useTexts(choiceTexts);
  const { document, edit } = useEditing();
  const perk = valueAt(document, place);
  const kind = valueAt(perk, ["kind"]);
  const variant = PERK_VARIANTS.find(({ value }) => value === kind);
  const chosen = variant?.value ?? PERK_TEXT.value;
  const options = [PERK_TEXT, ...PERK_VARIANTS].map(({ value, words }) => ({
    value,
    label: choices[words].label,
  }));
  const help = choices[variant?.words ?? PERK_TEXT.words].help;
  const choose = (next: string) => {
    const begun = PERK_VARIANTS.find(({ value }) => value === next);
    const others = listAt(document, place.slice(0, -1)).filter(isRecord);
    edit(place, begun === undefined ? "" : { id: freshId(others, begun.value), ...begun.begin });
  };
  return (
    <BlockStack gap="300">
      <Select
        label={t.perkKind}
        {...(help === undefined ? {} : { helpText: help })}
        options={options}
        value={chosen}
        onChange={choose}
      />
      {variant === undefined ? (
        <LocalTextField words="perkText" place={place} keepsEmpty />
      ) : (
        <FieldsOf specs={variant.fields} base={place} />
      )}
    </BlockStack>
  );
}
